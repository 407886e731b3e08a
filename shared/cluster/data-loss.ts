import { groupOf } from '../kinds/kinds'
import type { ObjectPlan } from './apply-plan'
import type { ClusterRef } from './cluster-ref'

/** Objects that take data with them when they are deleted, and the word that somebody has to type before. */
export type DataLoss = { readonly objects: readonly ClusterRef[]; readonly word: string; readonly why: string }

/** What would be lost by a plan whose removals are carried out; null for nothing. */
export function dataLossOf(objects: readonly ObjectPlan[]): DataLoss | null {
  const lost = objects.filter(object => object.state === 'removed' && object.failure === null && holdsData(object))
  const [only] = lost
  if (only === undefined) return null
  if (lost.length === 1)
    return { objects: lost, word: only.name, why: `${only.kind} ${only.name} is deleted, and its data with it.` }
  return {
    objects: lost,
    word: `${lost.length} volumes`,
    why: `${lost.length} volumes are deleted, and their data with them.`,
  }
}

/** What an undo can't bring back: the object comes again, what was in it does not. */
const HOLD_DATA: ReadonlySet<string> = new Set([
  '/PersistentVolumeClaim',
  '/PersistentVolume',
  'snapshot.storage.k8s.io/VolumeSnapshot',
])

function holdsData({ apiVersion, kind }: ClusterRef): boolean {
  return HOLD_DATA.has(`${groupOf(apiVersion)}/${kind}`)
}
