import { describe, it } from 'vitest'
import { add, copy, edit, move, rename, yaml } from './testing/trial'

describe('renaming a key', () => {
  it('keeps the value, the comments and the place', () =>
    edit('# x\na:  1 # y\nb: 2\n', rename('/a', 'c')).gives('# x\nc:  1 # y\nb: 2\n'))
  it('keeps the quotes', () => edit('{"a": 1}\n', rename('/a', 'b')).gives('{"b": 1}\n'))
  it('keeps the quotes of JSON, whatever they were for', () =>
    edit('{"a: b":1}\n', rename('/a: b', 'c')).gives('{"c":1}\n'))
  it('drops the quotes that only the key before needed', () => edit('"yes": 1\n', rename('/yes', 'c')).gives('c: 1\n'))
  it('is what a move within a map comes to', () => edit('a: {x: 1}\n', move('/a/x', '/a/z')).gives('a: {z: 1}\n'))
  it('refuses a key that is taken', () => edit('a: 1\nb: 2\n', rename('/a', 'b')).refuses('path-exists'))
  it('replaces the other key in a move', () => edit('a: 1\nb: 2\n', move('/a', '/b')).gives('b: 1\n'))
})

describe('moving', () => {
  it('takes an item’s text and comments along', () => {
    edit(
      yaml`
        env:
        # about a
        - name: a   # first
          value: 'x'
        - {name: b}
        # the end
        other: 1
      `,
      move('/env/0', '/env/1'),
    ).gives(yaml`
        env:
        - {name: b}
        # about a
        - name: a   # first
          value: 'x'
        # the end
        other: 1
      `)
  })
  it('moves the last item to the front', () => edit('- a\n- b\n- c\n', move('/2', '/0')).gives('- c\n- a\n- b\n'))
  it('carries an entry with its comments to another map', () => {
    edit(
      yaml`
        a:
          # about x
          x:   # here
              p: 'q'
              # inside
          y: 1
        b:
          deep:
            z: 1
      `,
      move('/a/x', '/b/deep/x'),
    ).gives(yaml`
        a:
          y: 1
        b:
          deep:
            z: 1
            # about x
            x:
              p: 'q'
              # inside
      `)
  })
  it('copies a text as it is written', () =>
    edit('a: 0x10 # why\nb: {}\n', copy('/a', '/c')).gives('a: 0x10 # why\nb: {}\nc: 0x10 # why\n'))
  it('moves within a flow sequence', () => edit('a: [x, y]\n', move('/a/0', '/a/1')).gives('a: [y, x]\n'))
})

describe('a patch', () => {
  it('counts each operation on what the one before left', () =>
    edit('a: []\n', add('/a/-', 'x'), add('/a/0', 'w'), move('/a/1', '/a/0')).gives('a:\n- x\n- w\n'))
  it('stops at a test that fails', () => edit('a: 1\n', { op: 'test', path: '/a', value: 2 }).refuses('test-failed'))
  it('goes on behind a test that holds', () =>
    edit('a: 0x1\n', { op: 'test', path: '/a', value: 1 }, add('/b', 2)).gives('a: 0x1\nb: 2\n'))
})
