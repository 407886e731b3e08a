import { isMap, mapAt, valueAt, type PlainMap } from '../yaml/plain'
import { kindOfData } from './kinds'

export { containersOf, type ContainerRole, type PodContainer } from './containers'

/** Where an object describes the pods that it makes. */
export type PodTemplate = {
  /** Ends at the template: `metadata` and `spec` are below. Empty for a Pod. */
  readonly path: readonly string[]
  readonly metadata: PlainMap
  readonly spec: PlainMap
}

/**
 * The pod template of an object, or null where it makes no pods or doesn't say how: a kind without one, a Deployment
 * whose template is missing, a Rollout that borrows it by `workloadRef`.
 */
export function podTemplateOf(object: PlainMap): PodTemplate | null {
  const path = kindOfData(object).podTemplate
  if (path === null) return null
  const template = valueAt(object, path)
  if (!isMap(template)) return null
  return { path, metadata: mapAt(template, 'metadata'), spec: mapAt(template, 'spec') }
}
