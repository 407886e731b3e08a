import { isMap, listAt, mapAt, textAt } from '../yaml/plain'
import type { KubeObject } from './relation'
import type { Look } from './rule'
import { labelSelector, matches } from './selector'
import { titleOf } from './title'

export type GrantQuestion = {
  readonly from: KubeObject
  readonly to: KubeObject
  /** The ReferenceGrants of the target's namespace. */
  readonly grants: readonly KubeObject[]
}

/** Why a reference of the Gateway API into another namespace is not followed, or null where it is. */
export function grantRefusal({ from, to, grants }: GrantQuestion): string | null {
  if (from.namespace === to.namespace || to.namespace === null) return null
  const isGranted = grants.some(({ data }) => {
    const letsIn = listAt(data, 'spec', 'from').some(
      each =>
        (textAt(each, 'group') ?? '') === from.group &&
        textAt(each, 'kind') === from.kind &&
        textAt(each, 'namespace') === from.namespace,
    )
    const opens = listAt(data, 'spec', 'to').some(
      each =>
        (textAt(each, 'group') ?? '') === to.group &&
        textAt(each, 'kind') === to.kind &&
        (textAt(each, 'name') ?? to.name) === to.name,
    )
    return letsIn && opens
  })
  return isGranted
    ? null
    : `No ReferenceGrant in namespace ${to.namespace} lets a ${from.kind} of namespace ${from.namespace} refer to ${titleOf(to)}.`
}

/**
 * Why no listener of a Gateway takes a route, by the route's namespace; or null where one does. Without `allowedRoutes`
 * a listener takes routes of the Gateway's own namespace. Other parents than Gateways decide nothing here.
 */
export function routeRefusal(route: KubeObject, gateway: KubeObject, look: Look): string | null {
  const listeners = listAt(gateway.data, 'spec', 'listeners')
  if (listeners.length === 0 || route.namespace === null) return null
  const takes = listeners.some(listener => {
    const namespaces = mapAt(listener, 'allowedRoutes', 'namespaces')
    const from = textAt(namespaces, 'from') ?? 'Same'
    if (from === 'All') return true
    if (from === 'Same') return route.namespace === gateway.namespace
    const { selector } = namespaces
    return (
      from === 'Selector' &&
      isMap(selector) &&
      matches(labelSelector(selector), look.namespaceLabels(route.namespace ?? ''))
    )
  })
  return takes ? null : `No listener of ${titleOf(gateway)} takes routes from namespace ${route.namespace}.`
}
