import type { OptionRow } from './command'
import { nearest } from './nearest'

export type GivenOption = { readonly name: string; readonly value: string }

/** The options of one call, in the order given. */
export type GivenOptions = {
  readonly inOrder: readonly GivenOption[]
  has(name: string): boolean
  /** The last value given, or null. */
  text(name: string): string | null
  all(name: string): readonly string[]
}

export type ParsedArguments =
  | { readonly ok: true; readonly words: readonly string[]; readonly options: GivenOptions }
  | { readonly ok: false; readonly message: string }

/**
 * Reads `--name`, `--name=value`, `--name value`, `-n value`, `-nvalue` and words. `--` ends the options; `-` is a word.
 * An unknown option is refused with the nearest known one.
 */
export function parseArguments(args: readonly string[], known: readonly OptionRow[]): ParsedArguments {
  const words: string[] = []
  const given: GivenOption[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!
    if (arg === '--') {
      words.push(...args.slice(i + 1))
      break
    }
    if (arg === '-' || !arg.startsWith('-')) {
      words.push(arg)
      continue
    }
    const { row, written, inline } = splitOption(arg, known)
    if (!row) return { ok: false, message: `Unknown option ${written}.${nearestOption(written, known)}` }
    if (row.value === null) {
      if (inline !== null) return { ok: false, message: `${written} takes no value.` }
      given.push({ name: row.name, value: '' })
      continue
    }
    const value = inline ?? args[++i]
    if (value === undefined) return { ok: false, message: `${written} needs a value: ${written} ${row.value}.` }
    given.push({ name: row.name, value })
  }
  return { ok: true, words, options: givenOptions(given) }
}

function splitOption(
  arg: string,
  known: readonly OptionRow[],
): { readonly row: OptionRow | undefined; readonly written: string; readonly inline: string | null } {
  if (!arg.startsWith('--')) {
    const row = known.find(option => option.short === arg[1])
    const inline = arg.length > 2 ? arg.slice(arg[2] === '=' ? 3 : 2) : null
    return { row, written: row ? arg.slice(0, 2) : arg, inline }
  }
  const equals = arg.indexOf('=')
  const written = equals < 0 ? arg : arg.slice(0, equals)
  return {
    row: known.find(option => `--${option.name}` === written),
    written,
    inline: equals < 0 ? null : arg.slice(equals + 1),
  }
}

function nearestOption(written: string, known: readonly OptionRow[]): string {
  const found = nearest(
    written,
    known.map(option => `--${option.name}`),
  )
  return found ? ` Did you mean ${found}?` : ''
}

function givenOptions(inOrder: readonly GivenOption[]): GivenOptions {
  const all = (name: string): readonly string[] => inOrder.filter(o => o.name === name).map(o => o.value)
  return { inOrder, has: name => all(name).length > 0, text: name => all(name).at(-1) ?? null, all }
}
