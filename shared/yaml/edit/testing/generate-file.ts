import type { Random } from './random'

/** What a file's writer does throughout, drawn once a file. */
type Hand = {
  readonly step: number
  readonly seqStep: number
  readonly dash: string
  readonly comments: number
  readonly blanks: number
  readonly anchors: boolean
}

/**
 * A file as some hand might have written it: block and flow collections and their mixtures, every style of scalar, comments
 * before, behind and between, blank lines, several documents, anchors and aliases, any line ends, with or without a final
 * one. Every document is one that kubectl reads.
 */
export function generateFile(r: Random): string {
  const hand: Hand = {
    step: r.pick([2, 2, 2, 3, 4]),
    seqStep: r.pick([0, 0, 2, 4]),
    dash: r.pick(['- ', '- ', '- ', '-   ']),
    comments: r.pick([0, 0.15, 0.4]),
    blanks: r.pick([0, 0.1, 0.3]),
    anchors: r.chance(0.2),
  }
  const lines: string[] = []
  const documents = r.pick([1, 1, 1, 2, 3])
  for (let i = 0; i < documents; i++) {
    if (i > 0 || r.chance(0.2)) lines.push(r.pick(['---', '---', '--- # next']))
    lines.push(...documentOf(r, hand))
    if (i < documents - 1 && r.chance(0.1)) lines.push('...')
  }
  return withBreaks(r, lines)
}

function documentOf(r: Random, hand: Hand): string[] {
  if (r.chance(0.08)) return jsonLines(r)
  const head = ['apiVersion: v1', 'kind: ConfigMap', ...entryOf(r, hand, 'metadata', 2)]
  const anchored = hand.anchors ? ['shared: &shared', `${' '.repeat(hand.step)}p: 1`, 'also: *shared'] : []
  const rest = Array.from({ length: 1 + r.below(4) }, (_, i) => entryOf(r, hand, `k${i}`, 3)).flat()
  const lines = r.chance(0.1) ? [...rest, ...head] : [...head, ...anchored, ...rest]
  return r.chance(0.3) ? ['# at the top', ...(r.chance(0.5) ? [''] : []), ...lines] : lines
}

/** Lines of `key: value` from the key's column. */
function entryOf(r: Random, hand: Hand, name: string, depth: number): string[] {
  const key = r.pick([name, name, name, `"${name} x"`, `'${name}.io/x'`, `${name}-y`])
  const text = valueOf(r, hand, depth, hand.step)
  const above = r.chance(hand.comments) ? [`# about ${name}`] : []
  const behind = r.chance(hand.comments / 2) ? '   # why' : ''
  const before = r.chance(hand.blanks) ? [r.pick(['', '', ' ']), ...above] : above
  if (text.shape === 'inline') {
    const value = `:${spaceBefore(r, text.first)}${text.first}${text.hasTail ? '' : behind}`
    const head = r.chance(0.03) ? [`? ${key}`, value] : [key + value]
    return [...before, ...head, ...indent(text.rest, hand.step)]
  }
  const under = text.shape === 'map' ? hand.step : hand.seqStep
  const inside = r.chance(hand.comments / 3) ? [`${' '.repeat(hand.step)}# inside`] : []
  const after = r.chance(hand.comments / 3) ? [`${' '.repeat(hand.step + 1)}# deeper`] : []
  return [...before, `${key}:${behind}`, ...inside, ...indent(text.lines, under), ...after]
}

function itemOf(r: Random, hand: Hand, depth: number): string[] {
  const text = valueOf(r, hand, depth, hand.dash.length)
  const above = r.chance(hand.comments) ? ['# about the item'] : []
  if (text.shape === 'inline') {
    const behind = r.chance(hand.comments / 2) && !text.hasTail ? ' # why' : ''
    return [
      ...above,
      `${text.first === '' ? '-' : hand.dash}${text.first}${behind}`,
      ...indent(text.rest, hand.dash.length),
    ]
  }
  if (text.lines[0]!.trimStart().startsWith('#') || text.lines[0] === '' || r.chance(0.1)) {
    return [...above, '-', ...indent(text.lines, hand.dash.length)]
  }
  return [...above, hand.dash + text.lines[0]!, ...indent(text.lines.slice(1), hand.dash.length)]
}

type Text =
  /** `hasTail`: nothing may follow on the first line. */
  | { readonly shape: 'inline'; readonly first: string; readonly rest: readonly string[]; readonly hasTail: boolean }
  | { readonly shape: 'map' | 'seq'; readonly lines: readonly string[] }

/** `step` is by how much the lines below the first will be indented. */
function valueOf(r: Random, hand: Hand, depth: number, step: number): Text {
  const kind = depth <= 0 ? r.below(5) : r.below(10)
  if (kind >= 8)
    return { shape: 'seq', lines: Array.from({ length: 1 + r.below(3) }, () => itemOf(r, hand, depth - 1)).flat() }
  if (kind >= 5)
    return {
      shape: 'map',
      lines: Array.from({ length: 1 + r.below(3) }, (_, i) => entryOf(r, hand, `n${i}`, depth - 1)).flat(),
    }
  if (kind === 4) return flowOf(r, hand)
  if (kind === 3) return blockScalar(r, step)
  return inline(r.pick(SCALARS))
}

const SCALARS = [
  'web',
  'nginx:1.29',
  '0755',
  '1e3',
  'yes',
  '3',
  '-1.5',
  'null',
  '~',
  '',
  '""',
  "''",
  '"a # b"',
  "'it''s'",
  '"\\u0041\\n"',
  'a b  c',
  '!!str 5',
  '!custom v',
  '"two\n  lines"',
  'two\n  lines\n\n  more',
  "'single\n  lines'",
  '&lone v',
  'http://x.y/z?q=1#f',
]

function inline(source: string): Text {
  const [first, ...rest] = source.split('\n')
  return { shape: 'inline', first: first!, rest: rest.map(line => line.trimStart()), hasTail: rest.length > 0 }
}

function blockScalar(r: Random, step: number): Text {
  const digit = `|${step}`
  const first = r.pick(['|', '|-', '|+', '>', '>-', digit, '| # note'])
  const texts = [['one'], ['one', '', 'two'], ['# no comment', '  deeper', 'back'], ['tab\there', ''], ['a: b', '- c']]
  return { shape: 'inline', first, rest: first === digit ? [' one', 'two'] : r.pick(texts), hasTail: true }
}

function flowOf(r: Random, hand: Hand): Text {
  const simple = r.pick([
    '{}',
    '[]',
    '{ }',
    '[ ]',
    '[a, b]',
    '{a: 1, b: x}',
    '{ a: 1 }',
    '[ "a", \'b\' ]',
    '[[1, 2], {c: d}]',
    '{a: {b: [c, d]}}',
    '[a, ]',
    '{"a":1,"b":[true]}',
    '{a, b: 2}',
  ])
  if (r.chance(0.7)) return inline(simple)
  const note = r.chance(hand.comments) ? ' # part' : ''
  return { shape: 'inline', first: '[', rest: [`a,${note}`, 'b', ']'], hasTail: true }
}

function jsonLines(r: Random): string[] {
  const value = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'j', labels: {} },
    data: { a: 'x', b: ['y', 1, { c: null }] },
  }
  return JSON.stringify(value, null, r.pick([2, 4, 0])).split('\n')
}

function spaceBefore(r: Random, first: string): string {
  return first === '' ? '' : r.chance(0.03) ? r.pick(['\t', '   ']) : ' '
}

function indent(lines: readonly string[], columns: number): string[] {
  return lines.map(line => (line === '' ? '' : ' '.repeat(columns) + line))
}

function withBreaks(r: Random, lines: readonly string[]): string {
  const way = r.pick(['lf', 'lf', 'lf', 'crlf', 'mixed'])
  const text = lines.map(line => line + (way === 'crlf' || (way === 'mixed' && r.chance(0.4)) ? '\r\n' : '\n')).join('')
  const open = r.chance(0.12) ? text.replace(/\r?\n$/, '') : text
  return (r.chance(0.05) ? '\ufeff' : '') + open
}
