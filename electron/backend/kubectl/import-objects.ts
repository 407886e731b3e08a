import { cleanObject } from '../../../shared/cluster/clean-object'
import { refOf } from '../../../shared/cluster/cluster-ref'
import { isOfTheWay } from '../../../shared/cluster/failure'
import { importForms, importText, whyNotImported } from '../../../shared/cluster/import-object'
import type { Imported, ImportQuestion, ServedKind } from '../../../shared/cluster/imported'
import { refWords } from '../../../shared/cluster/manifest-diff'
import { groupOf } from '../../../shared/kinds/kinds'
import { exportPaths } from '../../../shared/workspace/export-paths'
import { samePlain } from '../../../shared/yaml/edit/patch-plain'
import type { PlainMap } from '../../../shared/yaml/plain'
import { inBatches } from './batches'
import { applyArgs } from './commands'
import { failureFrom } from './kubectl-error'
import { at } from './live-object'
import { answersTo, BATCH, itemsIn, runOn } from './objects'
import type { Door } from './objects'
import { readResources } from './resources'
import type { Resource } from './resources'

/** Kinds that controllers make and nobody writes. */
const NOT_WRITTEN =
  /^(Event|Endpoints|EndpointSlice|Lease|ControllerRevision|ReplicaSet|CSIStorageCapacity|PodMetrics|ResourceClaim|IPAddress)$/

/** What can be imported from a cluster. */
export async function importableKinds(door: Door, signal?: AbortSignal): Promise<readonly ServedKind[]> {
  const { all } = await readResources(door.kubectl, door.context, signal)
  return all.filter(isImportable).map(({ apiVersion, kind, plural, namespaced }) => ({
    apiVersion,
    kind,
    plural,
    namespaced,
    isUsual: isUsual(namespaced, kind),
  }))
}

/**
 * Reads what people wrote into namespaces of a cluster, as files: without status and what the server adds, children and
 * secrets' values left out. That applying them again changes nothing is tried on the server, as far as the user may.
 */
export async function importObjects(door: Door, question: ImportQuestion, signal?: AbortSignal): Promise<Imported> {
  const { all } = await readResources(door.kubectl, door.context, signal)
  const { kinds } = question
  const isChosen = ({ apiVersion, kind, namespaced }: Resource): boolean =>
    kinds === null
      ? isUsual(namespaced, kind)
      : kinds.some(each => each.kind === kind && groupOf(each.apiVersion) === groupOf(apiVersion))
  const failures: Imported['failures'][number][] = []
  const found = await Promise.all(
    all
      .filter(resource => isImportable(resource) && isChosen(resource))
      .flatMap(resource =>
        (resource.namespaced ? question.namespaces : [null]).map(namespace => ({ resource, namespace })),
      )
      .map(async ({ resource, namespace }) => {
        const args = [...at(door, namespace), 'get', resource.word, '-o', 'json', '--show-managed-fields']
        try {
          return itemsIn((await door.kubectl.run(args, { signal })).stdout)
        } catch (error) {
          const failure = failureFrom(error)
          if (failure.code === 'cancelled' || isOfTheWay(failure.code)) throw error
          failures.push({ kind: resource.kind, failure })
          return []
        }
      }),
  )
  const left: Imported['left'][number][] = []
  const objects = found.flat().filter(object => {
    const why = whyNotImported(object)
    if (why !== null) left.push({ ...refOf(object), why })
    return why === null
  })
  const forms = await settleForms(door, objects, question.secrets, signal)
  const written = objects.map((object, n) => forms[n] ?? cleanObject(object))
  const paths = exportPaths(written.map(refOf))
  return {
    files: written.map((form, n) => ({ path: paths[n] ?? '', text: importText(form, objects[n] ?? form) })),
    objects: written.length,
    left: left.toSorted((a, b) => refWords(a).localeCompare(refWords(b))),
    failures: failures.toSorted((a, b) => a.kind.localeCompare(b.kind)),
  }
}

/** For each object the shortest form that the server says changes nothing; the shortest one where it may not be asked. */
async function settleForms(
  door: Door,
  objects: readonly PlainMap[],
  withSecrets: boolean,
  signal: AbortSignal | undefined,
): Promise<readonly PlainMap[]> {
  const settled = new Map<PlainMap, PlainMap>()
  const all = new Map(objects.map(object => [object, importForms(object, withSecrets)]))
  for (const turn of [0, 1, 2]) {
    const open = objects.filter(object => !settled.has(object))
    const tried = await inBatches(open, BATCH, async batch => {
      const { stdout } = await runOn(door, applyArgs({ isDry: true }), batch.map(formOf(turn)), {
        signal,
      })
      return answersTo(batch.map(refOf), stdout).map(answer => answer ?? {})
    })
    for (const answer of tried) {
      if (!answer.ok && (answer.failure.code === 'cancelled' || isOfTheWay(answer.failure.code))) throw answer.error
      const isSame = answer.ok && samePlain(cleanObject(answer.value), cleanObject(answer.item))
      // Who may not write can't find out.
      const mayNotAsk = !answer.ok && answer.failure.code === 'forbidden'
      if (isSame || mayNotAsk) settled.set(answer.item, formOf(turn)(answer.item))
    }
  }
  function formOf(turn: number): (object: PlainMap) => PlainMap {
    return object => all.get(object)?.[turn] ?? object
  }
  return objects.map(object => settled.get(object) ?? formOf(2)(object))
}

function isImportable({ verbs }: Resource): boolean {
  return verbs.has('list') && verbs.has('get') && verbs.has('create') && verbs.has('patch')
}

function isUsual(namespaced: boolean, kind: string): boolean {
  return namespaced && !NOT_WRITTEN.test(kind)
}
