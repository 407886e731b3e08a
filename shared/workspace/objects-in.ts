import { groupOf, kindRow } from '../kinds/kinds'
import { nodeAt } from '../yaml/find-node'
import { plainOf } from '../yaml/meaning'
import { isList, isMap, textAt, valueAt, type PlainMap, type PlainValue } from '../yaml/plain'
import type { DocumentReading, YamlNode, YamlProblem } from '../yaml/tree'
import type { DocumentHolds, ObjectSpan } from './document-state'

/** An object as it stands in a document, before the workspace gives it an id and a namespace. */
export type FoundObject = {
  /** Offsets count as those of the reading do. */
  readonly span: ObjectSpan
  readonly apiVersion: string
  readonly group: string
  readonly kind: string
  /** As written; null where the manifest has none. */
  readonly writtenNamespace: string | null
  readonly isClusterScoped: boolean
  readonly name: string | null
  readonly data: PlainMap
}

/** What a document holds. */
export type FoundObjects = {
  readonly holds: DocumentHolds
  readonly objects: readonly FoundObject[]
  /** Where there is something that is no object: the document itself, or items of its list. */
  readonly strangers: readonly ObjectSpan[]
  /** Those of the reading, and why kubectl would not take the document. */
  readonly problems: readonly YamlProblem[]
}

/**
 * The objects of a document: the document itself, or each item of a `List` or typed list (`RoleList`), with the list's
 * item kind and apiVersion filled in where an item has none. Without kind or metadata it is no object.
 */
export function objectsIn(text: string, reading: DocumentReading): FoundObjects {
  const { root, problems } = reading
  const empty = { objects: [], strangers: [], problems }
  if (root === null) return { ...empty, holds: problems.some(isError) ? 'unreadable' : 'nothing' }
  const plain = plainOf(text, root)
  if (!plain.ok) return { ...empty, holds: 'unreadable', problems: [...problems, plain.problem] }
  if (plain.value === null) return { ...empty, holds: 'nothing' }

  const list = listIn(plain.value)
  const found = list
    ? list.items.map((item, i) => readObject(withDefaults(item, list.defaults), itemSpan(text, root, i)))
    : [readObject(plain.value, spanOf(root, null))]
  const objects = found.filter(isObject)
  if (objects.length === 0 && !list)
    return { ...empty, holds: sortOf(plain.value), strangers: found.filter(isStranger) }
  return { holds: 'objects', objects, strangers: found.filter(isStranger), problems }
}

/** The namespace that an object would be applied to; null for kinds that are in none. */
export function namespaceOf(object: FoundObject, defaultNamespace: string): string | null {
  return object.isClusterScoped ? null : (object.writtenNamespace ?? defaultNamespace)
}

type List = { readonly items: readonly PlainValue[]; readonly defaults: PlainMap }

/** A List's items, and what they inherit: a `RoleList` says kind and apiVersion once for all; a `List` says nothing. */
function listIn(value: PlainValue): List | null {
  const kind = textAt(value, 'kind')
  const items = valueAt(value, ['items'])
  if (!kind?.endsWith('List') || !isList(items)) return null
  const itemKind = kind.slice(0, -'List'.length)
  const apiVersion = textAt(value, 'apiVersion')
  if (itemKind === '') return { items, defaults: {} }
  return { items, defaults: apiVersion === null ? { kind: itemKind } : { apiVersion, kind: itemKind } }
}

function withDefaults(item: PlainValue, defaults: PlainMap): PlainValue {
  return isMap(item) && textAt(item, 'kind') === null ? { ...defaults, ...item } : item
}

function readObject(value: PlainValue, span: ObjectSpan): FoundObject | ObjectSpan {
  const kind = textAt(value, 'kind')
  if (!isMap(value) || !kind || !isMap(valueAt(value, ['metadata']))) return span
  const apiVersion = textAt(value, 'apiVersion') ?? ''
  const row = kindRow(groupOf(apiVersion), kind)
  return {
    span,
    apiVersion,
    // The row's own strings: thousands of objects share them.
    group: row.group,
    kind: row.kind,
    writtenNamespace: textAt(value, 'metadata', 'namespace') || null,
    isClusterScoped: row.scope === 'cluster',
    name: textAt(value, 'metadata', 'name') || null,
    data: value,
  }
}

/** What a document is that holds no object: told to the user in place of "not an object". */
function sortOf(value: PlainValue): DocumentHolds {
  return textAt(value, 'apiVersion')?.startsWith('kustomize.config.k8s.io/') ? 'kustomization' : 'something-else'
}

function itemSpan(text: string, root: YamlNode, item: number): ObjectSpan {
  const node = nodeAt(text, root, ['items', String(item)])?.node
  return node ? spanOf(node, item) : spanOf(root, item)
}

function spanOf(node: YamlNode, item: number | null): ObjectSpan {
  return { item, from: node.properties?.from ?? node.from, to: node.to }
}

function isObject(found: FoundObject | ObjectSpan): found is FoundObject {
  return 'data' in found
}

function isStranger(found: FoundObject | ObjectSpan): found is ObjectSpan {
  return !isObject(found)
}

function isError(problem: YamlProblem): boolean {
  return problem.severity === 'error'
}
