import type { Point } from './change'
import type { JsonMap } from './layout'

/** The colours that a person can give to notes and namespaces. */
export const markColours = ['blue', 'teal', 'green', 'amber', 'orange', 'red', 'purple', 'violet'] as const
export type MarkColour = (typeof markColours)[number]

/** A text on the canvas, or, as a frame, a titled box around what stands in it. `more`: what later versions wrote. */
export type Note = Point & {
  readonly width: number
  readonly height: number
  readonly text: string
  readonly isFrame: boolean
  /** Null: as the window is. */
  readonly colour: MarkColour | null
  readonly more: JsonMap
}
export type NoteId = string

/** How a namespace's box is shown. */
export type GroupLook = { readonly isCollapsed: boolean; readonly colour: MarkColour | null; readonly more: JsonMap }

/** A way to look at the design under a name: what is shown of it, and which part of that. */
export type SavedView = {
  /** The words of the filter field. */
  readonly text: string
  readonly namespace: string | null
  readonly hiddenFamilies: readonly string[]
  readonly hiddenGroups: readonly string[]
  readonly problemsOnly: boolean
  readonly lens: string | null
  /** The point of the canvas in the middle, and how large it is drawn. */
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly more: JsonMap
}

/** What the layout file holds beside the places of cards: notes by id, looks by namespace, views by name. */
export type Marks = {
  readonly notes: ReadonlyMap<NoteId, Note>
  readonly namespaces: ReadonlyMap<string, GroupLook>
  readonly views: ReadonlyMap<string, SavedView>
}
export type MarkSection = keyof Marks

export const NO_MARKS: Marks = { notes: new Map(), namespaces: new Map(), views: new Map() }

/** A note as the file holds it: in whole pixels, so that what was saved is what is there. */
export function wholeNote(note: Note): Note {
  const { x, y, width, height } = note
  return { ...note, x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}

/** A view as the file holds it: at a whole pixel, zoomed by so many thousandths. */
export function wholeView(view: SavedView): SavedView {
  const zoom = Math.max(0.001, Math.round(view.zoom * 1000) / 1000)
  return { ...view, x: Math.round(view.x), y: Math.round(view.y), zoom }
}

/** New notes, looks and views; null takes one away. */
export type MarksEdit = {
  readonly [S in MarkSection]?: ReadonlyMap<string, (Marks[S] extends ReadonlyMap<string, infer T> ? T : never) | null>
}

/** The marks after an edit; the same ones where nothing differs. */
export function editMarks(marks: Marks, edit: MarksEdit): Marks {
  const notes = edited(marks.notes, edit.notes)
  const namespaces = edited(marks.namespaces, edit.namespaces)
  const views = edited(marks.views, edit.views)
  const isSame = notes === marks.notes && namespaces === marks.namespaces && views === marks.views
  return isSame ? marks : { notes, namespaces, views }
}

/** The edit that turns one layout's marks into another's; null where they are the same. */
export function diffMarks(before: Marks, after: Marks): MarksEdit | null {
  if (before === after) return null
  const notes = difference(before.notes, after.notes)
  const namespaces = difference(before.namespaces, after.namespaces)
  const views = difference(before.views, after.views)
  if (!notes && !namespaces && !views) return null
  return { ...(notes && { notes }), ...(namespaces && { namespaces }), ...(views && { views }) }
}

/** One edit that does what two do in a row. */
export function composeMarks(first: MarksEdit, second: MarksEdit): MarksEdit {
  const notes = joined(first.notes, second.notes)
  const namespaces = joined(first.namespaces, second.namespaces)
  const views = joined(first.views, second.views)
  return { ...(notes && { notes }), ...(namespaces && { namespaces }), ...(views && { views }) }
}

/** What an edit does to marks that another one leaves alone; null where that is nothing. */
export function marksWithout(edit: MarksEdit | null, other: MarksEdit | null): MarksEdit | null {
  if (!edit || !other) return edit
  const notes = beyond(edit.notes, other.notes)
  const namespaces = beyond(edit.namespaces, other.namespaces)
  const views = beyond(edit.views, other.views)
  if (!notes && !namespaces && !views) return null
  return { ...(notes && { notes }), ...(namespaces && { namespaces }), ...(views && { views }) }
}

type Entries<T> = ReadonlyMap<string, T>

function edited<T>(entries: Entries<T>, edit: Entries<T | null> | undefined): Entries<T> {
  if (!edit) return entries
  const after = new Map(entries)
  for (const [key, value] of edit) {
    if (value === null) after.delete(key)
    else after.set(key, value)
  }
  return difference(entries, after) ? after : entries
}

function difference<T>(before: Entries<T>, after: Entries<T>): Entries<T | null> | null {
  const edit = new Map<string, T | null>()
  for (const [key, value] of after) if (!sameJson(before.get(key), value)) edit.set(key, value)
  for (const key of before.keys()) if (!after.has(key)) edit.set(key, null)
  return edit.size > 0 ? edit : null
}

function joined<T>(first: Entries<T> | undefined, second: Entries<T> | undefined): Entries<T> | undefined {
  return first && second ? new Map([...first, ...second]) : (first ?? second)
}

function beyond<T>(edit: Entries<T> | undefined, other: Entries<T> | undefined): Entries<T> | null {
  const rest = new Map([...(edit ?? [])].filter(([key]) => !other?.has(key)))
  return rest.size > 0 ? rest : null
}

/** Whether two entries, which are small and JSON, say the same, in whatever order their fields stand. */
export function sameJson<T>(a: T | undefined, b: T): boolean {
  return a === b || inOrder(a) === inOrder(b)
}

function inOrder(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
