import { one, WEB, SERVICE, SECRET, ACCOUNT, CERT, type RuleCase } from './rule-case.test-data'

const CERTIFICATES = 'cert-manager.io/v1'
const STORES = 'external-secrets.io/v1'
const MONITORING = 'monitoring.coreos.com/v1'
const ISSUER = `${CERTIFICATES} Issuer ca {spec: {ca: {secretName: keys}}}`
const CERTIFICATE = `${CERTIFICATES} Certificate shop {spec: {secretName: cert, issuerRef: {name: ca}}}`
const EXTERNAL = `${STORES} ExternalSecret keys {spec: {secretStoreRef: {name: vault}}}`
const MONITOR = `${MONITORING} ServiceMonitor web {metadata: {labels: {team: shop}}, spec: {selector: {matchLabels: {app: web}}, endpoints: [{port: http, bearerTokenSecret: {name: keys, key: password}}]}}`
const PROMETHEUS = `${MONITORING} Prometheus main {spec: {serviceAccountName: runner, serviceMonitorSelector: {matchLabels: {team: shop}}, alerting: {alertmanagers: [{name: web, namespace: shop, port: web}]}}}`
/** Of the rules in rules/operators.ts. */
export const operators: readonly RuleCase[] = [
  one(
    'resource-defined-by',
    '/kind',
    'CustomResourceDefinition buckets.k8s.example.com',
    'k8s.example.com/v1 Bucket files',
    'apiextensions.k8s.io/v1 CustomResourceDefinition buckets.k8s.example.com {spec: {group: k8s.example.com, names: {kind: Bucket, plural: buckets}, scope: Namespaced}}',
  ),
  one('certificate-makes-secret', '/spec/secretName', 'Secret cert', CERTIFICATE, CERT),
  one('certificate-issued-by', '/spec/issuerRef/name', 'Issuer ca', CERTIFICATE, ISSUER),
  one('issuer-uses-secret', '/spec/ca/secretName', 'Secret keys', ISSUER, SECRET),
  one(
    'clusterissuer-uses-secret',
    '/spec/ca/secretName',
    'Secret keys',
    `${CERTIFICATES} ClusterIssuer ca {spec: {ca: {secretName: keys}}}`,
    SECRET.replace('keys', 'cert-manager/keys'),
  ),
  one(
    'entry-certified-by',
    '/metadata/annotations/cert-manager.io~1issuer',
    'Issuer ca',
    'networking.k8s.io/v1 Ingress entry {metadata: {annotations: {cert-manager.io/issuer: ca}}}',
    ISSUER,
  ),
  one(
    'externalsecret-reads-store',
    '/spec/secretStoreRef/name',
    'SecretStore vault',
    EXTERNAL,
    `${STORES} SecretStore vault {spec: {}}`,
  ),
  one('externalsecret-makes-secret', '/metadata/name', 'Secret keys', EXTERNAL, SECRET),
  one(
    'store-opened-with',
    '/spec/provider/vault/auth/tokenSecretRef/name',
    'Secret keys',
    `${STORES} SecretStore vault {spec: {provider: {vault: {auth: {tokenSecretRef: {name: keys, key: password}}}}}}`,
    SECRET,
  ),
  one(
    'servicemonitor-watches-service',
    '/spec/selector',
    'Service web',
    MONITOR,
    SERVICE.replace('web {', 'web {metadata: {labels: {app: web}}, '),
  ),
  one(
    'podmonitor-watches-workload',
    '/spec/selector',
    'Deployment web',
    `${MONITORING} PodMonitor web {spec: {selector: {matchLabels: {app: web}}}}`,
    WEB,
  ),
  one('prometheus-gathers', '/spec/serviceMonitorSelector', 'ServiceMonitor web', PROMETHEUS, MONITOR),
  one(
    'alertmanager-gathers',
    '/spec/alertmanagerConfigSelector',
    'AlertmanagerConfig pages',
    `${MONITORING} Alertmanager main {spec: {alertmanagerConfigSelector: {}}}`,
    `${MONITORING}alpha1 AlertmanagerConfig pages {spec: {}}`,
  ),
  one('prometheus-alerts-by-service', '/spec/alerting/alertmanagers/0/name', 'Service web', PROMETHEUS, SERVICE),
  one('monitoring-runs-as-serviceaccount', '/spec/serviceAccountName', 'ServiceAccount runner', PROMETHEUS, ACCOUNT),
  one('monitor-opened-with-secret', '/spec/endpoints/0/bearerTokenSecret/name', 'Secret keys', MONITOR, SECRET),
]
