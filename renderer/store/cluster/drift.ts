import type { Drift, DriftChange, ObjectDrift } from '../../../shared/cluster/drift'
import { namespaceOnCluster } from '../../../shared/cluster/namespace-on-cluster'
import { designToSend, sentObject } from '../../../shared/cluster/sent-objects'
import { takeDrift } from '../../../shared/workspace/commands/take-drift'
import { parseExactJson } from '../../../shared/yaml/exact-json'
import { readPatch } from '../../../shared/yaml/edit/read-patch'
import { perform } from '../change'
import type { Session } from '../session'
import { askCluster } from './ask'
import type { Answered } from './ask'

/** Asks what the chosen cluster has otherwise than the design, since the last apply. */
export async function askDrift(session: Session, task: string): Promise<Answered<Drift>> {
  const { cluster, open } = session.store.getState()
  const { chosen } = cluster
  if (!chosen || !open) return { ok: false, failure: { code: 'no-context', message: 'No cluster is chosen.' } }
  const { objects, isWhole } = designToSend(open.design.workspace)
  return askCluster(session, 'cluster:drift', {
    task,
    context: chosen.context,
    root: open.folder?.root ?? null,
    namespace: chosen.namespace,
    isWhole,
    objects: objects.map(object => sentObject({ ...object, namespace: namespaceOnCluster(object, chosen.namespace) })),
  })
}

/** A name for one change of a drift. An object that is gone is one change, without a path. */
export function driftKey({ id }: ObjectDrift, change: DriftChange | null): string {
  return `${id} ${change?.path ?? ''}`
}

/** Takes the accepted changes into the design, as one step. Says whether it could. */
export function acceptDrift(session: Session, { objects }: Drift, accepted: ReadonlySet<string>): boolean {
  const { open } = session.store.getState()
  if (!open) return false
  const edits = objects.flatMap(object => {
    const patch = object.changes
      .filter(change => accepted.has(driftKey(object, change)))
      .flatMap(change => readPatch(parseExactJson(change.patch)))
    return patch.length > 0 ? [{ object: object.id, patch }] : []
  })
  const gone = objects.filter(object => object.state === 'gone' && accepted.has(driftKey(object, null)))
  return perform(session, takeDrift(open.design, { edits, gone: gone.map(({ id }) => id) })) !== null
}
