/** A text with one to four wounds: characters or lines cut, doubled, swapped, or YAML's own tokens thrown in. */
export function damage(random: () => number, base: string): string {
  const below = (n: number): number => Math.floor(random() * n)
  let text = base
  for (let wounds = 1 + below(4); wounds > 0; wounds--) {
    const at = below(text.length + 1)
    const lineFrom = text.lastIndexOf('\n', at - 1) + 1
    const lineTo = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at) + 1
    const line = text.slice(lineFrom, lineTo)
    switch (below(8)) {
      case 0:
        text = text.slice(0, at) + text.slice(at + 1 + below(20))
        break
      case 1:
      case 2:
        text = text.slice(0, at) + TOKENS[below(TOKENS.length)]! + text.slice(at)
        break
      case 3:
        text = text.slice(0, lineFrom) + text.slice(lineTo)
        break
      case 4:
        text = text.slice(0, lineTo) + line + text.slice(lineTo)
        break
      case 5:
        text = text.slice(0, lineFrom) + ' '.repeat(below(6)) + line.trimStart() + text.slice(lineTo)
        break
      case 6:
        text = text.slice(0, at) + String.fromCharCode(below(2) === 0 ? below(256) : below(65_536)) + text.slice(at + 1)
        break
      default:
        text = text.slice(0, at)
    }
  }
  return text
}

const TOKENS = [
  '\t',
  '"',
  "'",
  '{',
  '[',
  '}',
  ']',
  ':',
  ': ',
  ',',
  '- ',
  '\n',
  '\r',
  '\r\n',
  '#',
  ' #',
  '&a ',
  '*a',
  '!',
  '!!int ',
  '? ',
  '|',
  '>\n',
  '|2\n',
  '---\n',
  '--- x\n',
  '...\n',
  '{{ x }}',
  '\0',
  '\ufeff',
  '\u2028',
  '\ud800',
  '%YAML 1.1\n',
  '\\',
  '<<: ',
  '@',
  '`',
  '\n\t',
  '0'.repeat(400),
]

export type Monster = { readonly what: string; readonly text: string }

/** Texts made to exhaust a stack, a memory or a patience. */
export function monsters(): Monster[] {
  const deep = 100_000
  const repeat = (part: string): Monster => ({
    what: `${deep} times ${JSON.stringify(part)}`,
    text: part.repeat(deep),
  })
  const parts = [
    '[',
    '{',
    '{a: ',
    '[{',
    '- ',
    '? ',
    ': ',
    '? - ',
    '&a ',
    '*a ',
    '!t ',
    '- - ',
    '"',
    "'",
    '|\n',
    '>',
    '#',
    '%',
    '-',
    ':',
    ',',
    '\t',
    '\r',
    '{{',
    '---\n',
    '...\n',
    '\n',
    ' ',
    'a: ',
    '"a": ',
    'a\n',
    '[]',
    '{}',
    '\\',
  ]
  return [
    ...parts.map(part => repeat(part)),
    { what: 'stairs', text: Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('') },
    { what: 'stairs of lists', text: Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}-\n`).join('') },
    { what: 'one line of 5 MB', text: `a: ${'x'.repeat(5_000_000)}\n` },
    { what: 'one quoted line of 5 MB', text: `- "${'\\n'.repeat(2_500_000)}"\n` },
    { what: 'an unclosed quote of 5 MB', text: `a: "${'x\n'.repeat(2_500_000)}` },
    { what: 'a million blank lines in a block', text: `a: |\n  x\n${'\n'.repeat(1_000_000)}` },
    { what: 'a million spaces in a block', text: `a: |\n${' \n'.repeat(500_000)}` },
    { what: 'a million blank lines in a value', text: `a: x\n${'\n'.repeat(1_000_000)}  y\n` },
    { what: '100,000 keys', text: Array.from({ length: deep }, (_, i) => `k${i}: ${i}\n`).join('') },
    { what: '100,000 equal keys', text: 'k: 1\n'.repeat(deep) },
    { what: '100,000 equal merge keys', text: `a: &a {x: 1}\nb:\n${'  <<: *a\n'.repeat(deep)}` },
    { what: '100,000 anchors', text: Array.from({ length: deep }, (_, i) => `- &a${i} x\n- *a${i}\n`).join('') },
    { what: '100,000 documents', text: 'a: 1\n---\n'.repeat(deep) },
    { what: '100,000 documents with odd breaks', text: 'a: "x\u0085"\n---\n'.repeat(20_000) },
    { what: '20,000 refused separators', text: '--- x\n'.repeat(20_000) },
    { what: '20,000 broken documents', text: 'a: b: c\n---\n'.repeat(20_000) },
    { what: '20,000 templates', text: '{{ x }}\na: [\n---\n'.repeat(20_000) },
    {
      what: 'an alias bomb',
      text: Array.from({ length: 30 }, (_, i) => `k${i}: &k${i} [${`*k${i - 1}, `.repeat(i === 0 ? 0 : 9)}x]\n`).join(
        '',
      ),
    },
    {
      what: 'a merge bomb',
      text: Array.from(
        { length: 30 },
        (_, i) => `k${i}: &k${i}\n  x${i}: 1\n${i === 0 ? '' : `  <<: [${`*k${i - 1}, `.repeat(9)}]\n`}`,
      ).join(''),
    },
    { what: 'a tower of tags', text: `a: ${'!!str '.repeat(1000)}x\n` },
    { what: 'a number of a million digits', text: `a: ${'9'.repeat(1_000_000)}\n` },
    { what: 'a hexadecimal of a million digits', text: `a: 0x${'f'.repeat(1_000_000)}\n` },
    { what: 'a number of a million underscores', text: `a: 1${'_'.repeat(1_000_000)}1\n` },
    { what: 'a key of a million characters', text: `${'k'.repeat(1_000_000)}: 1\n` },
    { what: 'a comment before each of 100,000 items', text: '# c\n- a\n'.repeat(deep) },
  ]
}
