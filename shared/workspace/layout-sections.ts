import type { Json, JsonMap } from './layout'
import {
  markColours,
  wholeNote,
  wholeView,
  type GroupLook,
  type MarkColour,
  type Marks,
  type Note,
  type SavedView,
} from './layout-marks'

/** How the entries of one part of the layout file are read and printed, one line each. */
type Section<T> = {
  /** What an entry must be, for a message about one that isn't. */
  readonly shape: string
  /** Null for an entry of another shape. */
  readonly read: (entry: JsonMap) => T | null
  /** What is as usual is left out. */
  readonly print: (value: T) => JsonMap
}

const notes: Section<Note> = {
  shape: 'a note {"x": number, "y": number, "width": number, "height": number, "text": "…"}',
  read: ({ x, y, width, height, text, frame = false, colour = null, ...more }) =>
    isNumber(x) && isNumber(y) && isNumber(width) && isNumber(height) && typeof text === 'string' && isBoolean(frame)
      ? wholeNote(withColour(colour, { x, y, width, height, text, isFrame: frame }, more))
      : null,
  print: ({ x, y, width, height, text, isFrame, colour, more }) => ({
    x,
    y,
    width,
    height,
    text,
    ...(isFrame && { frame: true }),
    ...(colour !== null && { colour }),
    ...more,
  }),
}

const namespaces: Section<GroupLook> = {
  shape: 'a namespace {"collapsed": true or false, "colour": a colour}',
  read: ({ collapsed = false, colour = null, ...more }) =>
    isBoolean(collapsed) ? withColour(colour, { isCollapsed: collapsed }, more) : null,
  print: ({ isCollapsed, colour, more }) => ({
    ...(isCollapsed && { collapsed: true }),
    ...(colour !== null && { colour }),
    ...more,
  }),
}

const views: Section<SavedView> = {
  shape: 'a view {"x": number, "y": number, "zoom": number}, and what it shows',
  read: entry => {
    const { x, y, zoom, text = '', namespace = null, problemsOnly = false, lens = null, ...rest } = entry
    const { hiddenFamilies = [], hiddenGroups = [], ...more } = rest
    const isView =
      isNumber(x) &&
      isNumber(y) &&
      isNumber(zoom) &&
      zoom > 0 &&
      typeof text === 'string' &&
      isTextOrNull(namespace) &&
      isTextOrNull(lens) &&
      isBoolean(problemsOnly) &&
      isTexts(hiddenFamilies) &&
      isTexts(hiddenGroups)
    if (!isView) return null
    return wholeView({ text, namespace, hiddenFamilies, hiddenGroups, problemsOnly, lens, x, y, zoom, more })
  },
  print: ({ x, y, zoom, text, namespace, hiddenFamilies, hiddenGroups, problemsOnly, lens, more }) => ({
    x,
    y,
    zoom,
    ...(text !== '' && { text }),
    ...(namespace !== null && { namespace }),
    ...(hiddenFamilies.length > 0 && { hiddenFamilies }),
    ...(hiddenGroups.length > 0 && { hiddenGroups }),
    ...(problemsOnly && { problemsOnly }),
    ...(lens !== null && { lens }),
    ...more,
  }),
}

export type MarksReading =
  { readonly ok: true; readonly marks: Marks } | { readonly ok: false; readonly message: string }

/** The marks in the parts of a layout file, of which each may be missing. */
export function readMarks(parts: Readonly<Record<keyof Marks, Json | undefined>>): MarksReading {
  try {
    const marks = {
      notes: readSection('notes', notes, parts.notes),
      namespaces: readSection('namespaces', namespaces, parts.namespaces),
      views: readSection('views', views, parts.views),
    }
    return { ok: true, marks }
  } catch (error) {
    if (error instanceof WrongShape) return { ok: false, message: error.message }
    throw error
  }
}

/** The parts of a layout file that hold marks, each with its entries as texts, sorted; no part without an entry. */
export function printMarks(marks: Marks): ReadonlyMap<keyof Marks, readonly string[]> {
  const parts: readonly (readonly [keyof Marks, readonly string[]])[] = [
    ['notes', printSection(notes, marks.notes)],
    ['namespaces', printSection(namespaces, marks.namespaces)],
    ['views', printSection(views, marks.views)],
  ]
  return new Map(parts.filter(([, entries]) => entries.length > 0))
}

/** A JSON object on one line, with spaces as the places of cards have them. */
export function printLine(map: JsonMap): string {
  const entries = Object.entries(map).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}'
}

class WrongShape extends Error {}

function readSection<T>(name: keyof Marks, section: Section<T>, part: Json = {}): ReadonlyMap<string, T> {
  if (!isMap(part)) throw new WrongShape(`its "${name}" are not a JSON object`)
  return new Map(
    Object.entries(part).map(([key, entry]) => {
      const value = isMap(entry) ? section.read(entry) : null
      if (value === null) throw new WrongShape(`${key} of its "${name}" is not ${section.shape}`)
      return [key, value]
    }),
  )
}

function printSection<T>(section: Section<T>, entries: ReadonlyMap<string, T>): readonly string[] {
  return [...entries.keys()].sort().map(key => `${JSON.stringify(key)}: ${printLine(section.print(entries.get(key)!))}`)
}

/** With its colour, or, where that is none of ours, with it among what is handed on. */
function withColour<T>(colour: Json, value: T, more: JsonMap): T & { colour: MarkColour | null; more: JsonMap } {
  const known = markColours.find(one => one === colour) ?? null
  return { ...value, colour: known, more: colour === null || known ? more : { colour, ...more } }
}

function isMap(value: Json): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNumber(value: Json | undefined): value is number {
  return typeof value === 'number'
}

function isBoolean(value: Json): value is boolean {
  return typeof value === 'boolean'
}

function isTextOrNull(value: Json): value is string | null {
  return value === null || typeof value === 'string'
}

function isTexts(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every(each => typeof each === 'string')
}
