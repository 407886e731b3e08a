import { kindRow } from '../kinds/kinds'
import { listAt, textAt, type PlainMap } from '../yaml/plain'
import { metadataBeside } from './metadata-beside'
import type { KubeObject } from './relation'
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
    : `No ReferenceGrant in namespace ${to.namespace} lets ${from.kind}s of namespace ${from.namespace} refer to ${titleOf(to)}.`
}

const GROUP = 'gateway.networking.k8s.io'

/** The ReferenceGrant, in the target's namespace, that lets objects of one kind and namespace refer to one object. */
export function grantFor(from: KubeObject, to: KubeObject): PlainMap {
  const name = `${from.namespace}-${from.kind.toLowerCase()}-to-${to.name}`
  const [version = 'v1beta1'] = kindRow(GROUP, 'ReferenceGrant').versions
  return {
    apiVersion: `${GROUP}/${version}`,
    kind: 'ReferenceGrant',
    metadata: metadataBeside(to, name),
    spec: {
      from: [{ group: from.group, kind: from.kind, namespace: from.namespace }],
      to: [{ group: to.group, kind: to.kind, name: to.name }],
    },
  }
}
