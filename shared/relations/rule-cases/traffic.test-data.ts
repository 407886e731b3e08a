import { one, pod, WEB, SERVICE, CERT, type RuleCase } from './rule-case.test-data'

export const INGRESS = (spec: string) => `networking.k8s.io/v1 Ingress entry {spec: ${spec}}`
/** Of the rules in rules/traffic.ts. */
export const traffic: readonly RuleCase[] = [
  one('service-selects-workload', '/spec/selector', 'Deployment web', SERVICE, WEB),
  one(
    'ingress-routes-to-service',
    '/spec/rules/0/http/paths/0/backend/service/name',
    'Service web',
    INGRESS(
      '{rules: [{host: shop.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}]}}]}',
    ),
    SERVICE,
  ),
  one(
    'ingress-uses-secret',
    '/spec/tls/0/secretName',
    'Secret cert',
    INGRESS('{tls: [{hosts: [shop.example], secretName: cert}]}'),
    CERT,
  ),
  one(
    'ingress-of-class',
    '/spec/ingressClassName',
    'IngressClass nginx',
    INGRESS('{ingressClassName: nginx}'),
    'networking.k8s.io/v1 IngressClass nginx {spec: {controller: k8s.io/ingress-nginx}}',
  ),
  one('ingress-serves-host', '/spec/rules/0/host', 'shop.example', INGRESS('{rules: [{host: shop.example}]}')),
  one(
    'service-open-to-outside',
    '/spec/type',
    'NodePort 30080',
    'v1 Service web {spec: {type: NodePort, ports: [{port: 80, nodePort: 30080}]}}',
  ),
  one(
    'service-selects-workloadentry',
    '/spec/selector',
    'WorkloadEntry vm',
    'v1 Service db {spec: {selector: {app: db}, ports: [{port: 5432}]}}',
    'networking.istio.io/v1 WorkloadEntry vm {spec: {address: 10.0.0.1, labels: {app: db}}}',
  ),
  one(
    'service-leads-to-host',
    '/spec/externalName',
    'db.example.com',
    'v1 Service db {spec: {type: ExternalName, externalName: db.example.com}}',
  ),
  one(
    'endpoints-belong-to-service',
    '/metadata/labels/kubernetes.io~1service-name',
    'Service web',
    'discovery.k8s.io/v1 EndpointSlice web-1 {metadata: {labels: {kubernetes.io/service-name: web}}, addressType: IPv4, endpoints: []}',
    SERVICE,
  ),
  one(
    'endpoints-list-object',
    '/subsets/0/addresses/0/targetRef/name',
    'Pod web',
    'v1 Endpoints web {subsets: [{addresses: [{ip: 10.0.0.1, targetRef: {kind: Pod, name: web}}]}]}',
    pod(''),
  ),
  one(
    'ingress-routes-to-resource',
    '/spec/defaultBackend/resource/name',
    'StorageBucket files',
    INGRESS('{defaultBackend: {resource: {apiGroup: k8s.example.com, kind: StorageBucket, name: files}}}'),
    'k8s.example.com/v1 StorageBucket files',
  ),
  one(
    'apiserver-calls-service',
    '/webhooks/0/clientConfig/service/name',
    'Service web',
    'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration hook {webhooks: [{name: a.example.com, clientConfig: {service: {name: web, namespace: shop, port: 443}}}]}',
    SERVICE,
  ),
]
