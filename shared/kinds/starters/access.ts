import type { StarterInput } from '../kind-row'
import { clusterMetadata, manifest, metadata, namespaceLine, plainOrQuoted } from './manifest'

export function serviceAccountStarter(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: ServiceAccount
    ${metadata(input)}
    automountServiceAccountToken: false
  `
}

export function roleStarter(input: StarterInput): string {
  return roleText('Role', metadata(input))
}

export function clusterRoleStarter(input: StarterInput): string {
  return roleText('ClusterRole', clusterMetadata(input))
}

function roleText(kind: string, head: string): string {
  return manifest`
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ${kind}
    ${head}
    rules:
      - apiGroups:
          - ""
        resources:
          - configmaps
        verbs:
          - get
          - list
          - watch
  `
}

/** Grants the Role of its own name to the ServiceAccount of its own name. */
export function roleBindingStarter(input: StarterInput): string {
  return manifest`
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    ${metadata(input)}
    roleRef:
      apiGroup: rbac.authorization.k8s.io
      kind: Role
      name: ${plainOrQuoted(input.name)}
    subjects:
      - kind: ServiceAccount
        name: ${plainOrQuoted(input.name)}
        ${namespaceLine(input)}
  `
}

/** Grants the ClusterRole of its own name; a subject of a cluster-wide binding must name its namespace. */
export function clusterRoleBindingStarter(input: StarterInput): string {
  return manifest`
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRoleBinding
    ${clusterMetadata(input)}
    roleRef:
      apiGroup: rbac.authorization.k8s.io
      kind: ClusterRole
      name: ${plainOrQuoted(input.name)}
    subjects:
      - kind: ServiceAccount
        name: ${plainOrQuoted(input.name)}
        namespace: ${plainOrQuoted(input.namespace ?? 'default')}
  `
}
