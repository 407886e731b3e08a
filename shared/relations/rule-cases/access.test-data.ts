import { one, CONFIG, SECRET, ACCOUNT, type RuleCase } from './rule-case.test-data'

const RBAC = 'rbac.authorization.k8s.io'
const ROLE = `${RBAC}/v1 Role reader {rules: [{apiGroups: [''], resources: [configmaps], resourceNames: [settings], verbs: [get]}]}`
const BINDING = `${RBAC}/v1 RoleBinding readers {roleRef: {apiGroup: ${RBAC}, kind: Role, name: reader}, subjects: [{kind: ServiceAccount, name: runner, namespace: shop}]}`
/** Of the rules in rules/access.ts. */
export const access: readonly RuleCase[] = [
  one('binding-grants-role', '/roleRef/name', 'Role reader', BINDING, ROLE),
  one('binding-binds-subject', '/subjects/0/name', 'ServiceAccount runner', BINDING, ACCOUNT),
  one(
    'serviceaccount-holds-secret',
    '/secrets/0/name',
    'Secret keys',
    'v1 ServiceAccount runner {secrets: [{name: keys}]}',
    SECRET,
  ),
  one('role-names-object', '/rules/0/resourceNames/0', 'ConfigMap settings', ROLE, CONFIG),
  one(
    'clusterrole-gathers-clusterrole',
    '/aggregationRule/clusterRoleSelectors/0',
    'ClusterRole part',
    `${RBAC}/v1 ClusterRole all {aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: 'yes'}}]}}`,
    `${RBAC}/v1 ClusterRole part {metadata: {labels: {part: 'yes'}}, rules: []}`,
  ),
  one(
    'signing-request-of-person',
    '/spec/username',
    'User jane',
    'certificates.k8s.io/v1 CertificateSigningRequest jane {spec: {username: jane, request: x, usages: []}}',
  ),
]
