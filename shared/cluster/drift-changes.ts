import { printExactJson } from '../yaml/exact-json'
import { samePlain } from '../yaml/edit/patch-plain'
import { listAt, mapAt, textAt, type PlainMap, type PlainValue } from '../yaml/plain'
import { cleanObject } from './clean-object'
import type { DriftChange } from './drift'
import { driftPatch } from './drift-patch'
import { FIELD_MANAGER } from './inventory'
import { keyedDifferences, keyedValue, resolveKeyed, type KeyedPath } from './keyed-paths'
import { isSecret } from './mask-secrets'
import { allFields, isController, joinFields, managerOf, writtenSince } from './owned-fields'
import { withoutDefaults } from './server-defaults'

/** One object in the states that a drift is told from. */
export type DriftStates = {
  readonly design: PlainMap
  /** What was applied last; null where that isn't known: then the design stands for it. */
  readonly applied: PlainMap | null
  /** What the server would make of it by applying it again, by force. */
  readonly reapplied: PlainMap
  /** What the cluster has, with its managedFields. */
  readonly live: PlainMap
}

/**
 * What people and their tools changed in the cluster since the last apply: fields that were applied and have another value
 * or are gone, and fields that came besides. What controllers write (autoscaled replicas) and values of secrets are left
 * out. The patches are for the design, each by itself; removals come last, the last item first.
 */
export function driftChanges(states: DriftStates): readonly DriftChange[] {
  const { live, reapplied } = states
  const fields = joinFields(allFields(live), allFields(reapplied))
  const [now, then] = [withoutSecrets(cleanObject(live)), withoutSecrets(cleanObject(reapplied))]
  const changed = keyedDifferences(then, now, fields).map(({ path, b }) => ({ path, live: b }))
  const written = withoutName(
    withoutSecrets(cleanObject(withoutDefaults(writtenSince(live, lastApply(live), FIELD_MANAGER)))),
  )
  const base = states.applied ?? states.design
  const besides = keyedDifferences(base, written, fields)
    .filter(({ path, a, b }) => a === undefined && b !== undefined && keyedValue(states.design, path) === undefined)
    .map(({ path, b }) => ({ path, live: b }))
  const seen = new Set<string>()
  const placed = [...changed, ...besides]
    .flatMap(({ path, live }) => changeAt(states, path, live))
    .filter(({ change: { path } }) => !seen.has(path) && seen.add(path))
  // What moves items comes last, the last place first: no patch then finds another item than it was made for.
  const moving = placed.filter(({ moves }) => moves !== null).toReversed()
  const inOrder = moving.toSorted((a, b) => (b.moves ?? '').localeCompare(a.moves ?? '', 'en', { numeric: true }))
  return [...placed.filter(({ moves }) => moves === null), ...inOrder].map(({ change }) => change)
}

/** `moves` is the place from which on other items of its list move when it is taken; null where none do. */
type PlacedChange = { readonly change: DriftChange; readonly moves: string | null }

function changeAt(states: DriftStates, path: KeyedPath, value: PlainValue | undefined): readonly PlacedChange[] {
  const { design, applied, live } = states
  const [inDesign, inApplied] = [keyedValue(design, path), applied && keyedValue(applied, path)]
  const isSame = inDesign === undefined || value === undefined ? inDesign === value : samePlain(inDesign, value)
  if (isSame) return []
  const manager = managerOf(live, resolveKeyed(live, path).found)
  if (manager !== null && isController(manager)) return []
  // Still ours in the cluster: it is the design that changed, which a diff tells.
  if (manager === FIELD_MANAGER && applied === null) return []
  const before = inApplied ?? undefined
  // The design has let go of it, or holds it for the first time: neither is the cluster's doing.
  if (applied !== null && value === undefined && before === undefined) return []
  const isConflict =
    applied !== null &&
    !(inDesign === undefined || before === undefined ? inDesign === before : samePlain(inDesign, before))
  const patch = driftPatch(design, live, path, value)
  if (patch === null) return []
  const json = (each: PlainValue | undefined): string | null => (each === undefined ? null : printExactJson(each))
  const change: DriftChange = {
    path: patch.at,
    design: json(inDesign),
    applied: json(before),
    live: json(value),
    manager,
    isConflict,
    patch: printExactJson([patch.operation]),
  }
  return [{ change, moves: patch.moves ? patch.operation.path : null }]
}

/** Whether an object of the cluster was ever applied by us. */
export function wasApplied(live: PlainMap): boolean {
  return lastApply(live) !== ''
}

/** When we applied an object last; '' for one that we never did: then everything was written since. */
function lastApply(live: PlainMap): string {
  const ours = listAt(live, 'metadata', 'managedFields').filter(
    each => textAt(each, 'manager') === FIELD_MANAGER && textAt(each, 'operation') === 'Apply',
  )
  return (
    ours
      .map(each => textAt(each, 'time') ?? '')
      .toSorted()
      .at(-1) ?? ''
  )
}

/** An object is found by its name and namespace: a design that leaves the namespace open goes on doing so. */
function withoutName(object: PlainMap): PlainMap {
  const { name: _name, namespace: _namespace, ...metadata } = mapAt(object, 'metadata')
  return { ...object, metadata }
}

function withoutSecrets(object: PlainMap): PlainMap {
  if (!isSecret(object)) return object
  const { data: _data, stringData: _strings, ...rest } = object
  return rest
}
