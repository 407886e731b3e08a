import type { Terminal } from './terminal'

const codes = { red: 31, green: 32, yellow: 33, cyan: 36, dim: 2 } as const
export type Colour = keyof typeof codes

/** A text in a colour, where the terminal shows colours; as it is elsewhere. */
export function paint(text: string, colour: Colour, { hasColour }: Terminal): string {
  return hasColour ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text
}

/** A unified diff with its lines coloured as git does. */
export function paintDiff(diff: string, terminal: Terminal): string {
  if (!terminal.hasColour) return diff
  return diff.replaceAll(/^[-+@].*$/gm, line => {
    if (/^(---|\+\+\+) /.test(line)) return paint(line, 'dim', terminal)
    return paint(line, line.startsWith('@') ? 'cyan' : line.startsWith('-') ? 'red' : 'green', terminal)
  })
}
