import { applySplices } from '../../../shared/text/splice'
import { planPatch } from '../../../shared/yaml/edit/plan-patch'
import type { PatchOperation } from '../../../shared/yaml/edit/edit-plan'
import type { PlainValue } from '../../../shared/yaml/plain'
import { formatPointer } from '../../../shared/yaml/pointer'
import { seeded, type Random } from '../random'
import type { CorpusFile } from './corpus'
import { meaningOfPlain } from './meaning-of'
import { madeScalar, oddScalars } from './odd-scalars'
import type { KubectlReading } from './kubectl'

/** A file that the editor wrote a string into, and what kubectl must read from it. */
export type WrittenFile = CorpusFile & { readonly expected: PlainValue }

export type Written = { readonly files: readonly WrittenFile[]; readonly refused: readonly string[] }

/** Has the editor write strings of every sort, as value and as key, into files of every style: the same each time. */
export function writeStrings(count: number): Written {
  const random = seeded('written strings')
  const files: WrittenFile[] = []
  const refused: string[] = []
  const write = (string: string, place: Place): void => {
    const path = `${JSON.stringify(string).slice(0, 80)} into ${JSON.stringify(place.text)}`
    const plan = planPatch(place.text, { document: 0, item: null }, place.patch(string))
    if (plan.ok) files.push({ path, text: applySplices(place.text, plan.splices), expected: place.expected(string) })
    else refused.push(`${path}: ${plan.code}`)
  }
  for (const string of [...oddScalars, ...OTHERS]) for (const place of PLACES) write(string, place)
  while (files.length + refused.length < count) write(madeString(random), random.pick(PLACES))
  return { files: files.map((file, i) => ({ ...file, path: `${i} ${file.path}` })), refused }
}

/** The files from which kubectl reads something else than what was written. */
export function misread(files: readonly WrittenFile[], theirs: ReadonlyMap<string, KubectlReading>): string[] {
  return files.flatMap(({ path, text, expected }) => {
    const reading = theirs.get(path)!
    const read = reading.objects.get(0) ?? reading.refused?.why ?? 'nothing'
    return read === meaningOfPlain(expected) ? [] : [`${path}: ${JSON.stringify(text)} is read as ${read}`]
  })
}

type Place = {
  readonly text: string
  readonly patch: (string: string) => readonly PatchOperation[]
  readonly expected: (string: string) => PlainValue
}

/** Where a value stands in each style, and is replaced. */
const VALUES = [
  'v: old\nw: 1\n',
  "v: 'old' # why\nw: 1\n",
  'v: "old"\nw: 1\n',
  'v: |\n  old\n  text\nw: 1\n',
  'v: >-\n    old\n    text\nw: 1',
  'v: old\n  text\nw: 1\n',
  'v:\nw: 1\n',
  'v: old\r\nw: 1\r\n',
  '{v: old, w: 1}\n',
  '{"v": "old", "w": 1}',
  "{\n  'v': 'old',\n  'w': 1\n}\n",
]

const PLACES: readonly Place[] = [
  ...VALUES.map(text => ({
    text,
    patch: (value: string) => [{ op: 'replace', path: '/v', value }] as const,
    expected: (value: string) => ({ v: value, w: 1 }),
  })),
  ...['v:\n- a\n', 'v:\n    - "a"\n', 'v: [a]\n', "v: [ 'a' ]\n", '{"v":["a"]}', 'v:\n- - a\n- - b\n'].map(text => ({
    text,
    patch: (value: string) => [{ op: 'add', path: '/v/-', value }] as const,
    expected: (value: string) => ({ v: [...(text.includes('- -') ? [['a'], ['b']] : ['a']), value] }),
  })),
  ...['v:\n  a: 1\n', 'v: {a: 1}\n', 'v: { "a": 1 }\n', '{"v":{"a":1}}', "v:\n  'a': 1\n"].flatMap(text => [
    {
      text,
      patch: (key: string) => [{ op: 'add', path: formatPointer(['v', key]), value: [key, { [key]: key }] }] as const,
      expected: (key: string) => ({ v: { a: 1, [key]: [key, { [key]: key }] } }),
    },
    {
      text,
      patch: (key: string) => [{ op: 'rename', path: '/v/a', key }] as const,
      expected: (key: string) => ({ v: { [key]: 1 } }),
    },
  ]),
]

const OTHERS = [
  '',
  ' ',
  ' a ',
  '\n',
  'a\n',
  'a\n\n',
  '\na',
  'a\nb',
  '  a\n b\n',
  'a \nb\t\n',
  '\ta\n\tb\n',
  'a\r\nb',
  'a\rb',
  '\u0000',
  '\u0007\u001b',
  '\u007f',
  'a\u0085b',
  'a\u2028b\u2029',
  '\ufeffa',
  '\ufffe',
  'a\n---\nb',
  '---',
  '--- a',
  '...',
  '# a\n# b\n',
  'a: b\nc: d\n',
  '- a\n- b\n',
  `word ${'long '.repeat(200)}`,
  'x'.repeat(1022),
  '{"a": [1, "b"]}',
  '{{ .Values.x }}',
  '${A:-b}',
  '\\d+\\.\\w',
]

const PIECES = [
  ...'abyn01 \n\t:#-?!&*|>%@`\'"{}[],=~<\\/.+_',
  '\r\n',
  '\u00e9',
  '\u65e5',
  '\ud83d\ude00',
  '\u0085',
  '\u2028',
  '\u0001',
  ': ',
  ' #',
  '- ',
]

function madeString(random: Random): string {
  if (random.chance(0.4)) return madeScalar(random.next)
  return Array.from({ length: 1 + random.below(14) }, () => random.pick(PIECES)).join('')
}
