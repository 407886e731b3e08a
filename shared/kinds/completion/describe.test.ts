import { describe, expect, it } from 'vitest'
import { fieldAt } from './describe'

/** The field at the `|` of a text, as "kind path: text". */
function at(marked: string): string | null {
  const offset = marked.indexOf('|')
  const text = marked.slice(0, offset) + marked.slice(offset + 1)
  const place = fieldAt(text, offset)
  return place && `${place.kind} /${place.path.join('/')}: ${text.slice(place.from, place.to)}`
}

describe('fieldAt', () => {
  it.each([
    ['a key', 'apiVersion: v1\nkind: Pod\nsp|ec: {a: 1}\n', 'Pod /spec: spec'],
    ['a value', 'apiVersion: v1\nkind: Pod\nspec: {a: 1|2}\n', 'Pod /spec/a: a: 12'],
    [
      'a field of an item',
      'apiVersion: v1\nkind: Pod\nspec:\n  c:\n    - x: 1\n      y|y: 2\n',
      'Pod /spec/c/0/yy: yy: 2',
    ],
    ['a later document', 'kind: A\n---\napiVersion: v1\nkind: Pod\nsp|ec: 1\n', 'Pod /spec: spec: 1'],
    [
      'an object of a list',
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  sp|ec: 1\n',
      'Pod /spec: spec: 1',
    ],
  ])('finds %s', (_name, text, field) => {
    expect(at(text)).toBe(field)
  })
  it.each([
    ['a comment', 'apiVersion: v1\nkind: Pod # a|b\n'],
    ['a document of no kind', 'a|: 1\n'],
    ['text that can not be read', 'kind: "Po|d\n'],
  ])('finds none in %s', (_name, text) => {
    expect(at(text)).toBeNull()
  })
})
