import { describe, expect, it } from 'vitest'
import { applySplices, invertSplices } from '../../text/splice'
import type { EditPlan } from './edit-plan'
import { planAddDocument, planRemoveDocument } from './plan-document'

function made(text: string, plan: EditPlan): string {
  if (!plan.ok) throw new Error(`refused: ${plan.code} ${plan.message}`)
  const after = applySplices(text, plan.splices)
  expect(applySplices(after, invertSplices(text, plan.splices))).toBe(text)
  return after
}
const added = (text: string, document = 'b: 2\n'): string => made(text, planAddDocument(text, document))
const removed = (text: string, document: number, item: number | null = null): string =>
  made(text, planRemoveDocument(text, { document, item }))

describe('planAddDocument', () => {
  it('puts a separator between', () => expect(added('a: 1\n')).toBe('a: 1\n---\nb: 2\n'))
  it('needs no final line break and makes none', () => expect(added('a: 1')).toBe('a: 1\n---\nb: 2'))
  it('takes the line ends of the file', () =>
    expect(added('a: 1\r\n', 'b: 2\nc: 3\n')).toBe('a: 1\r\n---\r\nb: 2\r\nc: 3\r\n'))
  it('goes behind the end of a document', () => expect(added('a: 1\n...\n')).toBe('a: 1\n...\n---\nb: 2\n'))
  it('needs no separator in an empty file', () => expect(added('')).toBe('b: 2\n'))
  it('goes below comments that stand alone', () => expect(added('# licence\n')).toBe('# licence\nb: 2\n'))
  it('goes behind a separator that nothing follows', () => expect(added('a: 1\n---\n')).toBe('a: 1\n---\nb: 2\n'))
  it('drops the separator that the new text brings', () =>
    expect(added('a: 1\n', '---\nb: 2\n')).toBe('a: 1\n---\nb: 2\n'))
  it('adds several at once', () => expect(added('a: 1\n', 'b: 2\n---\nc: 3\n')).toBe('a: 1\n---\nb: 2\n---\nc: 3\n'))
  it('keeps the blank lines of a block scalar', () => expect(added('a: |+\n  x\n\n')).toBe('a: |+\n  x\n\n---\nb: 2\n'))
  it('keeps a byte order mark', () => expect(added('\ufeff')).toBe('\ufeffb: 2\n'))
  it('adds to a file that holds something unreadable', () => expect(added('a: [\n')).toBe('a: [\n---\nb: 2\n'))
})

describe('planRemoveDocument', () => {
  const three = 'a: 1\n---\nb: 2\n---\nc: 3\n'
  it('takes the separator along', () => {
    expect(removed(three, 0)).toBe('b: 2\n---\nc: 3\n')
    expect(removed(three, 1)).toBe('a: 1\n---\nc: 3\n')
    expect(removed(three, 2)).toBe('a: 1\n---\nb: 2\n')
  })
  it('leaves an empty file', () => expect(removed('a: 1\n', 0)).toBe(''))
  it('leaves the comments at the top of the file', () =>
    expect(removed('# licence\n\n# a\na: 1\n---\nb: 2\n', 0)).toBe('# licence\n\n---\nb: 2\n'))
  it('leaves a separator at the top of the file', () =>
    expect(removed('---\na: 1\n---\nb: 2\n', 1)).toBe('---\na: 1\n'))
  it('takes an item of a list', () => expect(removed('items:\n- a: 1\n- a: 2\n', 0, 1)).toBe('items:\n- a: 1\n'))
  it('refuses a document that is not there', () =>
    expect(planRemoveDocument('a: 1\n', { document: 1, item: null })).toMatchObject({ code: 'no-such-document' }))
})

describe('documents that can not be read', () => {
  it('are not added', () => expect(planAddDocument('a: 1\n', 'b: [\n')).toMatchObject({ code: 'cannot-edit-in-place' }))
  it('can be removed', () => expect(removed('a: 1\n---\nb: [\n', 1)).toBe('a: 1\n'))
  it('do not keep their neighbours from being removed', () => expect(removed('b: [\n---\na: 1\n', 1)).toBe('b: [\n'))
})
