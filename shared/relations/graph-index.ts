import { podTemplateOf } from '../kinds/pod-template'
import { isMap, mapAt, type PlainMap } from '../yaml/plain'
import { kindKey, type KindKey } from './kind-key'
import { moreKeysOf, NAMESPACE_NAME } from './own-keys'
import {
  anywhereKey,
  broughtKey,
  everyKey,
  isBroughtByOthers,
  keysBesideTarget,
  keysOfPresence,
  keysOfTarget,
  nameKeyOf,
  type IndexKey,
} from './presence'
import type { BesidePodsTarget, LabelTarget, LookupTarget, NameTarget, SubsetTarget } from './reference'
import { referencesOf, type RuledReference } from './references-of'
import type { KubeObject, ObjectId, Relation } from './relation'
import type { RuleBook } from './rules'
import { labelsOf, mapSelector, matches, type Labels } from './selector'

/** What the index knows of one object. */
export type Entry = {
  readonly object: KubeObject
  readonly labels: Labels
  readonly references: readonly RuledReference[]
  readonly present: readonly IndexKey[]
  /** What its references look at. */
  readonly watched: readonly IndexKey[]
  relations: readonly Relation[]
  /** Its place among the objects. */
  ordinal: number
}

/** Who stands under a key, and whose references look at it. Most hold one or two, so lists are lighter than sets. */
type Line = { readonly present: Entry[]; readonly watchers: Entry[] }

/**
 * Everything that finding relations looks up: who stands where, and who watches what. It is changed in place and handed
 * on from each graph to the next one, so that an edit costs what it touches.
 */
export class GraphIndex {
  readonly entries = new Map<ObjectId, Entry>()
  readonly rules: RuleBook
  private readonly lines = new Map<IndexKey, Line>()
  private readonly incoming = new Map<ObjectId, Set<Entry>>()
  private readonly slots = new Map<ObjectId, number>()

  /** A number of its own for each id that was ever asked for. It is kept when the object is gone. */
  slotOf(id: ObjectId): number {
    const known = this.slots.get(id)
    if (known !== undefined) return known
    this.slots.set(id, this.slots.size)
    return this.slots.size - 1
  }

  knownSlotOf(id: ObjectId): number | undefined {
    return this.slots.get(id)
  }

  constructor(rules: RuleBook) {
    this.rules = rules
  }

  add(object: KubeObject): Entry {
    const entry = entryOf(object, this.rules)
    this.entries.set(object.id, entry)
    for (const key of entry.present) this.lineAt(key).present.push(entry)
    for (const key of entry.watched) this.lineAt(key).watchers.push(entry)
    return entry
  }

  remove(entry: Entry): void {
    this.setRelations(entry, [])
    this.entries.delete(entry.object.id)
    for (const key of entry.present) drop(this.lineAt(key).present, entry)
    for (const key of entry.watched) drop(this.lineAt(key).watchers, entry)
    for (const key of [...entry.present, ...entry.watched]) this.forgetEmpty(key)
  }

  setRelations(entry: Entry, relations: readonly Relation[]): void {
    for (const relation of entry.relations) if (relation.to !== null) this.incoming.get(relation.to)?.delete(entry)
    entry.relations = relations
    for (const { to } of relations) {
      if (to === null) continue
      const there = this.incoming.get(to)
      if (there === undefined) this.incoming.set(to, new Set([entry]))
      else there.add(entry)
    }
  }

  /** The relations around an object: those that leave from it, then those that lead to it in the order of the objects. */
  around(entry: Entry): readonly Relation[] {
    const { id } = entry.object
    const others = [...(this.incoming.get(id) ?? [])].filter(other => other !== entry)
    if (others.length > 1) others.sort((a, b) => a.ordinal - b.ordinal)
    return [...entry.relations, ...others.flatMap(other => other.relations.filter(({ to }) => to === id))]
  }

  /** The objects whose relations may be others when `entry` comes, goes or changes. */
  watching(entry: Entry): readonly Entry[] {
    return entry.present.flatMap(key => this.lines.get(key)?.watchers ?? [])
  }

  named(target: NameTarget): readonly Entry[] {
    const keys = keysOfTarget(target)
    return keys.length === 1 ? inOrder(this.presentAt(keys[0]!)) : inOrder(keys.flatMap(key => this.presentAt(key)))
  }

  /** Whether something of the design makes a target in the cluster. */
  isBrought(target: NameTarget): boolean {
    return isBroughtByOthers(target) && this.presentAt(broughtKey(target)).length > 0
  }

  found(target: LookupTarget): readonly Entry[] {
    return inOrder(target.keys.flatMap(key => this.presentAt(key)))
  }

  /** Without the Service there is no telling which pods a subset means. */
  inSubset({ service, labels }: SubsetTarget): readonly Entry[] {
    const { namespace } = service
    return this.named(service).flatMap(({ object }) => {
      const ofService = mapSelector(mapAt(object.data, 'spec', 'selector'))
      if (ofService.length === 0) return []
      return this.selected({ by: 'labels', among: 'pods', namespaces: namespace, selector: [...ofService, ...labels] })
    })
  }

  /** The namespaces that the pods of a target are in. */
  namespacesOfPods({ pods, own }: BesidePodsTarget): ReadonlySet<string> {
    const found =
      pods.length === 0 ? [] : this.selected({ by: 'labels', among: 'pods', namespaces: 'any', selector: pods })
    return new Set(found.length === 0 ? [own] : found.map(({ object }) => object.namespace ?? own))
  }

  besidePods(target: BesidePodsTarget): readonly Entry[] {
    const namespaces = this.namespacesOfPods(target)
    const named = this.presentAt(anywhereKey(target.kind, target.name))
    return inOrder(named.filter(({ object }) => namespaces.has(object.namespace ?? '')))
  }

  selected(target: LabelTarget): readonly Entry[] {
    const candidates = this.fewestAt(keysOfTarget(target))
    return inOrder(candidates.filter(entry => this.isSelected(target, entry)))
  }

  /** Every object of a kind that others select by labels, in a namespace. */
  every(kind: KindKey, namespace: string | null): readonly KubeObject[] {
    return this.presentAt(everyKey(kind, namespace)).map(({ object }) => object)
  }

  private isSelected(target: LabelTarget, entry: Entry): boolean {
    const { namespaces } = target
    if (typeof namespaces === 'object' && namespaces !== null) {
      const labels = this.namespaceLabels(entry.object.namespace ?? '')
      if (!matches(namespaces.labelled, labels)) return false
    }
    return matches(target.selector, entry.labels)
  }

  /** The labels of a namespace, whether or not a manifest makes it. Of several that make it, those of the first. */
  namespaceLabels(name: string): Labels {
    const [entry] = inOrder(this.presentAt(nameKeyOf({ kind: 'Namespace', namespace: null, name })))
    return entry === undefined ? new Map([[NAMESPACE_NAME, name]]) : entry.labels
  }

  private fewestAt(keys: readonly IndexKey[]): readonly Entry[] {
    const [first = NOBODY, ...rest] = keys.map(key => this.presentAt(key))
    return rest.reduce((fewest, entries) => (entries.length < fewest.length ? entries : fewest), first)
  }

  private presentAt(key: IndexKey): readonly Entry[] {
    return this.lines.get(key)?.present ?? NOBODY
  }

  private lineAt(key: IndexKey): Line {
    let line = this.lines.get(key)
    if (line === undefined) this.lines.set(key, (line = { present: [], watchers: [] }))
    return line
  }

  private forgetEmpty(key: IndexKey): void {
    const line = this.lines.get(key)
    if (line !== undefined && line.present.length + line.watchers.length === 0) this.lines.delete(key)
  }
}

const NOBODY: readonly Entry[] = []

function entryOf(object: KubeObject, rules: RuleBook): Entry {
  const pod = podTemplateOf(object.data)
  const metadata = pod === null ? object.data['metadata'] : pod.metadata
  const kind = kindKey(object.group, object.kind)
  const labels = labelsOfObject(kind, object, isMap(metadata) ? metadata : {})
  const references = referencesOf(rules, object)
  const { namespace, name } = object
  return {
    object,
    labels,
    references,
    present: keysOfPresence({
      kind,
      namespace,
      name,
      labels,
      makesPods: pod !== null,
      more: moreKeysOf(kind, object),
    }),
    watched: references.flatMap(({ reference }) => [...keysOfTarget(reference.target), ...keysBesideTarget(reference)]),
    relations: [],
    ordinal: 0,
  }
}

/** Kubernetes gives each namespace its name as a label; Istio's workloads outside have labels in their spec too. */
function labelsOfObject(kind: KindKey, { name, data }: KubeObject, metadata: PlainMap): Labels {
  const labels = labelsOf(metadata)
  if (kind === 'Namespace' && name !== null) return new Map([...labels, [NAMESPACE_NAME, name]])
  if (kind === 'WorkloadEntry.networking.istio.io') return new Map([...labels, ...labelsOf(mapAt(data, 'spec'))])
  if (kind === 'WorkloadGroup.networking.istio.io')
    return new Map([...labelsOf(mapAt(data, 'spec', 'metadata')), ...labelsOf(mapAt(data, 'spec', 'template'))])
  return labels
}

/** By id: the same order however the index came about. */
function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return entries.length < 2 ? entries : entries.toSorted((a, b) => (a.object.id < b.object.id ? -1 : 1))
}

function drop(entries: Entry[], entry: Entry): void {
  const at = entries.indexOf(entry)
  if (at !== -1) entries.splice(at, 1)
}
