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

/** One of each spelling that readers disagree about. */
export const oddScalars: readonly string[] = [
  ...WORDS.split(' '),
  ...NUMBERS.split(' '),
  ...TIMES.split(' '),
  ...PUNCTUATION,
]

/** Numbers in every base with underscores and signs, dates, times, and strings of the characters that YAML uses. */
export function madeScalar(random: () => number): string {
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
