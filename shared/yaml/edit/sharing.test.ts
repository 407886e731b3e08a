import { describe, it } from 'vitest'
import { add, edit, editAt, remove, set } from './testing/trial'

const first = { document: 0, item: null }

describe('shared values', () => {
  it('are refused with the places where they are seen', () => {
    edit('a: &x 1\nb: *x\n', set('/a', 2)).refuses('shared-by-alias', '/b')
    edit('a: &x {p: 1}\nb: *x\n', set('/a/p', 2)).refuses('shared-by-alias', '/b')
    edit('a: &x {p: 1}\nb: *x\n', set('/b/p', 2)).refuses('shared-by-alias')
    edit('a: &x {p: 1}\nb: *x\n', remove('/a')).refuses('shared-by-alias', '/b')
    edit('a: &x {p: {q: 1}}\nb:\n  <<: *x\n', set('/b/p/q', 2)).refuses('shared-by-merge')
  })
  it('may be edited where the edit stays here', () => {
    edit('a: &x 1\nb: *x\n', set('/b', 2)).gives('a: &x 1\nb: 2\n')
    edit('a: &x 1\nb: *x\nc: 1\n', remove('/b')).gives('a: &x 1\nc: 1\n')
    edit('a: &x {p: 1}\nb:\n  <<: *x\n  q: 2\n', set('/b/p', 3)).gives('a: &x {p: 1}\nb:\n  <<: *x\n  q: 2\n  p: 3\n')
    edit('a: &x {p: 1}\nb:\n  <<: *x\n', add('/b/q', 3)).gives('a: &x {p: 1}\nb:\n  <<: *x\n  q: 3\n')
  })
  it('are overridden behind the merge key, whatever the usual order', () =>
    edit('a: &x {name: p}\nb:\n  image: i\n  <<: *x\n', set('/b/name', 'q')).gives(
      'a: &x {name: p}\nb:\n  image: i\n  <<: *x\n  name: q\n',
    ))
  it('are written out where that is asked for', () => {
    const unshare = { unshare: true }
    editAt('a: &x {p: 1}\nb: *x\n', first, [set('/b/p', 2)], unshare).gives('a: &x {p: 1}\nb:\n  p: 2\n')
    editAt('a: &x 1\nb: *x\nc: *x\n', first, [set('/a', 2)], unshare).gives('a: 2\nb: &x 1\nc: *x\n')
    editAt('a: &x\n  p: 1\nb: *x\n', first, [remove('/a')], unshare).gives('b: &x\n  p: 1\n')
    editAt('a: &x {p: 1, q: 2}\nb:\n  <<: *x\n', first, [remove('/b/p')], unshare).gives(
      'a: &x {p: 1, q: 2}\nb:\n  q: 2\n',
    )
    editAt('a: &x {p: {q: 1}}\nb:\n  <<: *x\n', first, [set('/b/p/q', 2)], unshare).gives(
      'a: &x {p: {q: 1}}\nb:\n  <<: *x\n  p:\n    q: 2\n',
    )
  })
  it('do not come back when their override goes', () =>
    edit('a: &x {p: 1}\nb:\n  <<: *x\n  p: 2\n', remove('/b/p')).refuses('shared-by-merge'))
})
