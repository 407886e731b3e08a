import type { ControlPlane } from '../../e2e/cluster/control-plane'
import type { OpenApiSchema } from '../../shared/kinds/schemas/from-openapi'

/** What an API server says of itself: its definitions by OpenAPI name, and the kinds that can be created. */
export type ServerDescription = {
  readonly version: string
  readonly definitions: ReadonlyMap<string, OpenApiSchema>
  readonly resources: readonly ServedResource[]
}

export type ServedResource = {
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly plural: string
  readonly shortNames: readonly string[]
  readonly namespaced: boolean
  /** The OpenAPI name of its definition. */
  readonly definition: string
}

/** Asks a running server for everything: one document a group and version, and discovery beside it. */
export function describeServer(plane: ControlPlane): ServerDescription {
  const get = (path: string): Record<string, unknown> => {
    const answer = plane.kubectl(['get', '--raw', path])
    if (answer.status !== 0) throw new Error(`kubectl get --raw ${path}: ${answer.stderr}`)
    return recordOf(JSON.parse(answer.stdout))
  }
  const definitions = new Map<string, OpenApiSchema>()
  const resources: ServedResource[] = []
  const paths = recordOf(get('/openapi/v3').paths)
  for (const path of Object.keys(paths).sort()) {
    const served = /^(?:api|apis\/([^/]+))\/(v[^/]+)$/.exec(path)
    if (!served) continue
    const group = served[1] ?? ''
    const version = served[2] ?? ''
    const document = get(String(recordOf(paths[path]).serverRelativeURL))
    const schemas = recordOf(recordOf(document.components).schemas)
    for (const [name, schema] of Object.entries(schemas)) definitions.set(name, recordOf(schema))
    for (const resource of createdResources(get(`/${path}`))) {
      const kind = String(resource.kind)
      const definition = Object.keys(schemas).find(name => describes(recordOf(schemas[name]), group, version, kind))
      if (!definition) continue
      resources.push({
        group,
        version,
        kind,
        plural: String(resource.name),
        shortNames: listOf(resource.shortNames).map(String),
        namespaced: resource.namespaced === true,
        definition,
      })
    }
  }
  return { version: String(get('/version').gitVersion).replace(/^v/, ''), definitions, resources }
}

/** Resources that a manifest can be of: they can be created and are no part of another resource. */
function createdResources(list: Record<string, unknown>): Record<string, unknown>[] {
  return listOf(list.resources)
    .map(recordOf)
    .filter(resource => !String(resource.name).includes('/') && listOf(resource.verbs).includes('create'))
}

function describes(schema: Record<string, unknown>, group: string, version: string, kind: string): boolean {
  return listOf(schema['x-kubernetes-group-version-kind'])
    .map(recordOf)
    .some(each => each.group === group && each.version === version && each.kind === kind)
}

export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
