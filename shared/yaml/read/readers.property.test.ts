import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainOf } from '../meaning'
import type { DocumentReading, YamlNode } from '../tree'
import { readByYaml } from './by-yaml'
import { cutDocuments } from './cut'
import { readFile } from './read-file'
import { readPiece } from './read-piece'

const corpus = resolve(process.env['CHARTROOM_CORPUS'] ?? '../shared/corpus')

/** Trees and comments of two readings of one document. */
function trees(reading: DocumentReading): unknown {
  return { root: reading.root, comments: reading.comments }
}

/** Generated block YAML: maps and lists of scalars in every style, with comments, anchors and odd spacing. */
const scalars = fc.constantFrom(
  'web',
  '0755',
  "'it''s'",
  '"a\\tb"',
  '{a: 1, b: [x, "y"]}',
  '[]',
  '[a, {b: c}, ]',
  '!!str 5',
  '&anchor x',
  '',
  '# only a comment',
  'two words # and why',
  'http://a:80/b#c',
  '"two\n  lines"',
  '~',
)
const blocks = fc.constantFrom('|', '|-', '|+', '>', '>-', '>2', '| # why')
const keys = fc.constantFrom(
  'name',
  'app.kubernetes.io/name',
  '"quoted key"',
  "'k'",
  '<<',
  '5',
  'a b',
  '&k name',
  '!t x',
)

type Tree =
  | { readonly kind: 'scalar'; readonly text: string }
  | { readonly kind: 'block'; readonly header: string; readonly lines: readonly string[] }
  | {
      readonly kind: 'map' | 'list'
      readonly children: readonly (readonly [string, Tree])[]
      readonly gap: string
      readonly indented: boolean
    }

const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ kind: fc.constant('scalar' as const), text: scalars }),
    fc.record({
      kind: fc.constant('block' as const),
      header: blocks,
      lines: fc.array(fc.constantFrom('text', '  more', '', '# no comment', 'key: value', '- item'), { maxLength: 5 }),
    }),
    fc.record({
      kind: fc.constantFrom('map' as const, 'list' as const),
      children: fc.array(fc.tuple(keys, tie('tree')), { minLength: 1, maxLength: 4 }),
      gap: fc.constantFrom('\n', '\n\n', '\n# between\n', '   # behind\n'),
      indented: fc.boolean(),
    }),
  ),
}))

function print(node: Tree, indent: number): string {
  const margin = ' '.repeat(indent)
  if (node.kind === 'scalar') return ` ${node.text.replaceAll('\n', `\n${margin}  `)}\n`
  if (node.kind === 'block') {
    const body = node.lines.map(line => (line === '' ? '\n' : `${margin}  ${line}\n`)).join('')
    return ` ${node.header}\n${body}`
  }
  const at = node.kind === 'list' && !node.indented && indent > 0 ? indent - 2 : indent
  const lines = node.children.map(([key, child]) => {
    const front = ' '.repeat(at) + (node.kind === 'list' ? '-' : `${key}:`)
    return front + print(child, at + 2)
  })
  return node.gap + lines.join('')
}

function everyNode(node: YamlNode, visit: (node: YamlNode) => void): void {
  visit(node)
  if (node.type === 'map')
    for (const entry of node.entries) {
      everyNode(entry.key, visit)
      everyNode(entry.value, visit)
    }
  if (node.type === 'seq') for (const item of node.items) everyNode(item.value, visit)
}

describe('both readers', () => {
  it('give the same tree for generated documents, and the fast one gives up on none that the other reads', () => {
    let read = 0
    fc.assert(
      fc.property(tree, fc.constantFrom('\n', '\r\n'), (made, lineBreak) => {
        const text = print(made, 0).replaceAll('\n', lineBreak)
        for (const piece of cutDocuments(text)) {
          const ours = readPiece(text, piece)
          const theirs = readByYaml(text, piece)
          if (theirs.problems.length > 0) continue
          read++
          expect(ours.readBy).toBe('fast')
          expect(trees(ours)).toEqual(trees(theirs))
        }
      }),
      { numRuns: 1500, seed: 7 },
    )
    expect(read).toBeGreaterThan(1000)
  })
  it('give ranges that slice to what stands there', () => {
    fc.assert(
      fc.property(tree, made => {
        const text = print(made, 0)
        for (const { root } of readFile(text)) if (root !== null) everyNode(root, node => expectRange(text, node))
      }),
      { numRuns: 500, seed: 8 },
    )
  })
})

function expectRange(text: string, node: YamlNode): void {
  const slice = text.slice(node.from, node.to)
  expect(slice).toBe(slice.trimStart())
  if (node.properties !== null) expect(text.slice(node.properties.from)).toMatch(/^[&!]/)
  if (node.type === 'alias') expect(slice).toBe(`*${node.name}`)
  else if (node.type === 'scalar') {
    if (node.style === 'single') expect(slice).toMatch(/^'[^]*'$/)
    if (node.style === 'double') expect(slice).toMatch(/^"[^]*"$/)
    if (node.style === 'literal') expect(slice).toMatch(/^\|/)
    if (node.style === 'folded') expect(slice).toMatch(/^>/)
    if (node.style === 'empty') expect(slice).toBe('')
  } else if (node.style === 'flow' && node.type === 'seq') expect(slice).toMatch(/^\[[^]*\]$/)
  else if (node.type === 'map')
    for (const entry of node.entries) if (entry.colon !== null) expect(text[entry.colon]).toBe(':')
  if (node.type === 'seq' && node.style === 'block') for (const item of node.items) expect(text[item.from]).toBe('-')
}

describe('readFile on damaged text', () => {
  const bases = [
    'apiVersion: v1\nkind: Service\nmetadata: {name: "web", labels: {a: b}}\nspec:\n  ports:\n  - port: 80 # why\n    name: |-\n      text\n',
    'a: &x\n- "b\\n"\n-   - c\n    - *x\n--- # next\n? d\n: >+\n  e\n\n\'f\': {g: [h, i: j]}\r\n...\n',
  ]
  const pieces = [
    '\t',
    '"',
    "'",
    '{',
    '[',
    '}',
    ']',
    ':',
    ': ',
    '- ',
    '\n',
    '\r',
    '#',
    '&a ',
    '*a',
    '!',
    '? ',
    '|',
    '>\n',
    '---',
    '{{',
    '\u0000',
    '\ufeff',
    '\ud800',
    '%',
    ',',
    '\\',
  ]

  it('never throws, and always says why where it gives no tree', () => {
    const edits = fc.array(fc.tuple(fc.nat(200), fc.nat(12), fc.constantFrom('', ...pieces)), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.constantFrom(...bases), edits, (base, list) => {
        let text = base
        for (const [at, length, insert] of list) {
          const from = at % (text.length + 1)
          text = text.slice(0, from) + insert + text.slice(from + length)
        }
        for (const reading of readFile(text)) {
          const meaning = plainOf(text, reading.root)
          if (!meaning.ok) expect(meaning.problem.message).not.toBe('')
          const source = text.slice(reading.piece.from, reading.piece.to)
          if (reading.root === null && /^[a-z]/m.test(source)) expect(reading.problems).not.toEqual([])
          for (const problem of reading.problems) {
            expect(problem.from).toBeGreaterThanOrEqual(0)
            expect(problem.to).toBeLessThanOrEqual(text.length)
          }
        }
      }),
      { numRuns: 4000, seed: 9 },
    )
  })
})

describe.skipIf(!existsSync(corpus))(`the corpus (skipped without ${corpus})`, () => {
  it('is read by the fast reader alone, save what no reader takes, and equal to yaml on a sample of files', () => {
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.ya?ml$/.test(name) && !name.startsWith('_'))
      .sort()
    const unread: string[] = []
    let documents = 0
    files.forEach((name, i) => {
      const text = readFileSync(join(corpus, name), 'utf8')
      for (const piece of cutDocuments(text)) {
        documents++
        const ours = readPiece(text, piece)
        if (ours.readBy !== 'fast' || ours.problems.some(problem => problem.severity === 'error')) unread.push(name)
        if (i % 12 === 0 && text.length < 100_000) expect(trees(ours)).toEqual(trees(readByYaml(text, piece)))
      }
    })
    expect(documents).toBeGreaterThan(1000)
    expect(unread.length / documents).toBeLessThan(0.002)
  })
})
