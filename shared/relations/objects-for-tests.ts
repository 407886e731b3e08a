import { parseAllDocuments } from 'yaml'
import { groupOf, isClusterScoped } from '../kinds/kinds'
import { isMap, textAt, type PlainMap } from '../yaml/plain'
import { findGraph } from './find'
import type { Graph } from './graph'
import type { KubeObject, Relation } from './relation'

/** Objects of a text for the tests of this folder, with ids such as `Service web` that a test can be read by. */
export function objectsFrom(text: string, defaultNamespace = 'default'): readonly KubeObject[] {
  return parseAllDocuments(text).map(document => objectFrom(readMap(document.toJS()), defaultNamespace))
}

export function objectFrom(data: PlainMap, defaultNamespace = 'default'): KubeObject {
  const apiVersion = textAt(data, 'apiVersion') ?? ''
  const kind = textAt(data, 'kind') ?? ''
  const name = textAt(data, 'metadata', 'name')
  const group = groupOf(apiVersion)
  const written = textAt(data, 'metadata', 'namespace')
  const namespace = isClusterScoped(group, kind) ? null : (written ?? defaultNamespace)
  const where = written === null ? '' : ` in ${written}`
  return { id: `${kind} ${name}${where}`, file: 'test.yaml', apiVersion, group, kind, namespace, name, data }
}

/** The relations of a text as sentences, with what is missing or outside said so, in the order found. */
export function sentences(text: string): readonly string[] {
  return sentencesOf(findGraph(objectsFrom(text)))
}

export function sentencesOf(graph: Graph): readonly string[] {
  return graph.relations.map(sentence)
}

export function sentence(relation: Relation): string {
  const { from, says, to, missing, outside, optional } = relation
  if (outside !== null) return `${from} ${says} outside ${outside}`
  if (missing === null) return `${from} ${says} ${to}`
  const lack = `${missing.kind} ${missing.namespace === null ? '' : `${missing.namespace}/`}${missing.name}`
  const key = missing.key === null ? '' : ` key ${missing.key}`
  return `${from} ${says} ${optional ? 'optional' : 'missing'} ${lack}${key}`
}

function readMap(value: unknown): PlainMap {
  const map = value as PlainMap
  if (!isMap(map)) throw new Error('A document of the test is no map')
  return map
}
