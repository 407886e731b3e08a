/** One line of a unified diff; `@` stands for lines that are left out. */
export type DiffLine = { readonly sign: '+' | '-' | ' ' | '@'; readonly text: string }

/** The lines of a unified diff without its head: file names, and how many lines a hunk has, say nothing to a reader. */
export function diffLines(diff: string): readonly DiffLine[] {
  const lines = diff.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const hunks = lines.flatMap((line, n): readonly DiffLine[] => {
    if (n < 2 && /^(---|\+\+\+) /.test(line)) return []
    const sign = line[0]
    if (sign === '+' || sign === '-' || sign === ' ') return [{ sign, text: line.slice(1) }]
    return line.startsWith('@@') ? [{ sign: '@', text: '' }] : []
  })
  return hunks[0]?.sign === '@' ? hunks.slice(1) : hunks
}

/** How many lines a diff adds and takes away: "+3 −1". */
export function diffSize(diff: string): string {
  const lines = diffLines(diff)
  const [added, removed] = (['+', '-'] as const).map(sign => lines.filter(line => line.sign === sign).length)
  return [added ? `+${added}` : '', removed ? `−${removed}` : ''].filter(Boolean).join(' ')
}
