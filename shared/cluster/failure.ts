/**
 * Why a cluster, or the kubectl that leads to it, did not do what it was asked. Each comes with a sentence that says what
 * happened and what to try.
 */
export type ClusterFailureCode =
  | 'no-kubectl'
  | 'old-kubectl'
  | 'no-context'
  | 'unreachable'
  | 'timeout'
  | 'unauthorized'
  | 'no-credentials'
  | 'unknown-authority'
  | 'forbidden'
  | 'conflict'
  | 'invalid'
  | 'refused-by-policy'
  | 'not-found'
  | 'unknown-kind'
  | 'no-name'
  | 'not-confirmed'
  | 'plan-gone'
  | 'changed-meanwhile'
  | 'cancelled'
  | 'failed'

export type ClusterFailure = { readonly code: ClusterFailureCode; readonly message: string }

/** Failures of the way to the cluster: whatever else is asked would fail as well. */
export function isOfTheWay(code: string): boolean {
  return WAY.has(code)
}

const WAY: ReadonlySet<string> = new Set<ClusterFailureCode>([
  'no-kubectl',
  'old-kubectl',
  'no-context',
  'unreachable',
  'timeout',
  'unauthorized',
  'no-credentials',
  'unknown-authority',
])
