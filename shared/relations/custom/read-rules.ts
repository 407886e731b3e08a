import { nearestName } from '../../kinds/schemas/nearest-name'
import { isList, isMap, type PlainMap, type PlainValue } from '../../yaml/plain'
import { formatPointer } from '../../yaml/pointer'
import type { KindKey } from '../kind-key'
import type { RelationGroup } from '../relation'
import type { RelationRule } from '../rule'
import { ruleById } from '../rules'
import type { PlacePattern } from '../source'
import { byLabels } from '../ties/by-labels'
import { byName, kindInReference } from '../ties/by-name'
import { wireOf } from './wire-of'

/** What is wrong with a rule of a workspace, and where: a pointer inside the document. */
export type RuleFinding = { readonly path: string; readonly message: string }

export type ReadRules = { readonly rules: readonly RelationRule[]; readonly findings: readonly RuleFinding[] }

const GROUPS: readonly RelationGroup[] = [
  'traffic',
  'config',
  'storage',
  'access',
  'policy',
  'mesh',
  'delivery',
  'other',
]

const KIND = /^[A-Z][A-Za-z0-9]*(\.[a-z0-9]([-a-z0-9.]*[a-z0-9])?)?$/
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const NAMES_ONLY = ['to', 'at', 'name', 'namespace', 'key', 'optional', 'clusterScoped']
const FIELDS = ['id', 'from', 'says', 'group', 'labels', ...NAMES_ONLY]

/**
 * Reads the rules of a workspace: data in the form of a rule's row. Those that are right count, whatever is wrong with
 * the others.
 */
export function readRules(document: PlainValue): ReadRules {
  const findings: RuleFinding[] = []
  const rules: RelationRule[] = []
  if (document === null) return { rules, findings }
  if (!isMap(document) || !isList(document['rules']))
    return { rules, findings: [{ path: '', message: 'The file holds a list of rules under "rules"' }] }
  for (const key of Object.keys(document))
    if (key !== 'rules') findings.push({ path: formatPointer([key]), message: unknown(key, ['rules']) })

  const ids = new Set<string>()
  document['rules'].forEach((item, index) => {
    const reading = new RuleReading(['rules', String(index)], item)
    const rule = readRule(reading)
    if (rule !== null && (ids.has(rule.id) || ruleById(rule.id) !== null))
      reading.complain('id', `There is a rule ${rule.id} already. Its id must be another one`)
    findings.push(...reading.findings)
    if (rule === null || reading.findings.length > 0) return
    ids.add(rule.id)
    rules.push(rule)
  })
  return { rules, findings }
}

function readRule(reading: RuleReading): RelationRule | null {
  if (reading.findings.length > 0) return null
  reading.refuseUnknown()
  const id = reading.text('id', ID, 'small letters, digits and "-", such as queue-reads-topic')
  const says = reading.text('says', /./, 'what stands between the two ends, such as "reads from"')
  const from = reading.kinds('from')
  const group = reading.oneOf('group', GROUPS) ?? 'other'
  const way = reading.has('labels') ? labelTie(reading) : nameTie(reading, says ?? '')
  return id === null || says === null || way === null ? null : { id, from, says, group, ...way }
}

type Way = Pick<RelationRule, 'tie' | 'wire'>

function labelTie(reading: RuleReading): Way | null {
  for (const field of NAMES_ONLY)
    if (reading.has(field)) reading.complain(field, `A rule with "labels" selects pods: "${field}" says nothing in it`)
  const at = reading.place('labels')
  if (at === null) return null
  return { tie: byLabels({ at, form: 'either', empty: 'nothing' }) }
}

function nameTie(reading: RuleReading, says: string): Way | null {
  const at = reading.place('at')
  if (at === null) return null
  const kind = reading.has('to') ? reading.kind('to') : kindInReference
  const [name, namespace, key] = ['name', 'namespace', 'key'].map(field => reading.field(field))
  const [isOptional, isClusterScoped] = [reading.flag('optional'), reading.flag('clusterScoped')]
  if (kind === null) return null
  if (typeof name !== 'string')
    for (const field of ['namespace', 'key'])
      if (reading.has(field)) reading.complain(field, `"${field}" is beside the name: "name" has to say its field`)
  const tie = byName({
    at,
    kind,
    ...(typeof name === 'string' && { name }),
    ...(typeof namespace === 'string' && { namespace }),
    ...(typeof key === 'string' && { key }),
    ...(isClusterScoped && { clusterScoped: true }),
    ...(isOptional && { optional: () => true }),
  })
  // A place in the list form has keys with dots; a reference that says its own kind, or a key, has more than a name.
  if (typeof at !== 'string' || typeof kind !== 'string' || typeof key === 'string') return { tie }
  const label = says.charAt(0).toUpperCase() + says.slice(1)
  const fields = { ...(typeof name === 'string' && { name }), ...(typeof namespace === 'string' && { namespace }) }
  const wire = wireOf({ at, to: kind, label, ...fields })
  return wire === null ? { tie } : { tie, wire }
}

/** One rule while it is read: what it says, and what is wrong with it. */
class RuleReading {
  readonly findings: RuleFinding[] = []
  private readonly at: readonly string[]
  private readonly data: PlainMap

  constructor(at: readonly string[], item: PlainValue) {
    this.at = at
    this.data = isMap(item) ? item : {}
    if (!isMap(item)) this.complain(null, 'A rule is a map')
  }

  complain(field: string | null, message: string): void {
    // What is not there is told at the rule.
    const path = field !== null && this.has(field) ? [...this.at, field] : this.at
    this.findings.push({ path: formatPointer(path), message })
  }

  has(field: string): boolean {
    return Object.hasOwn(this.data, field)
  }

  refuseUnknown(): void {
    for (const key of Object.keys(this.data)) if (!FIELDS.includes(key)) this.complain(key, unknown(key, FIELDS))
  }

  text(field: string, pattern: RegExp, wanted: string): string | null {
    const value = this.data[field]
    if (typeof value === 'string' && pattern.test(value)) return value
    this.complain(field, `"${field}" must be ${wanted}`)
    return null
  }

  /** The name of a field, or of one below others with dots between; undefined where it is not said. */
  field(field: string): string | undefined {
    if (!this.has(field)) return undefined
    return this.text(field, /^[^.*]+$/, 'the name of one field') ?? undefined
  }

  flag(field: string): boolean {
    const value = this.data[field] ?? false
    if (typeof value !== 'boolean') this.complain(field, `"${field}" must be true or false`)
    return value === true
  }

  oneOf<T extends string>(field: string, words: readonly T[]): T | undefined {
    if (!this.has(field)) return undefined
    const found = words.find(word => word === this.data[field])
    if (found === undefined) this.complain(field, `"${field}" must be one of ${words.join(', ')}`)
    return found
  }

  kind(field: string): KindKey | null {
    return this.text(field, KIND, 'a kind with its group behind it, such as Topic.example.com or ConfigMap')
  }

  /** One kind or several; `workload` and `any` are kinds here. */
  kinds(field: string): readonly KindKey[] {
    const value = this.data[field]
    const list = isList(value) ? value : [value]
    const kinds = list.flatMap(each =>
      typeof each === 'string' && (each === 'workload' || each === 'any' || KIND.test(each)) ? [each] : [],
    )
    if (kinds.length === 0 || kinds.length < list.length)
      this.complain(field, `"${field}" must be kinds such as Queue.example.com, or workload for all that make pods`)
    return kinds
  }

  /** Keys with dots between, `*` for every item; a list of keys where one of them holds a dot. */
  place(field: string): PlacePattern | null {
    const value = this.data[field]
    if (isList(value) && value.length > 0 && value.every(key => typeof key === 'string')) return value
    return this.text(field, /^[^.]+(\.[^.]+)*$/, 'a place such as spec.topics.* or $pod.volumes.*.csi')
  }
}

function unknown(key: string, known: readonly string[]): string {
  const near = nearestName(key, known)
  return `There is no "${key}" here${near === null ? `: ${known.join(', ')} can be said` : `. Did you mean "${near}"?`}`
}
