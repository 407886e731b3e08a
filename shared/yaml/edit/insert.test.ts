import { describe, it } from 'vitest'
import { add, edit, yaml } from './testing/trial'

describe('adding an entry', () => {
  it('goes to the end, before comments that stand less deep', () => {
    edit(
      yaml`
        metadata:
          name: web
          # more to come
        # the spec
        spec: {}
      `,
      add('/metadata/team', 'blue'),
    ).gives(yaml`
        metadata:
          name: web
          team: blue
          # more to come
        # the spec
        spec: {}
      `)
  })
  it('goes to its conventional place', () =>
    edit('kind: Pod\nspec: {}\n', add('/metadata', { name: 'a' })).gives('kind: Pod\nmetadata:\n  name: a\nspec: {}\n'))
  it('goes to the end where the siblings keep no convention', () =>
    edit('spec: {}\nkind: Pod\n', add('/metadata', { name: 'a' })).gives('spec: {}\nkind: Pod\nmetadata:\n  name: a\n'))
  it('goes first, below the comment at the top of the file', () =>
    edit('# licence\nkind: Pod\n', add('/apiVersion', 'v1')).gives('# licence\napiVersion: v1\nkind: Pod\n'))
  it('goes first behind a dash', () =>
    edit('- image: a\n  args: []\n', add('/0/name', 'x')).gives('- name: x\n  image: a\n  args: []\n'))
  it('goes behind a block scalar and keeps its blank lines', () =>
    edit('a: |+\n  x\n\nb: 1\n', add('/zz', 1)).gives('a: |+\n  x\n\nb: 1\nzz: 1\n'))
  it('goes behind a block scalar that keeps the lines at the end', () =>
    edit('b: 1\na: |+\n  x\n\n', add('/zz', 1)).gives('b: 1\na: |+\n  x\n\nzz: 1\n'))
  it('needs no final line break', () => edit('a: 1', add('/b', 2)).gives('a: 1\nb: 2'))
  it('takes the line end of its neighbour', () =>
    edit('a: 1\r\nb: 2\nc: 3\n', add('/d', 4)).gives('a: 1\r\nb: 2\nc: 3\nd: 4\n'))
  it('keeps CRLF', () => edit('a: 1\r\n', add('/b', { c: 1 })).gives('a: 1\r\nb:\r\n  c: 1\r\n'))
  it('stays before the end of the document', () => edit('a: 1\n...\n', add('/b', 2)).gives('a: 1\nb: 2\n...\n'))
  it('sets an entry that is there', () => edit('a: 1\n', add('/a', 2)).gives('a: 2\n'))
  it('quotes a key that would be read otherwise', () => edit('a: 1\n', add('/yes', 2)).gives('a: 1\n"yes": 2\n'))
  it('refuses a key that kubectl would take for one that is there', () =>
    edit('n: 1\n', add('/false', 2)).refuses('duplicate-key'))
  it('wears the quotes of its neighbours', () =>
    edit('a: "x"\nb: "y"\n', add('/c', 'z')).gives('a: "x"\nb: "y"\nc: "z"\n'))
  it('fills an empty map in the style around it', () =>
    edit('a:\n    b: 1\nc: {} # why\n', add('/c/d', 1)).gives('a:\n    b: 1\nc: # why\n    d: 1\n'))
  it('fills an empty map behind a dash', () => edit('- {}\n', add('/0/d', { e: 1 })).gives('- d:\n    e: 1\n'))
  it('refuses a place below a scalar', () => edit('a: 1\n', add('/a/b', 1)).refuses('no-such-path'))
})

describe('adding an item', () => {
  it('keeps an unindented sequence so', () => edit('a:\n- x\nb: 1\n', add('/a/-', 'z')).gives('a:\n- x\n- z\nb: 1\n'))
  it('follows the indentation of the others', () =>
    edit('a:\n    -   x\n', add('/a/-', { p: 1, q: 2 })).gives(
      'a:\n    -   x\n    - p: 1\n      q: 2\n'.replace('- p: 1\n      q', '-   p: 1\n        q'),
    ))
  it('goes before the first and the comments that are the first one’s', () =>
    edit('a:\n# about x\n- x\n', add('/a/0', 'w')).gives('a:\n- w\n# about x\n- x\n'))
  it('goes between two and leaves the comment with the second', () =>
    edit('- a\n# about b\n- b\n', add('/1', 'x')).gives('- a\n- x\n# about b\n- b\n'))
  it('takes the place of the first of a sequence behind a dash', () =>
    edit('- - a\n  - b\n', add('/0/0', 'x')).gives('- - x\n  - a\n  - b\n'))
  it('follows other sequences where its own is new', () =>
    edit('a:\n  - x\nb: {}\n', add('/c', ['z'])).gives('a:\n  - x\nb: {}\nc:\n  - z\n'))
  it('is a flow collection among flow collections', () =>
    edit('- {a: 1}\n- {a: 2}\n', add('/-', { a: 3 })).gives('- {a: 1}\n- {a: 2}\n- {a: 3}\n'))
  it('fills an empty sequence', () => edit('a: []\n', add('/a/-', 'x')).gives('a:\n- x\n'))
  it('refuses a number beyond the end', () => edit('- a\n', add('/2', 'x')).refuses('no-such-path'))
})
