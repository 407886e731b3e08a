import { containersOf, podTemplateOf, type PodContainer } from '../kinds/pod-template'
import type { KubeObject } from '../workspace/kube-object'
import { formatPointer } from '../yaml/pointer'
import type { PlainMap } from '../yaml/plain'
import type { Finding } from './check'

/** An error at a path of keys and indexes: what the API server would refuse. */
export function refused(
  code: string,
  path: readonly string[],
  message: string,
  fix: string | null,
  marks?: 'key',
): Finding {
  return { code, severity: 'error', path: formatPointer(path), message, fix, ...(marks ? { marks } : {}) }
}

/** Whether an object is of a kind of one of the server's own groups. */
export function isKind(object: KubeObject, group: string, ...kinds: readonly string[]): boolean {
  return object.group === group && kinds.includes(object.kind)
}

export type CheckedPod = {
  /** Where the pod's spec stands in the object. */
  readonly path: readonly string[]
  readonly spec: PlainMap
  /** With paths inside the object. */
  readonly containers: readonly PodContainer[]
}

/** The groups whose pod templates the server checks as it checks pods; a custom resource's template may say less. */
const OWN_GROUPS: ReadonlySet<string> = new Set(['', 'apps', 'batch'])

/** The pod that an object is or makes, where the server itself checks it; else null. */
export function checkedPodOf(object: KubeObject): CheckedPod | null {
  const template = OWN_GROUPS.has(object.group) ? podTemplateOf(object.data) : null
  if (!template) return null
  const path = [...template.path, 'spec']
  const containers = containersOf(template.spec).map(each => ({ ...each, path: [...path, ...each.path] }))
  return { path, spec: template.spec, containers }
}
