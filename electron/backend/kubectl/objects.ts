import { refKey, refOf } from '../../../shared/cluster/cluster-ref'
import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import { isSecret, secretValues } from '../../../shared/cluster/mask-secrets'
import { parseExactJson, printExactJson } from '../../../shared/yaml/exact-json'
import { isMap, listAt, mapAt, textAt } from '../../../shared/yaml/plain'
import type { PlainMap } from '../../../shared/yaml/plain'
import { inBatches } from './batches'
import type { Answered } from './batches'
import { createJsonCutter } from './json-stream'
import type { Kubectl, RunOptions } from './run'

/** A context, and the kubectl that leads to it. */
export type Door = { readonly kubectl: Kubectl; readonly context: string }

/** How many objects one kubectl is asked about: enough that starting it doesn't matter, few enough to be told of. */
export const BATCH = 50

/** Reads objects as the cluster has them, with managedFields; null for one that isn't there. */
export function readObjects(
  door: Door,
  refs: readonly ClusterRef[],
  signal?: AbortSignal,
): Promise<readonly Answered<ClusterRef, PlainMap | null>[]> {
  return inBatches(refs, BATCH, async batch => {
    const asked = batch.map(({ apiVersion, kind, namespace, name }) => ({
      apiVersion,
      kind,
      metadata: namespace === null ? { name } : { name, namespace },
    }))
    const args = ['get', '-f', '-', '-o', 'json', '--ignore-not-found', '--show-managed-fields']
    const { stdout } = await runOn(door, args, asked, { signal })
    return answersTo(batch, stdout)
  })
}

/** Runs a kubectl of this context that reads these objects; no secret value of them stands in what it throws. */
export function runOn(door: Door, args: readonly string[], objects: readonly PlainMap[], options: RunOptions = {}) {
  return door.kubectl.run(['--context', door.context, ...args], {
    ...options,
    stdin: listText(objects),
    reads: countOf(objects.length),
    secrets: objects.flatMap(everySpelling),
  })
}

/** The objects in what kubectl printed as JSON: a list of them, one after the other, one alone, or nothing. */
export function itemsIn(json: string): readonly PlainMap[] {
  return createJsonCutter()
    .take(json)
    .map(parseExactJson)
    .filter(isMap)
    .flatMap(value => (value.kind === 'List' ? listAt(value, 'items').filter(isMap) : [value]))
}

/** What kubectl printed of each of these objects; null for those that it passed over. */
export function answersTo(refs: readonly ClusterRef[], json: string): readonly (PlainMap | null)[] {
  const found = new Map(itemsIn(json).map(item => [refKey(refOf(item)), item]))
  return refs.map(ref => found.get(refKey(ref)) ?? null)
}

/** `1 object`, `12 objects`. */
export function countOf(count: number): string {
  return count === 1 ? '1 object' : `${count} objects`
}

/** An object as it is sent: its namespace written, because `-n` would refuse objects of another one. */
export function withNamespace(object: PlainMap, namespace: string | null): PlainMap {
  const { namespace: _written, ...metadata } = mapAt(object, 'metadata')
  return { ...object, metadata: namespace === null ? metadata : { ...metadata, namespace } }
}

/** Whether an object is the one that is meant. */
export function uidOf(object: PlainMap): string | null {
  return textAt(object, 'metadata', 'uid')
}

function listText(objects: readonly PlainMap[]): string {
  const [only, ...others] = objects
  if (only && others.length === 0) return printExactJson(only)
  return printExactJson({ apiVersion: 'v1', kind: 'List', items: objects })
}

/** A secret value as it is written and what it stands for: a server repeats either. */
function everySpelling(object: PlainMap): readonly string[] {
  if (!isSecret(object)) return []
  return secretValues(object).flatMap(value => [value, Buffer.from(value, 'base64').toString('utf8')])
}
