import { describe, expect, it } from 'vitest'
import { designOf, done, idOf, refused, textsOf } from '../design.test-data'
import { applyChange } from '../workspace'
import { mergeFile } from './merge-file'
import { splitFile } from './split-file'

const pod = (name: string): string =>
  `# about ${name}\r\napiVersion: v1\r\nkind: Pod\r\nmetadata: {name: ${name}} # its name\r\n`

describe('splitFile', () => {
  it('gives each document a file with its own bytes, and Undo the one file back', () => {
    const text = `# of all\r\n---\r\n${pod('web')}---\r\n${pod('api')}`
    const design = designOf({ 'shop/all.yaml': text, 'shop/api.yaml': pod('other') })
    const { after, applied } = done(design, splitFile(design, { path: 'shop/all.yaml' }))
    expect(textsOf(after)).toEqual({
      'shop/web.yaml': `# of all\r\n${pod('web')}`,
      'shop/api-pod.yaml': pod('api'),
      'shop/api.yaml': pod('other'),
    })
    expect([applied.made, applied.gone]).toEqual([[], []])
    expect(idOf(after, 'Pod web')).toBe(idOf(design, 'Pod web'))
    const back = applyChange(after.workspace, applied.inverse).workspace
    expect(back.files.get('shop/all.yaml')?.text).toBe(text)
    expect(back.files.size).toBe(2)
  })
  it('refuses a file of one document, and one with a document that is no object', () => {
    const design = designOf({ 'one.yaml': pod('web'), 'odd.yaml': `${pod('api')}---\nvalues: 1\n` })
    expect(refused(splitFile(design, { path: 'one.yaml' })).code).toBe('nothing-to-change')
    expect(refused(splitFile(design, { path: 'odd.yaml' })).code).toBe('cannot-edit-in-place')
    expect(refused(splitFile(design, { path: 'gone.yaml' })).code).toBe('no-such-file')
  })
})

describe('mergeFile', () => {
  it('puts the documents behind those of the other file, as they are written', () => {
    const design = designOf({ 'a.yaml': pod('web'), 'b.yaml': `${pod('api')}---\r\n${pod('db')}` })
    const { after, applied } = done(design, mergeFile(design, { path: 'b.yaml', into: 'a.yaml' }))
    expect(textsOf(after)).toEqual({ 'a.yaml': `${pod('web')}---\r\n${pod('api')}---\r\n${pod('db')}` })
    expect([applied.made, applied.gone]).toEqual([[], []])
    const back = applyChange(after.workspace, applied.inverse).workspace
    expect(back.files.get('b.yaml')?.text).toBe(`${pod('api')}---\r\n${pod('db')}`)
  })
  it('refuses itself, JSON and files that are not there', () => {
    const design = designOf({ 'a.yaml': pod('web'), 'b.json': '{"kind": "Pod", "metadata": {"name": "x"}}' })
    expect(refused(mergeFile(design, { path: 'a.yaml', into: 'a.yaml' })).code).toBe('nothing-to-change')
    expect(refused(mergeFile(design, { path: 'b.json', into: 'a.yaml' })).code).toBe('cannot-edit-in-place')
    expect(refused(mergeFile(design, { path: 'a.yaml', into: 'c.yaml' })).code).toBe('no-such-file')
  })
})
