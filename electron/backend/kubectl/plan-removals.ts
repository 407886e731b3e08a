import { cleanObject } from '../../../shared/cluster/clean-object'
import { refKey } from '../../../shared/cluster/cluster-ref'
import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import type { ClusterFailure } from '../../../shared/cluster/failure'
import { readInventory, whyNotPruned } from '../../../shared/cluster/inventory'
import { manifestDiff } from '../../../shared/cluster/manifest-diff'
import { maskSecret } from '../../../shared/cluster/mask-secrets'
import { printExactJson } from '../../../shared/yaml/exact-json'
import type { PlainMap } from '../../../shared/yaml/plain'
import type { KeptPlan, PlannedObject } from './kept-plan'
import { readObjects } from './objects'
import type { Door } from './objects'
import type { DesignToApply } from './plan-apply'

type Removals = Pick<KeptPlan, 'removals' | 'inventory' | 'recorded' | 'pruneSays'>

/** What the design made once and holds no more. Nothing where that can't be told for sure. */
export async function planRemovals(
  door: Door,
  { inventory, isWhole }: DesignToApply,
  inDesign: readonly ClusterRef[],
  signal?: AbortSignal,
): Promise<Removals> {
  const nothing = { removals: [], recorded: [], inventory }
  if (inventory === null)
    return { ...nothing, pruneSays: 'What this design makes is not recorded, because it is no folder of its own.' }
  const record = await readRecorded(door, inventory, signal)
  if (!record.ok)
    return { ...nothing, inventory: null, pruneSays: `What this design made can't be told: ${record.failure.message}` }
  const { recorded } = record
  if (!isWhole)
    return {
      ...nothing,
      recorded,
      pruneSays: 'A file of the design can’t be read. What may be in it is not deleted, and nothing else either.',
    }
  const kept = new Set(inDesign.map(refKey))
  const gone = recorded.filter(ref => !kept.has(refKey(ref)))
  const live = await readObjects(door, gone, signal)
  const removals = live.flatMap(answer => {
    if (!answer.ok) return [removalOf(answer.item, null, answer.failure.message)]
    return answer.value === null ? [] : [removalOf(answer.item, answer.value, whyNotPruned(answer.item, answer.value))]
  })
  const pruneSays =
    removals.length === 0
      ? 'Everything that this design made is still in it.'
      : `Made by this design (ConfigMap ${inventory.name} in ${inventory.namespace} records it) and not in it any more.`
  return { removals, recorded, inventory, pruneSays }
}

type Recorded =
  | { readonly ok: true; readonly recorded: readonly ClusterRef[] }
  | { readonly ok: false; readonly failure: ClusterFailure }

/** What a design made, as its record in the cluster says. */
export async function readRecorded(door: Door, inventory: ClusterRef, signal?: AbortSignal): Promise<Recorded> {
  const [answer] = await readObjects(door, [inventory], signal)
  if (!answer?.ok) return { ok: false, failure: answer?.failure ?? { code: 'failed', message: 'kubectl said nothing' } }
  return { ok: true, recorded: answer.value === null ? [] : readInventory(answer.value) }
}

/** An object that would be deleted, or is kept although it isn't in the design any more. */
export function removalOf(ref: ClusterRef, live: PlainMap | null, whyKept: string | null): PlannedObject {
  const before = live && cleanObject(live)
  return {
    sent: null,
    live,
    after: null,
    isAsItIs: false,
    isOwnConflict: true,
    shown: {
      ...ref,
      id: null,
      state: 'removed',
      diff: before === null || whyKept !== null ? '' : manifestDiff(ref, before, null),
      before: before && printExactJson(maskSecret(before)),
      after: null,
      conflicts: [],
      failure: whyKept === null ? null : { code: 'refused-by-policy', message: whyKept },
    },
  }
}
