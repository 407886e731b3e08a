import type { ObjectId } from '../workspace/kube-object'
import type { ClusterRef } from './cluster-ref'
import type { ClusterFailure } from './failure'

/**
 * A field that the cluster has otherwise than the design, since the last apply. Values are exact JSON; null where there is
 * none. `patch` (exact JSON of RFC 6902 operations on the object) takes it into the design.
 */
export type DriftChange = {
  /** JSON pointer inside the object. */
  readonly path: string
  readonly design: string | null
  /** What was applied last; null where that isn't known. */
  readonly applied: string | null
  readonly live: string | null
  /** Who wrote it in the cluster, as far as managedFields tell. */
  readonly manager: string | null
  /** The design changed the same field since: taking it loses that. */
  readonly isConflict: boolean
  readonly patch: string
}

export type ObjectDrift = ClusterRef & {
  readonly id: ObjectId
  /** `gone`: it was applied and is not in the cluster any more. */
  readonly state: 'drifted' | 'gone'
  readonly changes: readonly DriftChange[]
}

export type Drift = {
  readonly objects: readonly ObjectDrift[]
  /** Objects that could not be compared. */
  readonly failures: readonly (ClusterRef & { readonly failure: ClusterFailure })[]
}
