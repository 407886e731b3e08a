import { changedSpan } from '../changed-span'
import type { LayoutEdit, Point } from './change'
import { nameKey } from './identity'
import type { KubeObject, ObjectId } from './kube-object'
import { diffMarks, editMarks, NO_MARKS, type GroupLook, type Marks } from './layout-marks'

/** `namespace/Kind.group/name`; the namespace is empty for cluster-scoped kinds, and equal ones have `#2`, `#3` behind. */
export type LayoutKey = string

/** A value of JSON that this version doesn't know and hands on as it came. */
export type Json = null | boolean | number | string | readonly Json[] | JsonMap
export type JsonMap = { readonly [key: string]: Json }

/** Where the user put one card. Coordinates are whole numbers; `more` holds what later versions wrote beside them. */
export type Placement = Point & { readonly more: JsonMap }

/** Where the user put the cards, and what he wrote and marked beside them: all that Chartroom stores beside the manifests. */
export type Layout = {
  readonly cards: ReadonlyMap<LayoutKey, Placement>
  readonly marks: Marks
  /** Everything else in the file, kept as it is: what later versions write. */
  readonly more: JsonMap
}

export const EMPTY_LAYOUT: Layout = { cards: new Map(), marks: NO_MARKS, more: {} }

/** The workspace's own file, beside the manifests. */
export const LAYOUT_PATH = '.chartroom/layout.json'

const keysOfLists = new WeakMap<readonly KubeObject[], ReadonlyMap<ObjectId, LayoutKey>>()

/** The layout key of each object. The same list gives the same map, and so does one in which the objects of `before` are called as they were. */
export function layoutKeys(
  objects: readonly KubeObject[],
  before: readonly KubeObject[] | null = null,
): ReadonlyMap<ObjectId, LayoutKey> {
  const known = keysOfLists.get(objects) ?? keysOfSame(objects, before)
  if (known) return known
  const keys = new Map<ObjectId, LayoutKey>()
  const counts = new Map<string, number>()
  for (const object of objects) {
    const key = nameKey(object)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    keys.set(object.id, count === 1 ? key : `${key}#${count}`)
  }
  keysOfLists.set(objects, keys)
  return keys
}

function keysOfSame(objects: readonly KubeObject[], before: readonly KubeObject[] | null) {
  const known = before ? keysOfLists.get(before) : undefined
  if (!before || !known) return undefined
  const { from, toBefore, toAfter } = changedSpan(before, objects)
  if (toBefore !== toAfter) return undefined
  for (let n = from; n < toAfter; n++) {
    const [one, other] = [before[n]!, objects[n]!]
    if (one.id !== other.id || nameKey(one) !== nameKey(other)) return undefined
  }
  keysOfLists.set(objects, known)
  return known
}

/** The layout after an edit; the same one where nothing differs. */
export function editLayout(layout: Layout, edit: LayoutEdit): Layout {
  const cards = new Map(layout.cards)
  let isChanged = false
  for (const [key, place] of edit) {
    const before = cards.get(key)
    if (place === null) {
      isChanged = cards.delete(key) || isChanged
      continue
    }
    const more = 'more' in place ? place.more : (before?.more ?? {})
    const after = { x: Math.round(place.x), y: Math.round(place.y), more }
    if (isSamePlace(before, after)) continue
    cards.set(key, after)
    isChanged = true
  }
  return isChanged ? { ...layout, cards } : layout
}

/** The edit that turns one layout's cards into the other's. */
export function diffLayouts(before: Layout, after: Layout): LayoutEdit {
  const edit = new Map<LayoutKey, Placement | null>()
  if (before.cards === after.cards) return edit
  for (const [key, place] of after.cards) if (!isSamePlace(before.cards.get(key), place)) edit.set(key, place)
  for (const key of before.cards.keys()) if (!after.cards.has(key)) edit.set(key, null)
  return edit
}

/** Whether two layouts say the same, looks of the file apart. */
export function isSameLayout(before: Layout, after: Layout): boolean {
  return diffLayouts(before, after).size === 0 && diffMarks(before.marks, after.marks) === null
}

/**
 * The layout in which each object keeps its place although it is called otherwise now: a card doesn't jump because its
 * object was renamed, by whatever means.
 */
export function followRenames(layout: Layout, before: readonly KubeObject[], after: readonly KubeObject[]): Layout {
  return before === after ? layout : followNamespaces(followCards(layout, before, after), before, after)
}

function followCards(layout: Layout, before: readonly KubeObject[], after: readonly KubeObject[]): Layout {
  if (layout.cards.size === 0) return layout
  const keysBefore = layoutKeys(before)
  const keysAfter = layoutKeys(after, before)
  if (keysBefore === keysAfter) return layout
  const edit = new Map<LayoutKey, Placement | null>()
  const moved = new Map<LayoutKey, Placement>()
  for (const [id, key] of keysAfter) {
    const keyBefore = keysBefore.get(id)
    const place = keyBefore === undefined || keyBefore === key ? undefined : layout.cards.get(keyBefore)
    if (keyBefore === undefined || !place) continue
    edit.set(keyBefore, null)
    moved.set(key, place)
  }
  for (const [key, place] of moved) edit.set(key, place)
  return edit.size > 0 ? editLayout(layout, edit) : layout
}

/** A Namespace that is renamed keeps its colour, and stays collapsed. */
function followNamespaces(layout: Layout, before: readonly KubeObject[], after: readonly KubeObject[]): Layout {
  if (layout.marks.namespaces.size === 0) return layout
  const namesBefore = new Map(before.filter(isNamespace).map(({ id, name }) => [id, name]))
  const edit = new Map<string, GroupLook | null>()
  const moved = new Map<string, GroupLook>()
  for (const { id, name } of after.filter(isNamespace)) {
    const nameBefore = namesBefore.get(id)
    const look = nameBefore && nameBefore !== name ? layout.marks.namespaces.get(nameBefore) : undefined
    if (!nameBefore || !name || !look) continue
    edit.set(nameBefore, null)
    moved.set(name, look)
  }
  if (moved.size === 0) return layout
  return { ...layout, marks: editMarks(layout.marks, { namespaces: new Map([...edit, ...moved]) }) }
}

function isNamespace({ group, kind }: KubeObject): boolean {
  return group === '' && kind === 'Namespace'
}

function isSamePlace(a: Placement | undefined, b: Placement): boolean {
  if (a === b) return true
  return a?.x === b.x && a.y === b.y && (a.more === b.more || JSON.stringify(a.more) === JSON.stringify(b.more))
}
