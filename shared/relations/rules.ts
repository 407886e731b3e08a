import { kindRow } from '../kinds/kinds'
import { splitKindKey, type KindKey } from './kind-key'
import type { RelationRule } from './rule'
import { accessRules } from './rules/access'
import { gatewayRules } from './rules/gateway-api'
import { meshRules } from './rules/mesh'
import { networkPolicyRules } from './rules/network-policies'
import { policyRules } from './rules/policy'
import { storageRules } from './rules/storage'
import { trafficRules } from './rules/traffic'
import { workloadRules } from './rules/workloads'

/** Every relation that Chartroom knows, one row each. Adding one is adding a row. */
export const relationRules: readonly RelationRule[] = [
  ...workloadRules,
  ...trafficRules,
  ...gatewayRules,
  ...networkPolicyRules,
  ...storageRules,
  ...accessRules,
  ...policyRules,
  ...meshRules,
]

const rulesById = new Map(relationRules.map(rule => [rule.id, rule]))
const rulesByKind = new Map<KindKey, readonly RelationRule[]>()

export function ruleById(id: string): RelationRule | null {
  return rulesById.get(id) ?? null
}

/** The rules whose relations can leave from a kind. */
export function rulesFrom(kind: KindKey): readonly RelationRule[] {
  let rules = rulesByKind.get(kind)
  if (rules === undefined) {
    rules = relationRules.filter(({ from }) => from.some(pattern => isKind(pattern, kind)))
    rulesByKind.set(kind, rules)
  }
  return rules
}

/** Whether a kind is meant by a pattern of a rule. */
export function isKind(pattern: KindKey | 'workload' | 'any', kind: KindKey): boolean {
  if (pattern === 'any' || pattern === kind) return true
  const { kind: name, group } = splitKindKey(kind)
  return pattern === 'workload' && kindRow(group, name).podTemplate !== null
}
