import { seeded } from './seeded'
import type { CorpusFile } from './corpus'

/** Scalars that YAML 1.1, YAML 1.2, Go and people read differently. */
const WORDS =
  'y Y yes Yes YES yEs n N no No NO on On ON oN off Off OFF true True TRUE tRUE false False FALSE t f null Null NULL nULL ~ ~~ nil None .inf .Inf .INF +.inf -.inf -.INF .nan .NaN .NAN .Nan inf nan Infinity'
const NUMBERS =
  '0 1 -1 +1 00 -0 -0.0 +0 007 0777 0755 -017 +017 08 09 0888 08.5 0o17 0O17 0o8 -0o17 0x1F 0X1f 0xg -0x1F 0x 0b 0b11 0B11 -0b11 0b+11 0b-11 -0b+1 0b2 0b_1 0x_1F 0_7 0_8 1_000 1__000 _1 1_ -1_000 +1_0.5 1_0e1_0 0.1_5 .1_5 ._5 . .. - + -. .5 +.5 -.5 5. 1.e3 .5e-3 1e 1e3 1E3 1e+3 1e-3 1.5e3 1e400 .1e400 1e-400 9007199254740991 9007199254740993 -9007199254740993 9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809 18446744073709551615 18446744073709551616 0xFFFFFFFFFFFFFFFF 0x10000000000000000 0777777777777777777777 01777777777777777777777 02000000000000000000000 1.0 1.10 0.1 100.0 1e5 1e6 123456.0 1234567.0 0.0001 0.00001 3.4e39 16777217.0 0x1p-2 1,000 100m 1Gi 0.5Gi 10% 1k 1.2.3'
const TIMES =
  '1:30 12:30:45 190:20:30 190:20:30.15 -1:30 2024-01-01 2024-1-1 2024-13-45 2024-02-30 2001-12-14t21:59:43.10-05:00 2001-12-15T02:59:43.1Z 20240101'
const PUNCTUATION = [
  'a:b',
  'a:',
  '::',
  ':a',
  'a#b',
  'a #b',
  '-a',
  '-1-',
  '?a',
  '=',
  '<',
  '<<',
  'x y',
  'a\tb',
  'é',
  '日本',
  '😀',
  'a,b',
  "it's",
  'a\\n',
  '%a',
  '@a',
  '`a',
  '!',
  '*',
  '&a b',
  '- a',
  '? a',
  '#a',
  'a]',
  '{a',
  '١٢',
  '｡',
  '001:db8::',
  'http://a?b=c',
]
const QUOTED = [
  '""',
  "''",
  '"yes"',
  "'0755'",
  '"a\\tb"',
  '"\\x41\\u263A\\U0001F600"',
  '"\\uD83D\\uDE00"',
  '"\\/"',
  '"\\\'"',
  '"\\N\\_\\L\\P\\0\\e"',
  "'it''s'",
  '" a "',
  '"a\n  b"',
  '"a \n\n  b\\\n  c"',
  "'a\n\n\n  b'",
  '"a\\\n   \\ b"',
  '"a\n\tb"',
]
const BLOCKS = [
  '|\n  5',
  '|-\n  5',
  '>-\n  yes',
  '|+\n  a\n\n',
  '|\n  a\n\n\n',
  '>\n  a\n  b\n\n  c\n   d\n  e',
  '>+\n  a\n\n',
  '|2\n    x',
  '|1\n  x',
  '|2-\n    x\n  y',
  '|-\n\n  a\n',
  '>-\n\n\n  a\n\n\n  b',
  '|  # why\n  x',
  '|\n  a \n  b\t',
  '|\n  \ta',
  '|\n',
  '|-\n',
  '|+\n\n',
  '>\n\n  \n  a',
  '>\n  a\n   \n  b',
  '>\n   \n  a',
  '|\n   \n  a',
  '|+\n  a\n   ',
  '>\n  a\n\n   b\n\n  c',
  'a\n  b',
  'a\n\n  b\n  c',
  'yes\n  no',
]
const FLOWS = [
  '{a: yes, b: 0755}',
  '[yes, 0755, 1e3, ~, "x", 2024-01-01]',
  '{yes, no}',
  '{a, b: , c: ~}',
  '[a: b, c]',
  '[[1], [0o17]]',
  '{"a":1,"b":[true]}',
  '{1: a, 0x10: b, 1.5: c, true: d}',
  '[]',
  '{}',
  '[ ]',
  '[a, ]',
  '{a: {b: {c: on}}}',
  '[\n  a,\n  b # c\n  ]',
  '{\n  a: 1,\n  # c\n  b: 2\n  }',
  '[a:, b]',
  '{a:}',
  '{a:1}',
  '[a b, c]',
  '[-1, -]',
  '{a: [b, {c: d}]}',
  '[\nx\n]',
  '{a:\tb}',
  '["a\n  b"]',
  '[a\n  b, c]',
]
const TAGS =
  '!!str !!int !!float !!bool !!null !!binary !!timestamp !!set !custom ! !<tag:yaml.org,2002:str> !<tag:yaml.org,2002:int> !!s%74r !e!x &a !!merge'.split(
    ' ',
  )
const DOCUMENTS = [
  'base: &b {x: yes, z: 0755}\nv:\n  <<: *b\n  y: 2',
  'base: &b {x: 1}\nv: {<<: *b, x: 2}',
  'base: &b {x: 1}\nv:\n  x: 2\n  <<: *b',
  'a: &a {x: 1, w: 1}\nb: &b {x: 2, z: 3}\nv:\n  <<: [*a, *b]',
  'v:\n  <<: {x: 1}\n  y: 2',
  'v:\n  <<: 5',
  'v:\n  "<<": 5',
  "v:\n  '<<': {x: 1}",
  'a: &x 0755\nv: *x',
  'a: &x [1, on]\nv: *x',
  'a: &x\nv: *x',
  'k: &k name\nv:\n  *k : 5',
  'k: &k name\nv:\n  *k: 5',
  'a: &a 1\nb: &a 2\nv: *a',
  'a: &a [*a]',
  'v: *nope',
  'v:\n  ? a\n  : yes',
  'v:\n  ? |\n    block\n  : b',
  'v:\n  ? [a]\n  : b',
  'v:\n  a: 1\n  a: 2',
  'v:\n  : b',
  'v:\n  ~: b',
  'v:\n- a\n-\n- - b\n  - c\n-   d: 1\n    e: 2',
  'v:\n  -\n    a: 1\n  - # c\n    b: 2',
  'a: &x\n  b: 1\nc: *x',
  'a: !!map\n  b: 1',
  '&r\na: b',
  '&k a: b',
  'a:\n  &x\n  b: 1',
  'a: &x\n- 1\nb: *x',
  'a:\n  - &x b: 1\n    c: 2\n  - *x',
  'a: 1\n\t\nb: 2',
  'a:\n\t- b',
  'a: b\n\tc',
  'a: "x"\n \t# c\nb: 1',
  'a:\tb',
  '-\ta',
  '- \ta',
  'a: {b: 1}\n...\nc: 2',
  '...\na: 1',
  '%YAML 1.1\n',
  'a: 1\n--- b\nc: 2',
  '---a',
  'a: b: c',
  'a: [b',
  'a: "b',
  "a: 'b",
  'a:\n  b: 1\n c: 2',
  'a:\n    b: 1\n  c: 2',
  '"a" b: c',
  'a: "b" c',
  '- a\nb: c',
  'a: - b',
  '"a\n b": c',
  'a:\r\n  b: 1\r\nc:\r\n- 2\r\n',
  'a: 1\rb: 2',
  'a: "x\u0085y"',
  'a: "x\u2028y"',
  'a: x\u2028b: y',
  'a: |\n  x\u2028  y',
  '# c\u2028a: 1',
  'a: \u0007',
  'a: \u007f',
  '# \u0001',
  'a: \ufeffb',
  '\ufeffa: 1',
  '{"a": 18446744073709551616, "b": "\\uD83D\\uDE00\\/"}',
  '{"a": 1}\n---\n{"b": 18446744073709551616}',
  '{a: 18446744073709551616}',
  '{{ .Values.x }}',
  'a: {{ .Values.x }}',
  '{{- if x }}\na: 1\n{{- end }}',
  'a: "{{ x }}"',
  "a:\n  'b''c': x",
  'v:\n  a b c: x\n  d  : y',
  'v:\n  f:x: {}\n  k:{"a":"b"}: {}',
  'a: ]',
  'a: }',
  'a: ,',
  'a: @b',
  'a: `b',
  'a: %b',
  'a: |x\n  b',
  'a: |0\n  b',
  'a: "\\q"',
  '[a, b]',
  'just a string',
  '"quoted"',
  '- 1\n- 2',
  'a: &b &c d',
  'a: !x !y z',
  'a: *b *c',
  '? a',
  'a',
  'a: |\n b\n  c\n d',
  'a: >\n b\n  c\n\n d\n',
  'a: |\n\n\n',
  'a: |-\n  b\n # c\nd: e',
  'a: b # c\n  d',
  'a: b\n  # c\n  d',
  'a:\n  # c\n  b\n',
  '"a":1',
  '{"a":1}',
  "a: 'x'# y",
  'a: [b]# y',
  'a: [b]c',
  'a: {b: c}: d',
  `${'a'.repeat(1025)}: b`,
  `${'a'.repeat(1023)}: b`,
]

/** Files with one odd thing each, in every place where it could stand, and made numbers: the same for the same seed. */
export function spellings(count: number): CorpusFile[] {
  const files: CorpusFile[] = []
  const add = (text: string): void => void files.push({ path: JSON.stringify(text).slice(0, 200), text })
  const odd = [...WORDS.split(' '), ...NUMBERS.split(' '), ...TIMES.split(' '), ...PUNCTUATION]
  for (const scalar of odd) for (const place of PLACES) add(place(scalar))
  for (const scalar of odd) if (!/['"\\]/.test(scalar)) add(`v: "${scalar}"\n'${scalar}': 1\n`)
  for (const scalar of [...QUOTED, ...FLOWS]) for (const place of PLACES) add(place(scalar))
  for (const scalar of BLOCKS) for (const place of BLOCK_PLACES) add(place(scalar))
  for (const tag of TAGS)
    for (const scalar of [...odd.slice(0, 90), '', '"5"', "'yes'", '{a: 1}', '[1]', 'aGVsbG8=', '"/w=="', '$$'])
      add(`v: ${tag} ${scalar}\n`)
  for (const text of DOCUMENTS) add(text)
  const random = seeded(1)
  while (files.length < count) {
    const scalar = madeScalar(random)
    add(PLACES[Math.floor(random() * PLACES.length)]!(scalar))
  }
  return files.map((file, i) => ({ path: `${i} ${file.path}`, text: file.text }))
}

const PLACES: readonly ((scalar: string) => string)[] = [
  scalar => `v: ${scalar}\n`,
  scalar => `v:\n  ${scalar}: here\n  other: 1\n`,
  scalar => `v:\n- ${scalar}\n- last\n`,
  scalar => `v: [${scalar}, last]\n`,
  scalar => `v: {${scalar}: here, other: 1}\n`,
  scalar => `v: ${scalar} # yes: 0755\nw: 1`,
  scalar => `v:\n  ${scalar}\nw: 1`,
]
const BLOCK_PLACES: readonly ((scalar: string) => string)[] = [
  scalar => `v: ${scalar}`,
  scalar => `v: ${scalar}\nw: 1\n`,
  scalar => `- ${scalar}\n- last\n`,
  scalar => `v: ${scalar.replaceAll('\n', '\r\n')}\r\nw: 1\r\n`,
  scalar => `v:\n  w: ${scalar.replaceAll('\n', '\n  ')}\n  # comment\n  x: 1`,
  scalar => `v: ${scalar}\n# comment\n\nw: 1\n`,
]

/** Numbers in every base with underscores and signs, dates, times, and strings of the characters that YAML uses. */
function madeScalar(random: () => number): string {
  const below = (n: number): number => Math.floor(random() * n)
  const pick = (from: string): string => from[below(from.length)] ?? ''
  const digits = (most: number, from = '0123456789'): string =>
    Array.from({ length: 1 + below(most) }, () => pick(from)).join('')
  const sign = (): string => (random() < 0.3 ? pick('+-') : '')
  const spaced = (text: string): string =>
    random() < 0.3 ? text.replace(/(?<=.)(?=.)/g, () => (random() < 0.3 ? '_' : '')) : text
  const makers = [
    () => sign() + spaced(digits(20)),
    () => `${sign()}0${spaced(digits(22, random() < 0.8 ? '01234567' : '0123456789'))}`,
    () => `${sign()}0${pick('xX')}${spaced(digits(17, '0123456789abcdefABCDEF'))}`,
    () => `${sign()}0${pick('oO')}${spaced(digits(5, '012345678'))}`,
    () => `${sign()}0${pick('bB')}${sign()}${spaced(digits(64, '01'))}`,
    () => `${sign()}${spaced(digits(8))}.${random() < 0.9 ? digits(8) : ''}`,
    () => `${sign()}${digits(3)}${random() < 0.5 ? `.${digits(3)}` : ''}${pick('eE')}${sign()}${digits(3)}`,
    () => `${sign()}.${digits(4)}${random() < 0.3 ? `e${sign()}${digits(2)}` : ''}`,
    () => Array.from({ length: 2 + below(3) }, () => digits(2)).join(':'),
    () =>
      `${1900 + below(200)}-${1 + below(14)}-${1 + below(33)}${random() < 0.5 ? `T${below(25)}:${below(61)}:${below(61)}Z` : ''}`,
    () => digits(4) + pick('mkGsh%x_.-/:') + pick('iB '),
    () =>
      Array.from({ length: 1 + below(6) }, () => pick('-+._:,#/%@e0x1b~!&*?<>|=[]{}"\'\\ \tayn'))
        .join('')
        .trim(),
  ]
  return makers[below(makers.length)]!()
}
