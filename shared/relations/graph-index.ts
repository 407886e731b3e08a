import { isMap } from '../yaml/plain'
import { kindKey } from './kind-key'
import { keysBesideTarget, keysOfPresence, keysOfTarget, type IndexKey } from './presence'
import type { LabelTarget, NameTarget, Reference } from './reference'
import type { KubeObject, ObjectId, Relation } from './relation'
import type { RelationRule } from './rule'
import { rulesFrom } from './rules'
import { labelsOf, matches, type Labels } from './selector'
import { sourceOf } from './source'

/** What the index knows of one object. */
export type Entry = {
  readonly object: KubeObject
  readonly labels: Labels
  readonly references: readonly { readonly rule: RelationRule; readonly reference: Reference }[]
  readonly present: readonly IndexKey[]
  /** What its references look at. */
  readonly watched: readonly IndexKey[]
  relations: readonly Relation[]
}

/**
 * Everything that finding relations looks up: who stands where, and who watches what. It is changed in place and handed
 * on from each graph to the next one, so that an edit costs what it touches.
 */
export class GraphIndex {
  readonly entries = new Map<ObjectId, Entry>()
  private readonly present = new Map<IndexKey, Set<Entry>>()
  private readonly watchers = new Map<IndexKey, Set<Entry>>()

  add(object: KubeObject): Entry {
    const entry = entryOf(object)
    this.entries.set(object.id, entry)
    for (const key of entry.present) put(this.present, key, entry)
    for (const key of entry.watched) put(this.watchers, key, entry)
    return entry
  }

  remove(entry: Entry): void {
    this.entries.delete(entry.object.id)
    for (const key of entry.present) take(this.present, key, entry)
    for (const key of entry.watched) take(this.watchers, key, entry)
  }

  /** The objects whose relations may be others when `entry` comes, goes or changes. */
  watching(entry: Entry): ReadonlySet<Entry> {
    const found = new Set<Entry>()
    for (const key of entry.present) for (const watcher of this.watchers.get(key) ?? []) found.add(watcher)
    return found
  }

  named(target: NameTarget): readonly Entry[] {
    return inOrder(this.present.get(keysOfTarget(target)[0]!) ?? [])
  }

  selected(target: LabelTarget): readonly Entry[] {
    const candidates = this.fewestAt(keysOfTarget(target))
    return inOrder([...candidates].filter(entry => this.isSelected(target, entry)))
  }

  private isSelected(target: LabelTarget, entry: Entry): boolean {
    const { namespaces } = target
    if (typeof namespaces === 'object' && namespaces !== null) {
      const labels = this.namespaceLabels(entry.object.namespace ?? '')
      if (!matches(namespaces.labelled, labels)) return false
    }
    return matches(target.selector, entry.labels)
  }

  /** The labels of a namespace. Kubernetes gives each one its name as a label, whether or not a manifest makes it. */
  private namespaceLabels(name: string): Labels {
    const [entry] = this.present.get(`=Namespace||${name}`) ?? []
    return new Map([...(entry?.labels ?? []), ['kubernetes.io/metadata.name', name]])
  }

  private fewestAt(keys: readonly IndexKey[]): ReadonlySet<Entry> {
    let fewest: ReadonlySet<Entry> | null = null
    for (const key of keys) {
      const entries = this.present.get(key) ?? NOBODY
      if (fewest === null || entries.size < fewest.size) fewest = entries
    }
    return fewest ?? NOBODY
  }
}

const NOBODY: ReadonlySet<Entry> = new Set()

function entryOf(object: KubeObject): Entry {
  const source = sourceOf(object)
  const metadata = source.pod === null ? object.data['metadata'] : source.pod.metadata
  const labels = labelsOf(isMap(metadata) ? metadata : {})
  const kind = kindKey(object.group, object.kind)
  const references = rulesFrom(kind).flatMap(rule => rule.tie(source).map(reference => ({ rule, reference })))
  const { namespace, name } = object
  return {
    object,
    labels,
    references,
    present: keysOfPresence({ kind, namespace, name, labels, makesPods: source.pod !== null }),
    watched: references.flatMap(({ reference: { target } }) => [...keysOfTarget(target), ...keysBesideTarget(target)]),
    relations: [],
  }
}

/** By id: the same order however the index came about. */
function inOrder(entries: Iterable<Entry>): readonly Entry[] {
  const list = [...entries]
  return list.length < 2 ? list : list.sort((a, b) => (a.object.id < b.object.id ? -1 : 1))
}

function put(index: Map<IndexKey, Set<Entry>>, key: IndexKey, entry: Entry): void {
  const there = index.get(key)
  if (there === undefined) index.set(key, new Set([entry]))
  else there.add(entry)
}

function take(index: Map<IndexKey, Set<Entry>>, key: IndexKey, entry: Entry): void {
  const there = index.get(key)
  there?.delete(entry)
  if (there?.size === 0) index.delete(key)
}
