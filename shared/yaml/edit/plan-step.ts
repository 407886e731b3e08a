import { isMergeKey, plainOf } from '../meaning'
import { formatPointer } from '../pointer'
import { isMap, valueAt, type PlainValue } from '../plain'
import type { Way } from './advance'
import type { Carried, Wording } from './carry'
import type { Draft } from './draft'
import { insertEntry } from './insert-entry'
import { insertItem } from './insert-item'
import { moveItem } from './move-item'
import { addAt, itemNumber, removeAt, renameAt, replaceAt, samePlain } from './patch-plain'
import { fromOf, locate, plainKey, type Located, type Place } from './place'
import { refuse, type Refused } from './refusal'
import { removeSlot } from './remove'
import { renameKey } from './rename-key'
import { setValue } from './set-value'
import { refuseShared, sharingOf } from './sharing'
import { unshareAlias, unshareAnchor, unshareMerge } from './unshare'

/** One change of one place. Paths are keys as they are written, from the document's root. */
export type Step =
  | { readonly op: 'add'; readonly path: readonly string[]; readonly value: PlainValue; readonly carried?: Carried }
  | { readonly op: 'replace'; readonly path: readonly string[]; readonly value: PlainValue }
  | { readonly op: 'remove'; readonly path: readonly string[] }
  | { readonly op: 'rename'; readonly path: readonly string[]; readonly key: string }
  | { readonly op: 'move-item'; readonly path: readonly string[]; readonly to: number }

export type StepPlan =
  /** Ways to write it, the best first, and the data that one of them must read back as. */
  | {
      readonly does: 'edit'
      readonly ways: readonly Way[]
      readonly wanted: PlainValue
      readonly at: number
    }
  /** It would be seen elsewhere: ways to write the value out here first, which change no data. */
  | { readonly does: 'unshare'; readonly ways: readonly Way[]; readonly refused: Refused }
  | { readonly does: 'refuse'; readonly refused: Refused }

/** How a step is made on a draft as it stands. */
export function planStep(draft: Draft, step: Step): StepPlan {
  switch (step.op) {
    case 'add':
      return planAdd(draft, step)
    case 'replace':
      return planReplace(draft, step)
    case 'remove':
      return planRemove(draft, step)
    case 'rename':
      return planRename(draft, step)
    case 'move-item':
      return planMoveItem(draft, step)
  }
}

const PRINTED = ['printed', 'quoted'] as const

type StepOf<O extends Step['op']> = Extract<Step, { readonly op: O }>

function planAdd(draft: Draft, step: StepOf<'add'>): StepPlan {
  const { path, value, carried } = step
  const key = path.at(-1)
  if (key === undefined) return planReplace(draft, { op: 'replace', path, value })
  const located = locate(draft, path.slice(0, -1))
  if (!located.found) return elsewhere(draft, located, step)
  const holder = located.place
  const { node } = holder
  const wanted = addAt(draft.plain, [...holder.plainPath, key], value)
  if (node.type === 'alias') return unshared(draft, holder, unshareAlias(draft, holder))
  if (wanted === undefined || node.type === 'scalar') return noSuchPath(draft, holder, path)

  const wordings: readonly Wording[] = carried === undefined ? PRINTED : [carried, ...PRINTED]
  if (node.type === 'map') {
    const existing = locate(draft, path)
    if (existing.found) return planReplace(draft, { op: 'replace', path, value })
    const isTaken = node.entries.some(e => !isMergeKey(draft.text, e.key) && plainKey(draft, e) === key)
    if (isTaken) return { does: 'refuse', refused: duplicateKey(draft, holder, key) }
    const ways = wordings.map(wording => () => insertEntry(draft, holder, key, value, wording))
    return sharedOr(draft, holder, false, { does: 'edit', ways, wanted, at: node.from })
  }
  const index = key === '-' ? node.items.length : (itemNumber(key, node.items.length) ?? node.items.length)
  const ways = wordings.map(wording => () => insertItem(draft, holder, index, value, wording))
  return sharedOr(draft, holder, false, { does: 'edit', ways, wanted, at: node.from })
}

function planReplace(draft: Draft, step: StepOf<'replace'>): StepPlan {
  const { path, value } = step
  const located = locate(draft, path)
  if (!located.found) {
    const { why, reached, rest } = located
    const key = rest[0]!
    const merged = valueAt(draft.plain, [...reached.plainPath, key])
    // A key of one's own goes before what a merge key brings.
    if (why === 'merge' && rest.length === 1 && merged !== undefined) return planAdd(draft, { op: 'add', path, value })
    return elsewhere(draft, located, step)
  }
  const { place } = located
  const wanted = replaceAt(draft.plain, place.plainPath, value)
  if (wanted === undefined) return noSuchPath(draft, place, path)
  if (samePlain(wanted, draft.plain)) return { does: 'edit', ways: [() => []], wanted, at: place.node.from }
  const ways = PRINTED.map(wording => () => setValue(draft, place, value, wording))
  return sharedOr(draft, place, true, { does: 'edit', ways, wanted, at: place.node.from })
}

function planRemove(draft: Draft, step: StepOf<'remove'>): StepPlan {
  const located = locate(draft, step.path)
  if (!located.found) return elsewhere(draft, located, step)
  const { place } = located
  const { slot, parent } = place
  const wanted = removeAt(draft.plain, place.plainPath)
  if (slot === null || parent === null || wanted === undefined) return noSuchPath(draft, place, step.path)
  if (slot.type === 'entry' && isBehindMerge(draft, parent, slot.index)) {
    return { does: 'unshare', ways: unshareMerge(draft, parent), refused: sharedByMerge(draft, parent, step.path) }
  }
  return sharedOr(draft, place, true, { does: 'edit', ways: removeSlot(draft, place), wanted, at: fromOf(slot) })
}

function planRename(draft: Draft, step: StepOf<'rename'>): StepPlan {
  const located = locate(draft, step.path)
  if (!located.found) return elsewhere(draft, located, step)
  const { place } = located
  if (place.slot?.type !== 'entry' || place.parent === null) return noSuchPath(draft, place, step.path)
  const wanted = renameAt(draft.plain, place.plainPath, step.key)
  if (wanted === undefined) {
    const refused = refuse('path-exists', `The key ${step.key} is already there`, place.slot.entry.from + draft.shift)
    return { does: 'refuse', refused }
  }
  const ways = [() => (samePlain(wanted, draft.plain) ? [] : renameKey(draft, place, step.key))]
  return sharedOr(draft, place.parent, false, { does: 'edit', ways, wanted, at: place.slot.entry.from })
}

function planMoveItem(draft: Draft, step: StepOf<'move-item'>): StepPlan {
  const located = locate(draft, step.path)
  if (!located.found) return elsewhere(draft, located, step)
  const { place } = located
  const value = valueAt(draft.plain, place.plainPath)
  const rest = removeAt(draft.plain, place.plainPath)
  if (place.parent === null || value === undefined || rest === undefined) return noSuchPath(draft, place, step.path)
  const wanted = addAt(rest, [...place.parent.plainPath, String(step.to)], value)
  if (wanted === undefined) return noSuchPath(draft, place, step.path)
  const ways = [() => moveItem(draft, place, step.to)]
  return sharedOr(draft, place.parent, false, { does: 'edit', ways, wanted, at: place.node.from })
}

/** The edit, unless an anchor would carry it elsewhere. `whole` says that the place itself goes or is replaced. */
function sharedOr(draft: Draft, place: Place, whole: boolean, edit: StepPlan): StepPlan {
  const sharing = sharingOf(draft, place, whole)
  if (sharing === null) return edit
  return { does: 'unshare', ways: unshareAnchor(draft, sharing), refused: refuseShared(draft, sharing) }
}

/** A path that leaves the tree: into an alias, into what a merge key brings, or nowhere. */
function elsewhere(draft: Draft, located: Extract<Located, { readonly found: false }>, step: Step): StepPlan {
  const { why, reached, rest } = located
  const key = rest[0]!
  if (why === 'duplicate-key') return { does: 'refuse', refused: duplicateKey(draft, reached, key) }
  if (why === 'alias') return unshared(draft, reached, unshareAlias(draft, reached))
  const merged = why === 'merge' ? valueAt(draft.plain, [...reached.plainPath, key]) : undefined
  if (merged === undefined) return noSuchPath(draft, reached, step.path)
  const isGoing = step.op === 'remove' && rest.length === 1
  const ways = isGoing ? unshareMerge(draft, reached) : [() => insertEntry(draft, reached, key, merged, 'printed')]
  return { does: 'unshare', ways, refused: sharedByMerge(draft, reached, step.path) }
}

function unshared(draft: Draft, place: Place, ways: readonly Way[]): StepPlan {
  const name = place.node.type === 'alias' ? place.node.name : ''
  const message = `The value is the alias *${name}: it is written, and used, elsewhere`
  return { does: 'unshare', ways, refused: refuse('shared-by-alias', message, place.node.from + draft.shift) }
}

/** Whether a merge key would bring an entry back that is taken out of its map. */
function isBehindMerge(draft: Draft, map: Place, index: number): boolean {
  const { node } = map
  if (node.type !== 'map' || !node.entries.some(entry => isMergeKey(draft.text, entry.key))) return false
  const rest = plainOf(draft.text, { ...node, entries: node.entries.toSpliced(index, 1) }, draft.root)
  return rest.ok && isMap(rest.value) && Object.hasOwn(rest.value, plainKey(draft, node.entries[index]!))
}

function noSuchPath(draft: Draft, place: Place, path: readonly string[]): StepPlan {
  const message = `There is no place ${formatPointer(path)} in the document`
  return { does: 'refuse', refused: refuse('no-such-path', message, place.node.from + draft.shift) }
}
function duplicateKey(draft: Draft, place: Place, key: string): Refused {
  return refuse(
    'duplicate-key',
    `The key ${key} stands there in another writing, or twice`,
    place.node.from + draft.shift,
  )
}
function sharedByMerge(draft: Draft, place: Place, path: readonly string[]): Refused {
  const message = `${formatPointer(path)} comes from a merge key (<<): it is written, and used, elsewhere`
  return refuse('shared-by-merge', message, place.node.from + draft.shift)
}
