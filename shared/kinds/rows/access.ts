import { bindingLines, roleLines, serviceAccountLines, signingRequestLines } from '../cards/access-lines'
import { defineKind } from '../define-kind'
import type { KindRow } from '../kind-row'
import {
  clusterRoleBindingStarter,
  clusterRoleStarter,
  roleBindingStarter,
  roleStarter,
  serviceAccountStarter,
} from '../starters/access'
import { choice, field } from './fields'

const RBAC = 'rbac.authorization.k8s.io'
const RBAC_VERSIONS = ['v1', 'v1beta1', 'v1alpha1']

const ruleFields = [
  field('/rules/*/apiGroups', 'lines'),
  field('/rules/*/resources', 'lines'),
  field('/rules/*/resourceNames', 'lines'),
  field('/rules/*/verbs', 'lines'),
]
const subjectFields = [
  choice('/subjects/*/kind', 'ServiceAccount', 'User', 'Group'),
  field('/subjects/*/name', 'text'),
  field('/subjects/*/namespace', 'text'),
]

export const accessKinds: readonly KindRow[] = [
  defineKind({
    kind: 'ServiceAccount',
    versions: ['v1'],
    shortNames: ['sa'],
    family: 'access',
    icon: 'k-serviceaccount',
    searchWords: ['identity', 'user', 'account', 'token', 'rbac'],
    starter: serviceAccountStarter,
    starterNames: ['web', 'api', 'app', 'robot'],
    cardLines: serviceAccountLines,
    inspector: [field('/automountServiceAccountToken', 'switch'), field('/imagePullSecrets/*/name', 'text')],
  }),
  defineKind({
    kind: 'Role',
    group: RBAC,
    versions: RBAC_VERSIONS,
    family: 'access',
    icon: 'k-role',
    searchWords: ['permission', 'rights', 'rbac', 'allow'],
    starter: roleStarter,
    starterNames: ['read-config', 'reader', 'editor'],
    cardLines: roleLines,
    inspector: ruleFields,
  }),
  defineKind({
    kind: 'ClusterRole',
    group: RBAC,
    versions: RBAC_VERSIONS,
    scope: 'cluster',
    family: 'access',
    icon: 'k-clusterrole',
    searchWords: ['permission', 'rights', 'rbac', 'allow', 'admin'],
    starter: clusterRoleStarter,
    starterNames: ['read-config', 'reader', 'editor'],
    cardLines: roleLines,
    inspector: ruleFields,
  }),
  defineKind({
    kind: 'RoleBinding',
    group: RBAC,
    versions: RBAC_VERSIONS,
    family: 'access',
    icon: 'k-rolebinding',
    searchWords: ['permission', 'grant', 'rights', 'rbac', 'allow'],
    starter: roleBindingStarter,
    starterNames: ['read-config', 'reader', 'editor'],
    cardLines: bindingLines,
    inspector: [choice('/roleRef/kind', 'Role', 'ClusterRole'), field('/roleRef/name', 'text'), ...subjectFields],
  }),
  defineKind({
    kind: 'ClusterRoleBinding',
    group: RBAC,
    versions: RBAC_VERSIONS,
    scope: 'cluster',
    family: 'access',
    icon: 'k-clusterrolebinding',
    searchWords: ['permission', 'grant', 'rights', 'rbac', 'allow', 'admin'],
    starter: clusterRoleBindingStarter,
    starterNames: ['read-config', 'reader', 'editor'],
    cardLines: bindingLines,
    inspector: [field('/roleRef/name', 'text'), ...subjectFields],
  }),
  defineKind({
    kind: 'CertificateSigningRequest',
    group: 'certificates.k8s.io',
    versions: ['v1', 'v1beta1'],
    shortNames: ['csr'],
    scope: 'cluster',
    family: 'access',
    icon: 'k-certificate',
    searchWords: ['certificate', 'user', 'client certificate'],
    cardLines: signingRequestLines,
  }),
]
