import { listAt, type PlainMap } from '../yaml/plain'

/** The two ways that traffic takes, as a NetworkPolicy's rules are named. */
export type Direction = 'ingress' | 'egress'

/** The entry of `policyTypes` for a direction. */
export const POLICY_TYPE = { ingress: 'Ingress', egress: 'Egress' } as const

/** Whether a policy closes its pods in a direction, but for what its rules allow. Without `policyTypes` it always does for what comes in. */
export function isClosed(policy: PlainMap, direction: Direction): boolean {
  const types = listAt(policy, 'spec', 'policyTypes')
  if (types.length > 0) return types.includes(POLICY_TYPE[direction])
  return direction === 'ingress' || listAt(policy, 'spec', 'egress').length > 0
}

/** Where a wire puts the direction's entry, in a policy that names its directions and lacks this one; else null. */
export function placeForType(policy: PlainMap, direction: Direction): string | null {
  const types = listAt(policy, 'spec', 'policyTypes')
  if (types.length === 0 || types.includes(POLICY_TYPE[direction])) return null
  return direction === 'egress' ? '0' : '-'
}

/**
 * Where the entry stands that a wire wrote for a direction; null where a person did. A wire makes `[Egress, Ingress]`,
 * which is not how people write both: by this order alone un-wiring knows that a direction came with a wire.
 */
export function placeOfWiredType(policy: PlainMap, direction: Direction): string | null {
  const [first, second, ...more] = listAt(policy, 'spec', 'policyTypes')
  if (first !== 'Egress' || second !== 'Ingress' || more.length > 0) return null
  return direction === 'egress' ? '0' : '1'
}

/** Whether a policy without rules for a direction leaves it open, when a wire's own entry goes with the last rule. */
export function isOpenWithoutRules(policy: PlainMap, direction: Direction): boolean {
  const types = listAt(policy, 'spec', 'policyTypes')
  return types.length === 0 ? direction === 'egress' : placeOfWiredType(policy, direction) !== null
}
