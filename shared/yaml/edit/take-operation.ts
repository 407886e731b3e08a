import { parsePointer } from '../pointer'
import { valueAt, type PlainValue } from '../plain'
import type { Advanced, Progress } from './advance'
import { carriedFrom } from './carry'
import type { Draft } from './draft'
import type { PatchOperation } from './edit-plan'
import { itemNumber, samePlain } from './patch-plain'
import { locate, type Place } from './place'
import type { Step } from './plan-step'
import { refuse, type Refused } from './refusal'
import { takeStep } from './take-step'

/** Makes one operation of a patch; its pointers start at `base`, the object's path in its document. */
export function takeOperation(
  progress: Progress,
  operation: PatchOperation,
  base: readonly string[],
  unshare: boolean,
): Advanced {
  const path = [...base, ...parsePointer(operation.path)]
  switch (operation.op) {
    case 'test':
      return test(progress, path, operation.value)
    case 'add':
    case 'replace':
      return takeStep(progress, { op: operation.op, path, value: operation.value }, unshare)
    case 'remove':
      return takeStep(progress, { op: 'remove', path }, unshare)
    case 'rename':
      return takeStep(progress, { op: 'rename', path, key: operation.key }, unshare)
    case 'copy':
      return copy(progress, [...base, ...parsePointer(operation.from)], path, unshare)
    case 'move':
      return move(progress, [...base, ...parsePointer(operation.from)], path, unshare)
  }
}

function test(progress: Progress, path: readonly string[], value: PlainValue): Advanced {
  const found = valueSeenAt(progress.draft, path)
  if (found === undefined) return noSuchPath(path)
  if (samePlain(found, value)) return { ok: true, progress }
  return refuse('test-failed', `/${path.join('/')} has another value than the one expected`)
}

function copy(progress: Progress, from: readonly string[], path: readonly string[], unshare: boolean): Advanced {
  const value = valueSeenAt(progress.draft, from)
  if (value === undefined) return noSuchPath(from)
  const located = locate(progress.draft, from)
  const carried = located.found ? carriedFrom(progress.draft, located.place) : null
  return takeStep(progress, { op: 'add', path, value, ...(carried === null ? {} : { carried }) }, unshare)
}

/** Within one map a move is a renamed key, within one sequence an item's text that moves; else the text is carried over. */
function move(progress: Progress, from: readonly string[], path: readonly string[], unshare: boolean): Advanced {
  const value = valueSeenAt(progress.draft, from)
  if (value === undefined) return noSuchPath(from)
  const located = locate(progress.draft, from)
  if (samePath(from, path)) return { ok: true, progress }
  const inHolder = located.found && samePath(from.slice(0, -1), path.slice(0, -1))
  const step = inHolder ? stepInHolder(located.place, from, path) : null
  if (step !== null) {
    const isTaken = step.op === 'rename' && locate(progress.draft, path).found
    const cleared: Advanced = isTaken ? takeStep(progress, { op: 'remove', path }, unshare) : { ok: true, progress }
    const taken = cleared.ok ? takeStep(cleared.progress, step, unshare) : cleared
    if (taken.ok || taken.code !== 'cannot-edit-in-place') return taken
  }
  const carried = located.found ? carriedFrom(progress.draft, located.place) : null
  const removed = takeStep(progress, { op: 'remove', path: from }, unshare)
  if (!removed.ok) return removed
  return takeStep(removed.progress, { op: 'add', path, value, ...(carried === null ? {} : { carried }) }, unshare)
}

function stepInHolder(place: Place, from: readonly string[], path: readonly string[]): Step | null {
  const key = path.at(-1) ?? ''
  if (place.slot?.type === 'entry') return { op: 'rename', path: from, key }
  if (place.slot?.type !== 'item') return null
  const last = place.slot.holder.items.length - 1
  const to = key === '-' ? last : itemNumber(key, last)
  return to === null ? null : { op: 'move-item', path: from, to }
}

/** The value at a path as kubectl sees it, through aliases and merge keys. */
function valueSeenAt(draft: Draft, path: readonly string[]): PlainValue | undefined {
  const located = locate(draft, path)
  if (located.found) return valueAt(draft.plain, located.place.plainPath)
  if (located.why === 'no-such-path') return undefined
  return valueAt(draft.plain, [...located.reached.plainPath, ...located.rest])
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, i) => key === b[i])
}

function noSuchPath(path: readonly string[]): Refused {
  return refuse('no-such-path', `There is no place /${path.join('/')} in the document`)
}
