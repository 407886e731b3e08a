import { describe, it } from 'vitest'
import { edit, set, yaml } from './testing/trial'

describe('setting a scalar', () => {
  it('keeps the comment behind the value and its column', () => {
    edit(
      yaml`
        spec:
          replicas: 2   # scaled by hand
          paused: false
      `,
      set('/spec/replicas', 3),
    ).gives(yaml`
        spec:
          replicas: 3   # scaled by hand
          paused: false
      `)
  })
  it('changes nothing where the value is the same in another spelling', () =>
    edit('mode: 0400\n', set('/mode', 256)).gives('mode: 0400\n'))
  it('keeps double quotes', () => edit('a: "x"\n', set('/a', 'y')).gives('a: "y"\n'))
  it('keeps single quotes', () => edit("a: 'x'\n", set('/a', "it's")).gives("a: 'it''s'\n"))
  it('takes double quotes where single ones can not hold it', () =>
    edit("a: 'x'\n", set('/a', '\u0007')).gives('a: "\\u0007"\n'))
  it('drops the quotes for a number', () => edit('a: "x"\n', set('/a', 8080)).gives('a: 8080\n'))
  it('quotes what kubectl would read as a boolean', () => edit('a: x\n', set('/a', 'yes')).gives('a: "yes"\n'))
  it('quotes as the neighbours do', () => edit("b: 'no'\na: x\n", set('/a', 'on')).gives("b: 'no'\na: 'on'\n"))
  it('fills an empty value', () => edit('a:\nb: 1\n', set('/a', 3)).gives('a: 3\nb: 1\n'))
  it('fills an empty value before its comment', () => edit('a:   # why\n', set('/a', 'x')).gives('a: x   # why\n'))
  it('fills an empty item', () => edit('- \n- b\n', set('/0', 'a')).gives('- a \n- b\n'))
  it('replaces a plain value of several lines', () =>
    edit('a: one\n  two\nb: 1\n', set('/a', 'x')).gives('a: x\nb: 1\n'))
  it('replaces a value on the line below its key', () =>
    edit('a:\n  "x"\nb: 1\n', set('/a', 'y')).gives('a:\n  "y"\nb: 1\n'))
  it('drops a tag, which says what the old value was', () => edit('a: !!str 5\n', set('/a', 7)).gives('a: 7\n'))
  it('keeps an anchor that nothing refers to', () => edit('a: &x 5\n', set('/a', 7)).gives('a: &x 7\n'))
  it('keeps CRLF', () => edit('a: 1\r\nb: 2\r\n', set('/a', 'x\ny\n')).gives('a: |\r\n  x\r\n  y\r\nb: 2\r\n'))
  it('writes an integer beyond 2^53 by its digits', () =>
    edit('a: 9007199254740993\nb: 1\n', set('/b', 2)).gives('a: 9007199254740993\nb: 2\n'))
})

describe('setting a text of several lines', () => {
  it('changes only the lines of a literal block that differ', () => {
    edit(
      yaml`
        data:
          conf: |-  # read at start
              a=1

              b=2
          other: x
      `,
      set('/data/conf', 'a=1\n\nb=3'),
    ).gives(yaml`
        data:
          conf: |-  # read at start
              a=1

              b=3
          other: x
      `)
  })
  it('writes a literal block in place of a plain value, before its comment', () =>
    edit('a: x # why\nb: 1\n', set('/a', 'x\ny')).gives('a: |- # why\n  x\n  y\nb: 1\n'))
  it('writes one line in place of a literal block', () =>
    edit('a: |\n  x\n  y\nb: 1\n', set('/a', 'z')).gives('a: z\nb: 1\n'))
  it('keeps the digit in the header', () =>
    edit('a: |2\n    x\nb: 1\n', set('/a', '  y\n')).gives('a: |2\n    y\nb: 1\n'))
  it('writes a folded block as a literal one', () =>
    edit('a: >\n  x\n  y\n', set('/a', 'x\nz\n')).gives('a: |\n  x\n  z\n'))
  it('writes between quotes what no block can hold', () =>
    edit('a: x\n', set('/a', 'cr\rhere\n')).gives('a: "cr\\rhere\\n"\n'))
  it('writes between quotes in a flow collection', () =>
    edit('a: [x]\n', set('/a/0', 'x\ny\n')).gives('a: ["x\\ny\\n"]\n'))
  it('needs no final line break', () => edit('a: x', set('/a', 'x\ny')).gives('a: |-\n  x\n  y'))
})

describe('replacing a collection', () => {
  it('changes only what differs', () => {
    edit(
      yaml`
        metadata:
          labels:   # all of them
            app: web   # the one that counts
            tier: front
      `,
      set('/metadata/labels', { app: 'web', tier: 'back', team: 'blue' }),
    ).gives(yaml`
        metadata:
          labels:   # all of them
            app: web   # the one that counts
            tier: back
            team: blue
      `)
  })
  it('finds an item that was put between others', () =>
    edit('args:\n- a # first\n- c # last\n', set('/args', ['a', 'b', 'c'])).gives(
      'args:\n- a # first\n- b\n- c # last\n',
    ))
  it('prints afresh what has nothing in common', () =>
    edit('a:\n  x: 1\n  y: 2\nb: 1\n', set('/a', { z: ['q'] })).gives('a:\n  z:\n  - q\nb: 1\n'))
  it('writes a scalar behind the key', () => edit('a: # why\n  x: 1\nb: 1\n', set('/a', 5)).gives('a: 5 # why\nb: 1\n'))
  it('writes a collection below the key of a scalar', () =>
    edit('a: 5 # why\nb: 1\n', set('/a', { x: 1 })).gives('a: # why\n  x: 1\nb: 1\n'))
  it('replaces a map behind a dash', () =>
    edit('- x: 1\n  y: 2\n- z\n', set('/0', ['p', 'q'])).gives('- - p\n  - q\n- z\n'))
  it('writes a map behind the dash of a scalar', () =>
    edit('- a # why\n- z\n', set('/0', { p: 1, q: 2 })).gives('- p: 1 # why\n  q: 2\n- z\n'))
  it('empties one behind its key', () => edit('a:\n  x: 1\nb: 1\n', set('/a', {})).gives('a: {}\nb: 1\n'))
  it('replaces the root', () => edit('a: 1\nb: 2\n', set('', { c: 3 })).gives('c: 3\n'))
})
