import { kindRow } from '../kinds/kinds'
import { splitKindKey, type KindKey } from './kind-key'
import type { RelationRule, WiredRule } from './rule'
import { accessRules } from './rules/access'
import { deliveryRules } from './rules/delivery'
import { gatewayRules } from './rules/gateway-api'
import { meshRules } from './rules/mesh'
import { networkPolicyRules } from './rules/network-policies'
import { operatorRules } from './rules/operators'
import { policyRules } from './rules/policy'
import { storageRules } from './rules/storage'
import { outsideRules, trafficRules } from './rules/traffic'
import { workloadRules } from './rules/workloads'

/** Every relation that Chartroom knows, one row each. Adding one is adding a row. */
export const relationRules: readonly RelationRule[] = [
  ...workloadRules,
  ...trafficRules,
  ...outsideRules,
  ...gatewayRules,
  ...networkPolicyRules,
  ...storageRules,
  ...accessRules,
  ...policyRules,
  ...meshRules,
  ...deliveryRules,
  ...operatorRules,
]

/** Rules by what is asked of them. */
export type RuleBook = {
  readonly rules: readonly RelationRule[]
  ruleById(id: string): RelationRule | null
  /** The rules whose relations can leave from a kind. */
  rulesFrom(kind: KindKey): readonly RelationRule[]
  /** The rules by which a drag can tie two kinds. */
  wiresBetween(from: KindKey, to: KindKey): readonly WiredRule[]
}

/** The book of some rules, whose ids differ. */
export function bookOf(rules: readonly RelationRule[]): RuleBook {
  const byId = new Map(rules.map(rule => [rule.id, rule]))
  const byKind = new Map<KindKey, readonly RelationRule[]>()
  const wires = new Map<string, readonly WiredRule[]>()
  const book: RuleBook = {
    rules,
    ruleById: id => byId.get(id) ?? null,
    rulesFrom: kind => {
      let found = byKind.get(kind)
      if (found === undefined) {
        found = rules.filter(({ from }) => from.some(pattern => isKind(pattern, kind)))
        byKind.set(kind, found)
      }
      return found
    },
    wiresBetween: (from, to) => {
      const key = `${from} ${to}`
      let found = wires.get(key)
      if (found === undefined) {
        found = book.rulesFrom(from).filter((rule): rule is WiredRule => leadsTo(rule, to))
        wires.set(key, found)
      }
      return found
    },
  }
  return book
}

function leadsTo({ wire }: RelationRule, kind: KindKey): boolean {
  return wire?.to.some(pattern => isKind(pattern, kind)) === true
}

/** What Chartroom knows by itself, without what a workspace adds. */
export const ownRules: RuleBook = bookOf(relationRules)

export const { ruleById, rulesFrom } = ownRules

/** Whether a kind is meant by a pattern of a rule. */
export function isKind(pattern: KindKey | 'workload' | 'any', kind: KindKey): boolean {
  if (pattern === 'any' || pattern === kind) return true
  const { kind: name, group } = splitKindKey(kind)
  return pattern === 'workload' && kindRow(group, name).podTemplate !== null
}
