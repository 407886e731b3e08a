import { EMPTY_LAYOUT, type Json, type JsonMap, type Layout, type Placement } from './layout'
import { printLine, printMarks, readMarks } from './layout-sections'

/** What is known of `.chartroom/layout.json`. */
export type LayoutFile = {
  /** What the disk holds; null when there is no such file. */
  readonly savedText: string | null
  /** What that text means. */
  readonly savedLayout: Layout
  /** Why it can't be read, as a sentence. It is then never written over. */
  readonly broken: string | null
}

export const NO_LAYOUT_FILE: LayoutFile = { savedText: null, savedLayout: EMPTY_LAYOUT, broken: null }

export type LayoutReading =
  { readonly ok: true; readonly layout: Layout } | { readonly ok: false; readonly message: string }

const VERSION = 1

/** What a layout file of this text is; null for no such file. */
export function layoutFileOf(text: string | null): LayoutFile {
  if (text === null) return NO_LAYOUT_FILE
  const reading = parseLayout(text)
  return reading.ok
    ? { savedText: text, savedLayout: reading.layout, broken: null }
    : { savedText: text, savedLayout: EMPTY_LAYOUT, broken: reading.message }
}

/** Reads the text of a layout file. What this version doesn't know is kept in `more`. */
export function parseLayout(text: string): LayoutReading {
  let value: Json
  try {
    value = readJson(text)
  } catch (error) {
    return { ok: false, message: `it is not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
  if (!isJsonMap(value)) return { ok: false, message: 'it does not hold a JSON object' }
  const { version, cards = {}, notes, namespaces, views, ...more } = value
  if (version !== VERSION) return { ok: false, message: `its version is ${JSON.stringify(version)}, not ${VERSION}` }
  if (!isJsonMap(cards)) return { ok: false, message: 'its "cards" are not a JSON object' }
  const placements = new Map<string, Placement>()
  for (const [key, entry] of Object.entries(cards)) {
    const placement = readPlacement(entry)
    if (!placement) return { ok: false, message: `the place of ${key} is not {"x": number, "y": number}` }
    placements.set(key, placement)
  }
  const read = readMarks({ notes, namespaces, views })
  return read.ok ? { ok: true, layout: { cards: placements, marks: read.marks, more } } : read
}

/**
 * The text of a layout file: one line a card, a note, a view, sorted, so that two people's changes merge; the same text
 * for the same layout.
 */
export function printLayout(layout: Layout): string {
  const cards = [...layout.cards.keys()]
    .sort()
    .map(key => `${JSON.stringify(key)}: ${printPlacement(layout.cards.get(key)!)}`)
  const marks = [...printMarks(layout.marks)].map(([part, entries]) => `,\n  "${part}": ${printEntries(entries)}`)
  const more = Object.keys(layout.more)
    .sort()
    .map(key => `,\n  ${JSON.stringify(key)}: ${indentBy2(JSON.stringify(layout.more[key], null, 2))}`)
  return `{\n  "version": ${VERSION},\n  "cards": ${printEntries(cards)}${marks.join('')}${more.join('')}\n}\n`
}

function printEntries(entries: readonly string[]): string {
  return entries.length > 0 ? `{\n${entries.map(entry => `    ${entry}`).join(',\n')}\n  }` : '{}'
}

function printPlacement({ x, y, more }: Placement): string {
  return printLine({ x: Math.round(x), y: Math.round(y), ...more })
}

function readPlacement(entry: Json): Placement | null {
  if (!isJsonMap(entry)) return null
  const { x, y, ...more } = entry
  return typeof x === 'number' && typeof y === 'number' ? { x: Math.round(x), y: Math.round(y), more } : null
}

/** The border: JSON.parse gives nothing but JSON. */
function readJson(text: string): Json {
  return JSON.parse(text) as Json
}

function isJsonMap(value: Json): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function indentBy2(text: string): string {
  return text.replaceAll('\n', '\n  ')
}
