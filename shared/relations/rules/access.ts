import { resolveKind } from '../../kinds/kinds'
import type { KindRow } from '../../kinds/kind-row'
import { listAt, textAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import { kindKey, type KindKey } from '../kind-key'
import { NO_DETAIL, type Reference } from '../reference'
import type { RelationRule } from '../rule'
import { findPlaces, type Source } from '../source'
import { outside } from '../ties/by-host'
import { byLabels } from '../ties/by-labels'
import { anyOf, byName } from '../ties/by-name'
import { appendItem } from '../wires/append-item'
import { setField } from '../wires/set-field'

const RBAC = 'rbac.authorization.k8s.io'
const BINDINGS: readonly KindKey[] = [`RoleBinding.${RBAC}`, `ClusterRoleBinding.${RBAC}`]

/** Access: RELATIONS.md, fourth section. */
export const accessRules: readonly RelationRule[] = [
  {
    id: 'binding-grants-role',
    from: BINDINGS,
    says: 'grants',
    group: 'access',
    tie: byName({ at: 'roleRef', name: 'name', kind: roleKind, optional: isBuiltInRole }),
    wire: setField({
      to: [`Role.${RBAC}`, `ClusterRole.${RBAC}`],
      label: 'Role that it grants',
      at: 'roleRef',
      // A ClusterRoleBinding is cluster-scoped: it can't grant the Role of a namespace.
      fits: ({ from, to }) => from.object.namespace === to.object.namespace || to.object.namespace === null,
      value: ({ to }) => ({ apiGroup: RBAC, kind: to.object.kind, name: to.object.name }),
    }),
  },
  {
    id: 'binding-binds-subject',
    from: BINDINGS,
    says: 'binds',
    group: 'access',
    tie: anyOf(
      byName({
        at: 'subjects.*',
        name: 'name',
        namespace: 'namespace',
        kind: subject => (subject['kind'] === 'ServiceAccount' ? 'ServiceAccount' : null),
        optional: name => name === 'default',
      }),
      peopleTie,
    ),
    wire: appendItem({
      to: ['ServiceAccount'],
      crosses: true,
      label: 'Account that gets the rights',
      list: 'subjects',
      item: ({ to }) => ({ kind: 'ServiceAccount', name: to.object.name, namespace: to.object.namespace }),
    }),
  },
  {
    id: 'serviceaccount-holds-secret',
    from: ['ServiceAccount'],
    says: 'holds',
    group: 'access',
    tie: byName({ at: 'secrets.*', name: 'name', kind: 'Secret', optional: () => true }),
  },
  {
    id: 'role-names-object',
    from: [`Role.${RBAC}`, `ClusterRole.${RBAC}`],
    says: 'gives access to',
    group: 'access',
    tie: namedResources,
  },
  {
    id: 'clusterrole-gathers-clusterrole',
    from: [`ClusterRole.${RBAC}`],
    says: 'gathers',
    group: 'access',
    tie: byLabels({
      at: 'aggregationRule.clusterRoleSelectors.*',
      form: 'selector',
      empty: 'everything',
      among: `ClusterRole.${RBAC}`,
      namespaces: 'cluster',
    }),
  },
  {
    id: 'signing-request-of-person',
    from: ['CertificateSigningRequest.certificates.k8s.io'],
    says: 'is for',
    group: 'access',
    tie: anyOf(
      outside({ at: 'spec.username', name: user => `User ${user}` }),
      outside({ at: 'spec.groups.*', name: group => `Group ${group}` }),
      outside({ at: 'spec.signerName', name: signer => `Signer ${signer}` }),
    ),
  },
]

/** `roleRef.kind` decides, whatever else has the name: a RoleBinding may grant a ClusterRole in its namespace. */
function roleKind(roleRef: PlainMap): KindKey | null {
  const kind = textAt(roleRef, 'kind')
  return kind === 'Role' || kind === 'ClusterRole' ? `${kind}.${RBAC}` : null
}

/** Roles that every cluster has from its start. */
function isBuiltInRole(name: string, roleRef: PlainMap): boolean {
  if (name.startsWith('system:')) return true
  return roleRef['kind'] === 'ClusterRole' && ['cluster-admin', 'admin', 'edit', 'view'].includes(name)
}

/** Users and groups are names that the cluster's authentication gives: no object stands for them. */
function peopleTie(source: Source): readonly Reference[] {
  return findPlaces(source, 'subjects.*').flatMap(({ path, value }): readonly Reference[] => {
    const kind = textAt(value, 'kind')
    const name = textAt(value, 'name')
    if (name === null || (kind !== 'User' && kind !== 'Group')) return []
    const target = { by: 'outside', name: `${kind} ${name}` } as const
    return [{ path: [...path, 'name'], apart: '', optional: false, detail: NO_DETAIL, target }]
  })
}

/**
 * The objects that a rule names. A Role means those of its namespace; a ClusterRole may be granted in any, so only
 * cluster-scoped objects can be told.
 */
function namedResources(source: Source): readonly Reference[] {
  return findPlaces(source, 'rules.*').flatMap(({ path, value }) => {
    const kinds = listAt(value, 'resources').flatMap(resource =>
      listAt(value, 'apiGroups').flatMap(group => kindsOfResource(resource, group)),
    )
    return kinds
      .filter(({ scope }) => scope === 'cluster' || source.object.namespace !== null)
      .flatMap(({ group, kind }) =>
        byName({ at: [...path, 'resourceNames', '*'], kind: kindKey(group, kind), optional: () => true })(source),
      )
  })
}

/** `deployments` of `apps`; what stands behind a slash (`deployments/scale`) is a part of the same object. */
function kindsOfResource(resource: PlainValue, group: PlainValue): readonly KindRow[] {
  const plural = String(resource).split('/')[0] ?? ''
  return resolveKind(plural).filter(row => row.group === group && row.plural === plural)
}
