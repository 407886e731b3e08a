import { describe, it } from 'vitest'
import { add, edit, remove, set, yaml } from './testing/trial'

describe('flow collections', () => {
  it('take a part at the end, between and first', () => {
    edit('a: [x, y]\n', add('/a/-', 'z')).gives('a: [x, y, z]\n')
    edit('a: [x, y]\n', add('/a/1', 'z')).gives('a: [x, z, y]\n')
    edit('a: [x, y]\n', add('/a/0', 'z')).gives('a: [z, x, y]\n')
  })
  it('keep their padding and a comma at the end', () => {
    edit('a: { b: 1 }\n', add('/a/c', 2)).gives('a: { b: 1, c: 2 }\n')
    edit('a: [x, ]\n', add('/a/-', 'z')).gives('a: [x, z, ]\n')
  })
  it('keep the spelling of JSON', () => edit('{"a":{"b":1}}\n', add('/a/c', 'x')).gives('{"a":{"b":1,"c":"x"}}\n'))
  it('keep the lines of a JSON file', () => {
    edit('{\n  "a": {},\n  "b": 1\n}\n', add('/a/c', ['x'])).gives(
      '{\n  "a": {\n    "c": [\n      "x"\n    ]\n  },\n  "b": 1\n}\n',
    )
  })
  it('give a part its own line where the others have one', () => {
    edit(
      yaml`
        a: [
          x, # first
          y # last
        ]
      `,
      add('/a/-', 'z'),
    ).gives(yaml`
        a: [
          x, # first
          y, # last
          z
        ]
      `)
  })
  it('lose a part with its comma', () => {
    edit('a: [x, y, z]\n', remove('/a/0')).gives('a: [y, z]\n')
    edit('a: [x, y, z]\n', remove('/a/2')).gives('a: [x, y]\n')
    edit('a: [x]\n', remove('/a/0')).gives('a: []\n')
    edit('a: [\n  x, # first\n  y # last\n]\n', remove('/a/1')).gives('a: [\n  x # first\n]\n')
    edit('a: [\n  x, # first\n  y # last\n]\n', remove('/a/0')).gives('a: [\n  y # last\n]\n')
  })
  it('quote what would end a part', () => edit('a: [x]\n', set('/a/0', 'p, q')).gives('a: ["p, q"]\n'))
  it('take a value where there is only a key', () => edit('a: {b, c: 1}\n', set('/a/b', 2)).gives('a: {b: 2, c: 1}\n'))
  it('refuse to grow the pair that stands in a sequence', () =>
    edit('a: [b: 1]\n', add('/a/0/c', 2)).refuses('cannot-edit-in-place'))
  it('are filled between their brackets where they are not written as usual', () =>
    edit('a: { }\n', add('/a/b', 1)).gives('a: { b: 1 }\n'))
})
