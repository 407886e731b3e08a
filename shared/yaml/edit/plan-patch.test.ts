import { describe, expect, it } from 'vitest'
import { planPatch } from './plan-patch'
import { add, edit, editAt, remove, set } from './testing/trial'

describe('planPatch', () => {
  it('changes one of several documents', () =>
    editAt('a: 1\n---\na: 2 # x\n---\na: 3\n', { document: 1, item: null }, [set('/a', 9)]).gives(
      'a: 1\n---\na: 9 # x\n---\na: 3\n',
    ))
  it('changes an item of a list', () =>
    editAt('kind: List\nitems:\n- a: 1\n- a: 2\n', { document: 0, item: 1 }, [set('/a', 9), add('/b', 1)]).gives(
      'kind: List\nitems:\n- a: 1\n- a: 9\n  b: 1\n',
    ))
  it('keeps a byte order mark', () => edit('\ufeffa: 1\n', set('/a', 2)).gives('\ufeffa: 2\n'))
  it('keeps directives and tabs', () => edit('%YAML 1.2\n---\na:\t1\t# x\n', set('/a', 2)).refuses('unreadable-yaml'))
  it('edits a value that holds a template in a string', () =>
    edit('a: "{{ .x }}"\nb: 1\n', set('/b', 2)).gives('a: "{{ .x }}"\nb: 2\n'))
  it('uses keys as they are written', () =>
    edit('n: 1\n1.5: 2\n', set('/n', 3), set('/1.5', 4)).gives('n: 3\n1.5: 4\n'))
  it('edits quoted and empty keys', () =>
    edit('"a b": 1\n"": 2\n', set('/a b', 3), set('/', 4)).gives('"a b": 3\n"": 4\n'))
  it('edits the value of an explicit key', () => edit('? a\n: 1\nb: 2\n', set('/a', 3)).gives('? a\n: 3\nb: 2\n'))
  it('keeps lone carriage returns, which kubectl reads as line breaks', () => {
    edit('a: 1\rb: 2\r', set('/b', 3), add('/c', { d: 4 })).gives('a: 1\rb: 3\rc:\r  d: 4\r')
    edit('a: 1\rb: 2\r', remove('/a')).gives('b: 2\r')
  })
  it('never writes a line that would cut the document', () =>
    edit('a: |\n  x\n', set('/a', '---\ny\n')).gives('a: |\n  ---\n  y\n'))
  it('refuses a document that can not be read', () => edit('a: [\n', set('/a', 1)).refuses('unreadable-yaml'))
  it('refuses a document that is not there', () =>
    editAt('a: 1\n', { document: 3, item: null }, []).refuses('no-such-document'))
  it('refuses an item that is not there', () =>
    editAt('items: []\n', { document: 0, item: 0 }, []).refuses('no-such-document'))
  it('refuses a key that stands there twice', () => edit('a: 1\na: 2\n', set('/a', 3)).refuses('duplicate-key'))
  it('refuses half a surrogate pair', () => edit('a: 1\n', set('/a', '\ud800')).refuses('not-printable'))
  it('refuses to remove the whole document', () => edit('a: 1\n', remove('')).refuses('no-such-path'))
  it('says the place of a refusal in the file', () => {
    const plan = planPatch('a: 1\n---\nb: 1\n', { document: 1, item: null }, [remove('/c')])
    expect(plan).toMatchObject({ ok: false, at: 9 })
  })
})
