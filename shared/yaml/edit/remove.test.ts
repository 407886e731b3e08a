import { describe, it } from 'vitest'
import { edit, remove, yaml } from './testing/trial'

describe('removing from a block collection', () => {
  it('takes the comments of the entry and leaves the others', () => {
    edit(
      yaml`
        spec:
          # about a

          # about b
          b: 1   # why
          # about c
          c: 2
      `,
      remove('/spec/b'),
    ).gives(yaml`
        spec:
          # about a

          # about c
          c: 2
      `)
  })
  it('takes the comments inside a collection', () =>
    edit('a:\n  b: 1\n  # c: 2\n# about d\nd: 1\n', remove('/a')).gives('# about d\nd: 1\n'))
  it('leaves the comment at the top of the file', () =>
    edit('# licence\na: 1\nb: 2\n', remove('/a')).gives('# licence\nb: 2\n'))
  it('gives the place behind the dash to the next', () =>
    edit('- a: 1 # x\n  b: 2\n', remove('/0/a')).gives('- b: 2\n'))
  it('leaves a comment about the next behind the dash', () =>
    edit('- a: 1\n  # about b\n  b: 2\n', remove('/0/a')).gives('-\n  # about b\n  b: 2\n'))
  it('leaves an empty map', () => edit('a: # why\n  b: 1\nc: 1\n', remove('/a/b')).gives('a: {} # why\nc: 1\n'))
  it('leaves an empty map behind a dash', () => edit('- a: 1\n- b\n', remove('/0/a')).gives('- {}\n- b\n'))
  it('leaves an empty sequence', () => edit('a:\n- x\nc: 1\n', remove('/a/0')).gives('a: []\nc: 1\n'))
  it('leaves an empty root', () => edit('a: 1\n', remove('/a')).gives('{}\n'))
  it('leaves a text without a final line break so', () => edit('a: 1\nb: 2', remove('/b')).gives('a: 1'))
  it('takes the blank lines that would double', () =>
    edit('a: 1\n\nb: 2\n\nc: 3\n', remove('/b')).gives('a: 1\n\nc: 3\n'))
  it('takes the blank lines that a block scalar above would swallow', () =>
    edit('a: |+\n  x\nb: 2\n\nc: 3\n', remove('/b')).gives('a: |+\n  x\nc: 3\n'))
  it('takes the lines of a block scalar', () =>
    edit('a: |\n  # no comment\n  x\n# about b\nb: 1\n', remove('/a')).gives('# about b\nb: 1\n'))
  it('keeps CRLF', () => edit('a: 1\r\nb: 2\r\n', remove('/a')).gives('b: 2\r\n'))
  it('refuses what is not there', () => edit('a: 1\n', remove('/b')).refuses('no-such-path'))
})
