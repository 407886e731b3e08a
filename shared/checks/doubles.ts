import { changedSpan } from '../changed-span'
import { nameKey } from '../workspace/identity'
import type { KubeObject, ObjectId } from '../workspace/kube-object'

/** What the objects of a list are called, and which of them share a name. Those without a name share none: the cluster gives each one of its own. */
export type NamesInUse = {
  readonly objects: readonly KubeObject[]
  /** Objects that share kind, namespace and name with others, by that, in their order. */
  readonly doubles: ReadonlyMap<string, readonly KubeObject[]>
  /** Who is called what; it holds for this list while `number` is the ledger's, and is then changed for the next one. */
  readonly ledger: Ledger
  readonly number: number
  /** The objects whose doubles differ from those in the list before. */
  readonly changed: ReadonlySet<ObjectId>
}

type Ledger = { number: number; readonly byName: Map<string, readonly KubeObject[]> }

const NONE: readonly KubeObject[] = []
const NO_IDS: ReadonlySet<ObjectId> = new Set()

/** The names of a list of objects. Given those of the list before, at the cost of what differs. */
export function namesInUse(objects: readonly KubeObject[], before: NamesInUse | null): NamesInUse {
  if (before?.objects === objects) return before
  if (before?.ledger.number !== before?.number) return namesInUse(objects, null)
  const ledger = before?.ledger ?? { number: 0, byName: new Map() }
  const { byName } = ledger
  const { from, toBefore, toAfter } = changedSpan(before?.objects ?? NONE, objects)
  const touched = new Set<string>()
  const replace = (object: KubeObject, change: (holders: readonly KubeObject[]) => readonly KubeObject[]): void => {
    if (object.name === null) return
    const key = nameKey(object)
    const was = byName.get(key) ?? NONE
    const is = change(was)
    if (is.length > 0) byName.set(key, is)
    else byName.delete(key)
    if (was.length > 1 || is.length > 1) touched.add(key)
  }
  for (const object of before?.objects.slice(from, toBefore) ?? NONE)
    replace(object, holders => (holders.length === 1 ? NONE : holders.filter(holder => holder !== object)))
  for (const object of objects.slice(from, toAfter))
    replace(object, holders => (holders.length === 0 ? [object] : [...holders, object]))
  ledger.number++
  const doubles = doublesAfter(before?.doubles ?? new Map(), byName, touched, objects)
  const changed = touched.size > 0 ? idsIn(touched, before?.doubles, doubles) : NO_IDS
  return { objects, doubles, ledger, number: ledger.number, changed }
}

/** The objects that share an object's name, itself among them; none where it is the only one. */
export function doublesOf({ doubles }: NamesInUse, object: KubeObject): readonly KubeObject[] {
  return doubles.size === 0 ? NONE : (doubles.get(nameKey(object)) ?? NONE)
}

/** The objects whose doubles differ; null where the later names were not made from the others, so that there is no telling. */
export function changedDoubles(before: NamesInUse, after: NamesInUse): ReadonlySet<ObjectId> | null {
  if (before === after) return NO_IDS
  return before.ledger === after.ledger && after.number === before.number + 1 ? after.changed : null
}

function doublesAfter(
  before: NamesInUse['doubles'],
  byName: Ledger['byName'],
  touched: ReadonlySet<string>,
  objects: readonly KubeObject[],
): NamesInUse['doubles'] {
  if (touched.size === 0) return before
  const after = new Map(before)
  const sharing = new Set([...touched].flatMap(key => byName.get(key) ?? NONE))
  for (const key of touched) after.delete(key)
  for (const object of objects) {
    if (!sharing.has(object)) continue
    const key = nameKey(object)
    if (byName.get(key)!.length > 1) after.set(key, [...(after.get(key) ?? NONE), object])
  }
  return after
}

function idsIn(keys: ReadonlySet<string>, ...maps: readonly (NamesInUse['doubles'] | undefined)[]): Set<ObjectId> {
  const ids = new Set<ObjectId>()
  for (const map of maps) for (const key of keys) for (const { id } of map?.get(key) ?? NONE) ids.add(id)
  return ids
}
