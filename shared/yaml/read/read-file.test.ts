import { describe, expect, it } from 'vitest'
import { plainOf } from '../meaning'
import type { YamlNode } from '../tree'
import { readByYaml } from './by-yaml'
import { cutDocuments } from './cut'
import { readFile } from './read-file'
import { readPiece } from './read-piece'

/** The data of every document of a text; a document that can't be read is its problem's code. */
function read(text: string): unknown[] {
  return readFile(text).map(reading => {
    const problem = reading.problems.find(found => found.severity === 'error')
    if (problem !== undefined) return problem.code
    const meaning = plainOf(text, reading.root)
    return meaning.ok ? meaning.value : meaning.problem.code
  })
}

/** The reading of a text of one document, the same from both readers. */
function treeOf(text: string): YamlNode {
  const [piece] = cutDocuments(text)
  const ours = readPiece(text, piece!)
  expect(ours.readBy).toBe('fast')
  expect({ root: ours.root, comments: ours.comments }).toEqual({
    root: readByYaml(text, piece!).root,
    comments: readByYaml(text, piece!).comments,
  })
  return ours.root!
}

describe('cutDocuments', () => {
  const pieces = (text: string): string[] => cutDocuments(text).map(piece => text.slice(piece.from, piece.to))

  it('cuts at lines that start with three dashes', () => {
    expect(pieces('a: 1\n---\nb: 2\n--- # why\nc: 3')).toEqual(['a: 1\n', 'b: 2\n', 'c: 3'])
  })
  it('makes no piece of a leading separator, and none of what is before a byte order mark', () => {
    expect(pieces('\ufeff---\na: 1\n')).toEqual(['a: 1\n'])
  })
  it('counts an empty piece between three separators, and none between two', () => {
    expect(pieces('a: 1\n---\n---\nb: 2\n')).toEqual(['a: 1\n', 'b: 2\n'])
    expect(pieces('a: 1\n---\n---\n---\nb: 2\n')).toEqual(['a: 1\n', '', 'b: 2\n'])
  })
  it('cuts CRLF files at the same places', () => {
    expect(pieces('a: 1\r\n---\r\nb: 2\r\n')).toEqual(['a: 1\r\n', 'b: 2\r\n'])
  })
})

describe('readFile', () => {
  it('gives places that slice to what stands there', () => {
    const text = 'metadata:\n  name: web   # who\n  labels: {app: "a b"}\n'
    const root = treeOf(text)
    const metadata = root.type === 'map' ? root.entries[0]!.value : null
    const [name, labels] = metadata?.type === 'map' ? metadata.entries : []
    expect(text.slice(name!.from, name!.colon! + 1)).toBe('name:')
    expect(text.slice(name!.value.from, name!.value.to)).toBe('web')
    expect(text.slice(labels!.value.from, labels!.value.to)).toBe('{app: "a b"}')
  })
  it('puts an empty value right behind its colon, dash or properties', () => {
    const root = treeOf('a:   # nothing\nb:\n-\n- &x\n')
    const [a, b] = root.type === 'map' ? root.entries : []
    expect(a!.value).toMatchObject({ style: 'empty', from: 2, to: 2 })
    expect(b!.value).toMatchObject({ items: [{ value: { from: 19, to: 19 } }, { value: { from: 24, to: 24 } }] })
  })
  it('reads anchors, aliases, tags and merge keys itself', () => {
    const text = 'base: &b {x: 1}\nv:\n  <<: *b\n  z: !!str 2\nw: &l\n- *b\n'
    treeOf(text)
    expect(read(text)).toEqual([{ base: { x: 1 }, v: { x: 1, z: '2' }, w: [{ x: 1 }] }])
  })
  it('ends a block scalar behind its content, and with + behind its blank lines', () => {
    const texts = [
      'a: |\n  x\n\nb: 1\n',
      'a: |+\n  x\n\nb: 1\n',
      'a: >-\r\n  x\r\n  y\r\nb: 1\r\n',
      'a: |2\n    x',
      'a: |\nb: 1\n',
    ]
    const ends = texts.map(text => {
      const root = treeOf(text)
      const value = root.type === 'map' ? root.entries[0]!.value : root
      return text.slice(value.from, value.to)
    })
    expect(ends).toEqual(['|\n  x', '|+\n  x\n', '>-\r\n  x\r\n  y', '|2\n    x', '|'])
  })
  it('keeps every comment, the ones of empty documents too', () => {
    const text = '# a\n---\n# b\nx: 1 # c\n#d\ny: | # e\n  # text\n# f\n'
    const comments = readFile(text).map(({ comments: found }) => found.map(({ from, to }) => text.slice(from, to)))
    expect(comments).toEqual([['# a'], ['# b', '# c', '#d', '# e', '# f']])
  })
  it('reads a document that is broken as a problem with its place, and the others as ever', () => {
    const text = 'a: 1\n---\na: [\n---\nb: 2\n'
    expect(read(text)).toEqual([{ a: 1 }, 'unreadable-yaml', { b: 2 }])
    expect(readFile(text)[1]!.problems[0]!.from).toBeGreaterThanOrEqual(9)
  })
  it('names a template as what it is, with its place', () => {
    const text = 'a: 1\n{{- if .Values.x }}\nb: 2\n{{- end }}\n'
    expect(read(text)).toEqual(['template-not-yaml'])
    expect(text.slice(readFile(text)[0]!.problems[0]!.from)).toMatch(/^{{- if/)
    expect(read('name: {{ .Values.name }}\n')).toEqual(['template-not-yaml'])
    expect(read('name: "{{ .Values.name }}"\n')).toEqual([{ name: '{{ .Values.name }}' }])
  })
  it('warns of a key that stands twice, and means the last', () => {
    const text = 'a: 1\nb: 2\n"a": 3\n'
    expect(readFile(text)[0]!.problems).toMatchObject([{ code: 'duplicate-key', severity: 'warning', from: 10 }])
    expect(read(text)).toEqual([{ a: 3, b: 2 }])
  })
  it('leaves keys behind ? to the yaml package, and gets the same kind of tree', () => {
    const [reading] = readFile('? a\n: b\n? c\n')
    expect(reading).toMatchObject({
      readBy: 'yaml',
      root: {
        entries: [
          { from: 0, colon: 4 },
          { from: 8, colon: null, value: { style: 'empty' } },
        ],
      },
    })
  })
  it.each([
    ['a tab behind the mark of a key', '?\ta\n: 1\n'],
    ['a tab behind the colon of a marked key', 'a:\n- ? b\n  : \t1\n'],
    ['a tab in the indentation', 'a:\n\tb: 1\n'],
    ['a line of tabs between entries', 'a: 1\n\t\nb: 2\n'],
    ['a directive', '%YAML 1.1\n'],
    ['an end before any start', '...\na: 1\n'],
    ['a control character, even in a comment', '# \u0001\na: 1\n'],
    ['a named tag handle', 'a: !e!x 1\n'],
  ])('says that kubectl refuses %s', (_what, text) => {
    expect(read(text)).toEqual(['kubectl-refuses'])
  })
  it('says that text behind --- costs the documents on both sides of it', () => {
    expect(read('a: 1\n--- b\nc: 2\n')).toEqual(['kubectl-refuses', 'kubectl-refuses'])
  })
  it('takes a lone CR, U+0085 and U+2028 for line breaks, as kubectl does', () => {
    expect(read('a: 1\rb:\r  c: |\r    x\r    y\r')).toEqual([{ a: 1, b: { c: 'x\ny\n' } }])
    expect(read('a: "x\u0085y"\n')).toEqual([{ a: 'x y' }])
    expect(read('a: |\n  x\u2028  y')).toEqual([{ a: 'x\u2028y\n' }])
  })
  it('ends a plain value between brackets as kubectl does, not as YAML 1.2', () => {
    expect(read('a: [1.2.3.4, 001:db8::]\n')).toEqual([{ a: ['1.2.3.4', '001:db8::'] }])
  })
  it('takes ? between brackets for the mark of a key, as kubectl does', () => {
    expect(read('v: [?a, last]\nw: {?b: 1, ?c}')).toEqual([{ v: [{ a: null }, 'last'], w: { b: 1, c: null } }])
    expect(read('v: [?, a]')).toEqual(['kubectl-refuses'])
  })
  it('takes commas and square brackets for part of a tag, as kubectl does', () => {
    expect(read('v: [!, last]\nw: ![\nx: [!]@0, a]')).toEqual([{ v: ['last'], w: '', x: ['a'] }])
    expect(read('v: {!}')).toEqual(['kubectl-refuses'])
  })
  it.each(['%s: 1', '{%s: 1}', '[&x %s: 1]', '{"%s": 1}'])(
    'refuses a key whose colon is too far for kubectl in %s',
    form => {
      const of = (length: number) => read(form.replace('%s', 'é'.repeat(length)))[0]
      expect(of(1030)).toBe('kubectl-refuses')
      expect(of(1021)).not.toBeTypeOf('string')
    },
  )
  it('gives up on nesting that would exhaust the stack, quickly', () => {
    const deep = 100_000
    for (const text of [
      '['.repeat(deep),
      '{a: '.repeat(deep),
      '- '.repeat(deep),
      '? '.repeat(deep),
      '&a '.repeat(deep),
    ])
      expect(readFile(text)[0]!.root).toBeNull()
    const stairs = Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')
    expect(read(stairs)).toEqual(['too-deep'])
  })
  it('reads 100,000 keys of one map without comparing each with each', () => {
    const text = Array.from({ length: 100_000 }, (_, i) => `key${i}: ${i}`).join('\n')
    const started = performance.now()
    expect(Object.keys(Object(read(text)[0]))).toHaveLength(100_000)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
