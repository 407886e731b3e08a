import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { kubernetesVersions } from '../shared/kinds/schemas/versions'
import { BigInteger, isList } from '../shared/yaml/plain'
import type { PlainMap, PlainValue } from '../shared/yaml/plain'
import { checkBySchema, designOf } from './cli/design'
import { objectJson, relationJson } from './cli/graph-json'
import { readAllInputs } from './cli/inputs'
import type { Input } from './cli/inputs'
import { placesIn } from './cli/places'
import { problemJson } from './cli/problems'
import { readManifest } from './cli/read-manifest'
import type {
  GraphOptions,
  ManifestGraph,
  Manifests,
  Plain,
  ReadObject,
  ReadOptions,
  ReadProblem,
  Source,
} from './library-types'

export type * from './library-types'

/**
 * Each object of the sources as plain data, with every scalar typed as kubectl would send it. Folders are walked for
 * `.yaml`, `.yml` and `.json`. What can't be read is a problem, and never hides the rest.
 */
export async function read(sources: Source | readonly Source[], options: ReadOptions = {}): Promise<Manifests> {
  const objects: ReadObject[] = []
  const problems: ReadProblem[] = []
  for (const input of await inputsOf(sources, options)) {
    const file = input.path
    if (!input.ok) {
      problems.push({ code: input.code, severity: 'error', message: input.message, file, line: 1, column: 1 })
      continue
    }
    const found = readManifest(input.text)
    problems.push(...found.problems.map(problem => ({ ...problem, file })))
    for (const { document, item, data } of found.objects)
      objects.push({ file, document, item, object: plainCopy(data) })
  }
  return { objects, problems }
}

/** The objects of the sources, the relations between them and what is wrong: what `chartroom graph --json` prints. */
export async function graph(sources: Source | readonly Source[], options: GraphOptions = {}): Promise<ManifestGraph> {
  const version = options.kubernetes ?? kubernetesVersions[0]
  const read = designOf(await inputsOf(sources, options), options.namespace)
  const { workspace, graph, problems } = await checkBySchema(read, version)
  const places = placesIn(workspace)
  return {
    objects: workspace.objects.map(object => objectJson(object, workspace, places)),
    relations: graph.relations.map(relation => relationJson(relation, places)),
    problems: problems.map(problem => problemJson(problem, places)),
  }
}

async function inputsOf(sources: Source | readonly Source[], { cwd = '.' }: ReadOptions): Promise<readonly Input[]> {
  const terminal = { cwd: resolve(cwd), say: () => undefined, input: Readable.from([]) }
  const all = [sources].flat()
  const paths = all.filter(source => typeof source === 'string')
  const texts = all.filter(source => typeof source !== 'string')
  return [
    ...(await readAllInputs(paths, terminal)),
    ...texts.map(({ path, text }) => ({ ok: true, path, text, absolute: null, hash: '' }) as const),
  ]
}

/** A copy in the types of the library, which the caller may change. */
function plainCopy(data: PlainMap): ReadObject['object'] {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, copyOf(value)]))
}

function copyOf(value: PlainValue): Plain {
  if (value === null || typeof value !== 'object') return value
  if (value instanceof BigInteger) return BigInt(value.digits)
  return isList(value) ? value.map(copyOf) : plainCopy(value)
}
