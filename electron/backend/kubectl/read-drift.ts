import { refKey } from '../../../shared/cluster/cluster-ref'
import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import type { Drift, ObjectDrift } from '../../../shared/cluster/drift'
import { driftChanges, wasApplied } from '../../../shared/cluster/drift-changes'
import { isOfTheWay } from '../../../shared/cluster/failure'
import type { KubeObject } from '../../../shared/workspace/kube-object'
import type { PlainMap } from '../../../shared/yaml/plain'
import { inBatches } from './batches'
import { applyArgs } from './commands'
import { namesFor } from './named-objects'
import type { Named } from './named-objects'
import { answersTo, BATCH, readObjects, runOn } from './objects'
import type { Door } from './objects'
import { readResources } from './resources'

/** What was applied before, as far as this machine and the cluster know. */
export type DriftBase = {
  /** By `refKey`, from the last apply of this machine. */
  readonly applied: ReadonlyMap<string, PlainMap>
  /** What the cluster's record says that the design made. */
  readonly recorded: readonly ClusterRef[]
}

type There = { readonly named: Named; readonly live: PlainMap }

/**
 * What the cluster has otherwise than it was applied. The server says itself what applying it again would make, so that no
 * default and no other spelling of a quantity is taken for a change. Changes nothing.
 */
export async function readDrift(
  door: Door,
  objects: readonly KubeObject[],
  base: DriftBase,
  signal?: AbortSignal,
): Promise<Drift> {
  const resources = await readResources(door.kubectl, door.context, signal)
  const named = namesFor(objects, resources).filter(
    ({ ref }) => ref.name !== '' && resources.find(ref.apiVersion, ref.kind) !== null,
  )
  const answers = await readObjects(
    door,
    named.map(({ ref }) => ref),
    signal,
  )
  const recorded = new Set(base.recorded.map(refKey))
  const failures: Drift['failures'][number][] = []
  const gone: ObjectDrift[] = []
  const there: There[] = []
  answers.forEach((answer, n) => {
    const each = named[n]
    if (!each) return
    const key = refKey(each.ref)
    const isKnown = recorded.has(key) || base.applied.has(key)
    if (!answer.ok) {
      if (isOfTheWay(answer.failure.code) || answer.failure.code === 'cancelled') throw answer.error
      failures.push({ ...each.ref, failure: answer.failure })
    } else if (answer.value === null) {
      if (isKnown) gone.push({ ...each.ref, id: each.object.id, state: 'gone', changes: [] })
      // Whoever took over our last field took our name out of it, too: then only the records know.
    } else if (isKnown || wasApplied(answer.value)) there.push({ named: each, live: answer.value })
  })

  const baseOf = ({ named: { ref, sent } }: There): PlainMap => {
    const applied = base.applied.get(refKey(ref))
    return applied ?? sent
  }
  const tried = await inBatches(there, BATCH, async batch => {
    const args = applyArgs({ isForced: true, isDry: true })
    const { stdout } = await runOn(door, args, batch.map(baseOf), { signal })
    return answersTo(
      batch.map(({ named }) => named.ref),
      stdout,
    ).map(answer => answer ?? {})
  })
  const drifted = tried.flatMap((answer): ObjectDrift[] => {
    const { named: each, live } = answer.item
    if (!answer.ok) {
      if (isOfTheWay(answer.failure.code) || answer.failure.code === 'cancelled') throw answer.error
      failures.push({ ...each.ref, failure: answer.failure })
      return []
    }
    const applied = base.applied.get(refKey(each.ref)) ?? null
    const changes = driftChanges({ design: each.object.data, applied, reapplied: answer.value, live })
    return changes.length === 0 ? [] : [{ ...each.ref, id: each.object.id, state: 'drifted', changes }]
  })
  return { objects: [...gone, ...drifted], failures }
}
