import { groupOf } from '../../../shared/kinds/kinds'
import { explainFailure } from './kubectl-error'
import type { Kubectl } from './run'

/** A kind that the cluster serves. */
export type Resource = {
  readonly apiVersion: string
  readonly group: string
  readonly kind: string
  /** `deployments.apps`: how kubectl is asked for it without doubt. */
  readonly word: string
  readonly plural: string
  readonly namespaced: boolean
  readonly verbs: ReadonlySet<string>
}

export type Resources = {
  readonly all: readonly Resource[]
  /** By group and kind; the version that is preferred. */
  find(apiVersion: string, kind: string): Resource | null
}

/** Asks a cluster what it serves. */
export async function readResources(kubectl: Kubectl, context: string, signal?: AbortSignal): Promise<Resources> {
  // A group whose own server is away makes kubectl end with 1, after it has printed all the others.
  const args = ['--context', context, 'api-resources', '-o', 'wide']
  const { stdout, stderr, exit } = await kubectl.run(args, { signal, expected: [0, 1] })
  const all = parseResources(stdout)
  if (all.length === 0) throw explainFailure(args, stderr, exit)
  const byKind = new Map(all.map(resource => [`${resource.group}/${resource.kind}`, resource]))
  return { all, find: (apiVersion, kind) => byKind.get(`${groupOf(apiVersion)}/${kind}`) ?? null }
}

/** Reads kubectl's table: its columns begin where their heads do. */
export function parseResources(table: string): readonly Resource[] {
  const [head = '', ...lines] = table.split('\n')
  const columns = ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND', 'VERBS', 'CATEGORIES']
  const starts = columns.map(column => head.indexOf(column))
  const cell = (line: string, column: string): string => {
    const n = columns.indexOf(column)
    return line.slice(starts[n], starts[n + 1]).trim()
  }
  return lines
    .filter(line => line.trim() !== '')
    .map(line => {
      const apiVersion = cell(line, 'APIVERSION')
      const group = groupOf(apiVersion)
      const name = cell(line, 'NAME')
      return {
        apiVersion,
        group,
        kind: cell(line, 'KIND'),
        word: group === '' ? name : `${name}.${group}`,
        plural: name,
        namespaced: cell(line, 'NAMESPACED') === 'true',
        verbs: new Set(cell(line, 'VERBS').split(',')),
      }
    })
}

/** The server's path of all objects of a kind, or of those in one namespace. */
export function pathOf({ apiVersion, plural, namespaced }: Resource, namespace: string | null): string {
  const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`
  return namespaced && namespace !== null ? `${group}/namespaces/${namespace}/${plural}` : `${group}/${plural}`
}
