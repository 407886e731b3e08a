import { describe, expect, it } from 'vitest'
import { caretAt } from './caret'

/** The caret at the `|` of a text, as "role path word [siblings]"; null where nothing can be completed. */
function at(marked: string): string | null {
  const offset = marked.indexOf('|')
  const caret = caretAt(marked.slice(0, offset) + marked.slice(offset + 1), 0, offset)
  return caret && `${caret.role} /${caret.path.join('/')} ${caret.word} [${caret.siblings.join(' ')}]`
}
const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`

describe('caretAt', () => {
  it.each([
    ['the first line of a document', '|', 'key /  []'],
    ['a key at the root', 'kind: Pod\nme|\n', 'key / me [kind]'],
    ['a key in a map', lines('spec:', '  replicas: 1', '  s|', '  template: {}'), 'key /spec s [replicas template]'],
    ['an empty line, deeper than the key above it', lines('spec:', '  |'), 'key /spec  []'],
    ['an empty line in a map that goes on', lines('a:', '  b:', '    c: 1', '  |', 'd: 1'), 'key /a  [b]'],
    ['a value', lines('spec:', '  type: Cl|'), 'value /spec/type Cl []'],
    ['an empty value', lines('spec:', '  type: |', '  ports: []'), 'value /spec/type  [ports]'],
    ['the first key of an item', lines('a:', '  - x: 1', '    y: 2', '  - |'), 'key /a/1  []'],
    ['a later key of an item', lines('a:', '  - x: 1', '    y|', '    z: 3'), 'key /a/0 y [x z]'],
    ['an item of an unindented list', lines('a:', '- x: 1', '- y: 1', '  z|'), 'key /a/1 z [y]'],
    ['a key behind an unindented list', lines('s:', '  a:', '  - x: 1', '  |'), 'key /s  [a]'],
    ['a list in a list', lines('a:', '- - x', '  - y|'), 'key /a/0/1 y []'],
    ['a value in an item', lines('a:', '  - name: x', '    kind: |'), 'value /a/0/kind  [name]'],
    ['a map between braces', 'a: {b: 1, |, d: {e: 1}}\n', 'key /a  [b d]'],
    ['a value between braces', 'a: {b: [{c: tr|}]}\n', 'value /a/b/0/c tr []'],
    ['braces over several lines', lines('a: {', '  b: 1,', '  c|'), 'key /a c [b]'],
    ['a line behind braces', lines('a: {b: 1}', 'c|'), 'key / c [a]'],
    ['text that is unreadable above', lines('a:', '  b: "x', '  c|'), 'key /a c [b]'],
    ['a quoted key above', lines('"a b":', '  |'), 'key /a b  []'],
    ['Windows line ends', 'a:\r\n  b: 1\r\n  c|\r\n', 'key /a c [b]'],
  ])('finds %s', (_name, text, place) => {
    expect(at(text)).toBe(place)
  })
  it.each([
    ['a comment', '# a|'],
    ['a comment behind a value', 'a: b # c|'],
    ['a block of text', lines('a: |-'.replace('|', '>'), '  some te|xt')],
    ['a colon that no space follows', 'a:|'],
  ])('offers nothing in %s', (_name, text) => {
    expect(at(text)).toBeNull()
  })
})
