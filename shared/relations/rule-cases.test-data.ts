import { parse } from 'yaml'
import { groupOf, isClusterScoped } from '../kinds/kinds'
import { isMap, type PlainMap, type PlainValue } from '../yaml/plain'

/** The smallest design in which a rule ties two objects: where that is written, and what it leads to. */
export type RuleCase = {
  readonly rule: string
  /** JSON pointer inside the first object. */
  readonly because: string
  /** `Kind name`, or a text that stands for what is outside. */
  readonly to: string
  /** The first one is where the relation leaves from. All stand in namespace `shop`, unless their name says another. */
  readonly objects: readonly PlainMap[]
}

/** `apiVersion Kind [namespace/]name`, and behind it the rest of the manifest in flow style. */
function manifest(line: string): PlainMap {
  const [, apiVersion = '', kind = '', place = '', rest = ''] = /^(\S+) (\S+) (\S+) ?(.*)$/s.exec(line) ?? []
  const [name = '', namespace = 'shop'] = place.split('/').toReversed()
  const value: PlainValue = rest === '' ? {} : parse(rest)
  const { metadata, ...fields }: PlainMap = isMap(value) ? value : {}
  const placed = isClusterScoped(groupOf(apiVersion), kind) ? {} : { namespace }
  return { apiVersion, kind, metadata: { name, ...placed, ...(isMap(metadata) ? metadata : {}) }, ...fields }
}

function one(rule: string, because: string, to: string, ...lines: readonly string[]): RuleCase {
  return { rule, because, to, objects: lines.map(manifest) }
}

const POD = 'metadata: {labels: {app: web}}'
/** A Pod with a container and whatever else its spec holds. */
const pod = (container: string, more = '') =>
  `v1 Pod web {${POD}, spec: {containers: [{name: main, image: nginx${container}}]${more}}}`
const WEB = `apps/v1 Deployment web {spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web, version: v1}}, spec: {containers: [{name: main, image: nginx, ports: [{name: http, containerPort: 8080}]}]}}}}`
const SERVICE = 'v1 Service web {spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}]}}'
const CONFIG = 'v1 ConfigMap settings {data: {level: info}}'
const SECRET = 'v1 Secret keys {stringData: {password: x}}'
const ACCOUNT = 'v1 ServiceAccount runner'
const CERT = 'v1 Secret cert {type: kubernetes.io/tls, stringData: {tls.crt: x, tls.key: x}}'
const REGISTRY = 'v1 Secret registry {type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson: x}}'
const near = (side: string) =>
  pod(
    '',
    `, affinity: {${side}: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone, labelSelector: {matchLabels: {app: db}}}]}}`,
  )
const DB =
  'apps/v1 StatefulSet db {spec: {serviceName: db, template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, image: postgres}]}}}}'

const workloads: readonly RuleCase[] = [
  one(
    'workload-env-from-configmap',
    '/spec/containers/0/envFrom/0/configMapRef/name',
    'ConfigMap settings',
    pod(', envFrom: [{configMapRef: {name: settings}}]'),
    CONFIG,
  ),
  one(
    'workload-env-configmap',
    '/spec/containers/0/env/0/valueFrom/configMapKeyRef/name',
    'ConfigMap settings',
    pod(', env: [{name: LEVEL, valueFrom: {configMapKeyRef: {name: settings, key: level}}}]'),
    CONFIG,
  ),
  one(
    'workload-mounts-configmap',
    '/spec/volumes/0/configMap/name',
    'ConfigMap settings',
    pod(
      ', volumeMounts: [{name: settings, mountPath: /etc/config}]',
      ', volumes: [{name: settings, configMap: {name: settings}}]',
    ),
    CONFIG,
  ),
  one(
    'workload-env-from-secret',
    '/spec/containers/0/envFrom/0/secretRef/name',
    'Secret keys',
    pod(', envFrom: [{secretRef: {name: keys}}]'),
    SECRET,
  ),
  one(
    'workload-env-secret',
    '/spec/containers/0/env/0/valueFrom/secretKeyRef/name',
    'Secret keys',
    pod(', env: [{name: PASSWORD, valueFrom: {secretKeyRef: {name: keys, key: password}}}]'),
    SECRET,
  ),
  one(
    'workload-mounts-secret',
    '/spec/volumes/0/projected/sources/0/secret/name',
    'Secret keys',
    pod(
      ', volumeMounts: [{name: all, mountPath: /etc/keys}]',
      ', volumes: [{name: all, projected: {sources: [{secret: {name: keys}}]}}]',
    ),
    SECRET,
  ),
  one(
    'workload-pulls-with-secret',
    '/spec/imagePullSecrets/0/name',
    'Secret registry',
    pod('', ', imagePullSecrets: [{name: registry}]'),
    REGISTRY,
  ),
  one(
    'serviceaccount-pulls-with-secret',
    '/imagePullSecrets/0/name',
    'Secret registry',
    'v1 ServiceAccount runner {imagePullSecrets: [{name: registry}]}',
    REGISTRY,
  ),
  one(
    'workload-trusts-bundle',
    '/spec/volumes/0/projected/sources/0/clusterTrustBundle/name',
    'ClusterTrustBundle roots',
    pod('', ', volumes: [{name: roots, projected: {sources: [{clusterTrustBundle: {name: roots, path: ca.pem}}]}}]'),
    'certificates.k8s.io/v1beta1 ClusterTrustBundle roots {spec: {trustBundle: x}}',
  ),
  one(
    'workload-runs-as-serviceaccount',
    '/spec/serviceAccountName',
    'ServiceAccount runner',
    pod('', ', serviceAccountName: runner'),
    ACCOUNT,
  ),
  one(
    'workload-has-priority',
    '/spec/priorityClassName',
    'PriorityClass high',
    pod('', ', priorityClassName: high'),
    'scheduling.k8s.io/v1 PriorityClass high {value: 1000}',
  ),
  one(
    'workload-uses-runtimeclass',
    '/spec/runtimeClassName',
    'RuntimeClass gvisor',
    pod('', ', runtimeClassName: gvisor'),
    'node.k8s.io/v1 RuntimeClass gvisor {handler: runsc}',
  ),
  one('workload-runs-on-node', '/spec/nodeName', 'Node one', pod('', ', nodeName: one'), 'v1 Node one'),
  one(
    'workload-stays-near',
    '/spec/affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/labelSelector',
    'StatefulSet db',
    near('podAffinity'),
    DB,
  ),
  one(
    'workload-keeps-away',
    '/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/labelSelector',
    'StatefulSet db',
    near('podAntiAffinity'),
    DB,
  ),
  one(
    'workload-spreads-with',
    '/spec/topologySpreadConstraints/0/labelSelector',
    'StatefulSet db',
    pod(
      '',
      ', topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: db}}}]',
    ),
    DB,
  ),
  one(
    'statefulset-governed-by-service',
    '/spec/serviceName',
    'Service db',
    DB,
    'v1 Service db {spec: {clusterIP: None, selector: {app: db}, ports: [{port: 5432}]}}',
  ),
  one(
    'secret-belongs-to-serviceaccount',
    '/metadata/annotations/kubernetes.io~1service-account.name',
    'ServiceAccount runner',
    'v1 Secret token {metadata: {annotations: {kubernetes.io/service-account.name: runner}}, type: kubernetes.io/service-account-token}',
    ACCOUNT,
  ),
  one(
    'object-owned-by',
    '/metadata/ownerReferences/0/name',
    'Deployment web',
    'v1 ConfigMap made {metadata: {ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: x}]}}',
    WEB,
  ),
]

const INGRESS = (spec: string) => `networking.k8s.io/v1 Ingress entry {spec: ${spec}}`
const traffic: readonly RuleCase[] = [
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

const API = 'gateway.networking.k8s.io/v1'
const GATEWAY = (listener: string) =>
  `${API} Gateway gw {spec: {gatewayClassName: envoy, listeners: [{name: web, ${listener}}]}}`
const ROUTE = (spec: string) => `${API} HTTPRoute route {spec: ${spec}}`
const NETWORK_POLICY = (spec: string) => `networking.k8s.io/v1 NetworkPolicy wall {spec: ${spec}}`
const gateways: readonly RuleCase[] = [
  one(
    'gateway-of-class',
    '/spec/gatewayClassName',
    'GatewayClass envoy',
    GATEWAY('port: 80, protocol: HTTP'),
    `${API} GatewayClass envoy {spec: {controllerName: example.com/envoy}}`,
  ),
  one(
    'gateway-serves-host',
    '/spec/listeners/0/hostname',
    'shop.example',
    GATEWAY('port: 80, protocol: HTTP, hostname: shop.example'),
  ),
  one(
    'gateway-uses-certificate',
    '/spec/listeners/0/tls/certificateRefs/0/name',
    'Secret cert',
    GATEWAY('port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: cert}]}'),
    CERT,
  ),
  one(
    'listenerset-extends-gateway',
    '/spec/parentRef/name',
    'Gateway gw',
    `${API} ListenerSet more {spec: {parentRef: {name: gw}, listeners: []}}`,
    GATEWAY('port: 80, protocol: HTTP'),
  ),
  one(
    'route-attaches-to-gateway',
    '/spec/parentRefs/0/name',
    'Gateway gw',
    ROUTE('{parentRefs: [{name: gw}]}'),
    GATEWAY('port: 80, protocol: HTTP'),
  ),
  one(
    'route-routes-to-service',
    '/spec/rules/0/backendRefs/0/name',
    'Service web',
    ROUTE('{rules: [{backendRefs: [{name: web, port: 80}]}]}'),
    SERVICE,
  ),
  one('route-serves-host', '/spec/hostnames/0', 'shop.example', ROUTE('{hostnames: [shop.example]}')),
  one(
    'route-mirrors-to-service',
    '/spec/rules/0/filters/0/requestMirror/backendRef/name',
    'Service web',
    ROUTE('{rules: [{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: web, port: 80}}}]}]}'),
    SERVICE,
  ),
  one(
    'route-extended-by',
    '/spec/rules/0/filters/0/extensionRef/name',
    'Middleware auth',
    ROUTE(
      '{rules: [{filters: [{type: ExtensionRef, extensionRef: {group: traefik.io, kind: Middleware, name: auth}}]}]}',
    ),
    'traefik.io/v1alpha1 Middleware auth',
  ),
  one(
    'policy-targets-object',
    '/spec/targetRefs/0/name',
    'Service web',
    `${API} BackendTLSPolicy tls {spec: {targetRefs: [{group: '', kind: Service, name: web}]}}`,
    SERVICE,
  ),
  one(
    'policy-trusts-certificate',
    '/spec/validation/caCertificateRefs/0/name',
    'ConfigMap settings',
    `${API} BackendTLSPolicy tls {spec: {validation: {caCertificateRefs: [{group: '', kind: ConfigMap, name: settings}]}}}`,
    CONFIG,
  ),
  one(
    'grant-lets-in-namespace',
    '/spec/from/0/namespace',
    'Namespace shop',
    `${API} ReferenceGrant grant {spec: {from: [{group: ${API.slice(0, -3)}, kind: HTTPRoute, namespace: shop}], to: []}}`,
    'v1 Namespace shop',
  ),
  one(
    'grant-opens-object',
    '/spec/to/0/name',
    'Service web',
    `${API} ReferenceGrant grant {spec: {from: [], to: [{group: '', kind: Service, name: web}]}}`,
    SERVICE,
  ),
  one(
    'networkpolicy-applies-to-workload',
    '/spec/podSelector',
    'Deployment web',
    NETWORK_POLICY('{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}'),
    WEB,
  ),
  one(
    'networkpolicy-allows-from',
    '/spec/ingress/0/from/0',
    'Deployment web',
    NETWORK_POLICY(
      '{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]}',
    ),
    WEB,
  ),
  one(
    'networkpolicy-allows-to',
    '/spec/egress/0/to/0',
    'Namespace shop',
    NETWORK_POLICY(
      '{podSelector: {matchLabels: {app: db}}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}}]}]}',
    ),
    'v1 Namespace shop',
  ),
]

const CLAIM =
  'v1 PersistentVolumeClaim files {spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}'
const claim = (more: string) => CLAIM.replace('spec: {', `spec: {${more}, `)
const volume = (more: string) => `v1 PersistentVolume disk {metadata: {labels: {tier: fast}}, spec: {${more}}}`
const CLASS = 'storage.k8s.io/v1 StorageClass fast {provisioner: ebs.csi.aws.com}'
const SNAPSHOTS = 'snapshot.storage.k8s.io/v1'
const CONTENT = `${SNAPSHOTS} VolumeSnapshotContent content {spec: {volumeSnapshotRef: {name: snap, namespace: shop}}}`
const storage: readonly RuleCase[] = [
  one(
    'workload-mounts-claim',
    '/spec/volumes/0/persistentVolumeClaim/claimName',
    'PersistentVolumeClaim files',
    pod(
      ', volumeMounts: [{name: files, mountPath: /data}]',
      ', volumes: [{name: files, persistentVolumeClaim: {claimName: files}}]',
    ),
    CLAIM,
  ),
  one('claim-claims-volume', '/spec/volumeName', 'PersistentVolume disk', claim('volumeName: disk'), volume('')),
  one('claim-of-class', '/spec/storageClassName', 'StorageClass fast', claim('storageClassName: fast'), CLASS),
  one(
    'template-of-class',
    '/spec/volumeClaimTemplates/0/spec/storageClassName',
    'StorageClass fast',
    DB.replace(
      '{serviceName',
      '{volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: fast, accessModes: [ReadWriteOnce]}}], serviceName',
    ),
    CLASS,
  ),
  one(
    'claim-selects-volume',
    '/spec/selector',
    'PersistentVolume disk',
    claim('selector: {matchLabels: {tier: fast}}'),
    volume(''),
  ),
  one(
    'claim-filled-from',
    '/spec/dataSource/name',
    'VolumeSnapshot snap',
    claim('dataSource: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: snap}'),
    `${SNAPSHOTS} VolumeSnapshot snap`,
  ),
  one(
    'volume-bound-to-claim',
    '/spec/claimRef/name',
    'PersistentVolumeClaim files',
    volume('claimRef: {name: files, namespace: shop}'),
    CLAIM,
  ),
  one('volume-of-class', '/spec/storageClassName', 'StorageClass fast', volume('storageClassName: fast'), CLASS),
  one(
    'volume-on-node',
    '/spec/nodeAffinity/required/nodeSelectorTerms/0/matchExpressions/0/values/0',
    'Node one',
    volume(
      'nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [one]}]}]}}',
    ),
    'v1 Node one',
  ),
  one(
    'volume-uses-secret',
    '/spec/csi/nodeStageSecretRef/name',
    'Secret keys',
    volume('csi: {driver: a.example.com, volumeHandle: x, nodeStageSecretRef: {name: keys, namespace: shop}}'),
    SECRET,
  ),
  one(
    'class-made-by-driver',
    '/provisioner',
    'CSIDriver ebs.csi.aws.com',
    CLASS,
    'storage.k8s.io/v1 CSIDriver ebs.csi.aws.com {spec: {}}',
  ),
  one(
    'snapshot-of-claim',
    '/spec/source/persistentVolumeClaimName',
    'PersistentVolumeClaim files',
    `${SNAPSHOTS} VolumeSnapshot snap {spec: {source: {persistentVolumeClaimName: files}}}`,
    CLAIM,
  ),
  one(
    'snapshot-holds-content',
    '/spec/source/volumeSnapshotContentName',
    'VolumeSnapshotContent content',
    `${SNAPSHOTS} VolumeSnapshot snap {spec: {source: {volumeSnapshotContentName: content}}}`,
    CONTENT,
  ),
  one(
    'snapshot-of-class',
    '/spec/volumeSnapshotClassName',
    'VolumeSnapshotClass daily',
    `${SNAPSHOTS} VolumeSnapshot snap {spec: {volumeSnapshotClassName: daily}}`,
    `${SNAPSHOTS} VolumeSnapshotClass daily {driver: a.example.com, deletionPolicy: Delete}`,
  ),
  one(
    'content-of-snapshot',
    '/spec/volumeSnapshotRef/name',
    'VolumeSnapshot snap',
    CONTENT,
    `${SNAPSHOTS} VolumeSnapshot snap`,
  ),
]

const RBAC = 'rbac.authorization.k8s.io'
const ROLE = `${RBAC}/v1 Role reader {rules: [{apiGroups: [''], resources: [configmaps], resourceNames: [settings], verbs: [get]}]}`
const BINDING = `${RBAC}/v1 RoleBinding readers {roleRef: {apiGroup: ${RBAC}, kind: Role, name: reader}, subjects: [{kind: ServiceAccount, name: runner, namespace: shop}]}`
const access: readonly RuleCase[] = [
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

const SCALER = (spec: string) => `autoscaling/v2 HorizontalPodAutoscaler scaler {spec: {maxReplicas: 3, ${spec}}}`
const ADMISSION = 'admissionregistration.k8s.io/v1'
const target = '{apiVersion: apps/v1, kind: Deployment, name: web}'
const policies: readonly RuleCase[] = [
  one(
    'autoscaler-scales-workload',
    '/spec/scaleTargetRef/name',
    'Deployment web',
    SCALER(`scaleTargetRef: ${target}`),
    WEB,
  ),
  one(
    'budget-protects-workload',
    '/spec/selector',
    'Deployment web',
    'policy/v1 PodDisruptionBudget budget {spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}}',
    WEB,
  ),
  one(
    'autoscaler-measures-object',
    '/spec/metrics/0/object/describedObject/name',
    'Ingress entry',
    SCALER(
      'metrics: [{type: Object, object: {describedObject: {apiVersion: networking.k8s.io/v1, kind: Ingress, name: entry}}}]',
    ),
    INGRESS('{}'),
  ),
  one(
    'autoscaler-sizes-workload',
    '/spec/targetRef/name',
    'Deployment web',
    `autoscaling.k8s.io/v1 VerticalPodAutoscaler sizer {spec: {updatePolicy: {}, targetRef: ${target}}}`,
    WEB,
  ),
  one(
    'scaledobject-scales-workload',
    '/spec/scaleTargetRef/name',
    'Deployment web',
    'keda.sh/v1alpha1 ScaledObject scaler {spec: {triggers: [], scaleTargetRef: {name: web}}}',
    WEB,
  ),
  one(
    'quota-limits-namespace',
    '/metadata/namespace',
    'Namespace shop',
    'v1 ResourceQuota quota {spec: {hard: {pods: 10}}}',
    'v1 Namespace shop',
  ),
  one(
    'binding-applies-policy',
    '/spec/policyName',
    'ValidatingAdmissionPolicy rules',
    `${ADMISSION} ValidatingAdmissionPolicyBinding rules {spec: {policyName: rules}}`,
    `${ADMISSION} ValidatingAdmissionPolicy rules {spec: {}}`,
  ),
  one(
    'binding-applies-mutation',
    '/spec/policyName',
    'MutatingAdmissionPolicy defaults',
    `${ADMISSION}beta1 MutatingAdmissionPolicyBinding defaults {spec: {policyName: defaults}}`,
    `${ADMISSION}beta1 MutatingAdmissionPolicy defaults {spec: {}}`,
  ),
  one(
    'binding-uses-params',
    '/spec/paramRef/name',
    'ConfigMap settings',
    `${ADMISSION} ValidatingAdmissionPolicyBinding rules {spec: {paramRef: {name: settings, namespace: shop}}}`,
    CONFIG,
  ),
  one(
    'flowschema-of-priority-level',
    '/spec/priorityLevelConfiguration/name',
    'PriorityLevelConfiguration slow',
    'flowcontrol.apiserver.k8s.io/v1 FlowSchema batch {spec: {priorityLevelConfiguration: {name: slow}}}',
    'flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration slow {spec: {type: Limited}}',
  ),
]

const ISTIO = 'networking.istio.io/v1'
const SECURITY = 'security.istio.io/v1'
const VIRTUAL = (spec: string) => `${ISTIO} VirtualService web {spec: {hosts: [shop.example], ${spec}}}`
const RULE = `${ISTIO} DestinationRule web {spec: {host: web, subsets: [{name: v1, labels: {version: v1}}]}}`
const ENTRY = `${ISTIO} Gateway entry {spec: {selector: {app: web}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [shop.example], tls: {mode: SIMPLE, credentialName: cert}}]}}`
const OUTSIDE = `${ISTIO} ServiceEntry partner {spec: {hosts: [api.partner.example], workloadSelector: {labels: {app: web}}}}`
const VM = `${ISTIO} WorkloadEntry vm {spec: {address: 10.0.0.1, serviceAccount: runner}}`
const AUTHORIZATION = (rule: string) => `${SECURITY} AuthorizationPolicy who {spec: {rules: [{${rule}}]}}`
const mesh: readonly RuleCase[] = [
  one('meshgateway-runs-on-workload', '/spec/selector', 'Deployment web', ENTRY, WEB),
  one('meshgateway-uses-certificate', '/spec/servers/0/tls/credentialName', 'Secret cert', ENTRY, WEB, CERT),
  one('meshgateway-serves-host', '/spec/servers/0/hosts/0', 'shop.example', ENTRY),
  one('virtualservice-handles-host', '/spec/hosts/0', 'shop.example', VIRTUAL('http: []')),
  one('virtualservice-uses-gateway', '/spec/gateways/0', 'Gateway entry', VIRTUAL('gateways: [entry]'), ENTRY),
  one(
    'virtualservice-routes-to-service',
    '/spec/http/0/route/0/destination/host',
    'Service web',
    VIRTUAL('http: [{route: [{destination: {host: web}}]}]'),
    SERVICE,
  ),
  one(
    'virtualservice-mirrors-to-service',
    '/spec/http/0/mirror/host',
    'Service web',
    VIRTUAL('http: [{route: [{destination: {host: other.example}}], mirror: {host: web}}]'),
    SERVICE,
  ),
  one(
    'virtualservice-uses-subset',
    '/spec/http/0/route/0/destination/subset',
    'DestinationRule web',
    VIRTUAL('http: [{route: [{destination: {host: web, subset: v1}}]}]'),
    RULE,
  ),
  one(
    'virtualservice-delegates-to',
    '/spec/http/0/delegate/name',
    'VirtualService part',
    VIRTUAL('http: [{delegate: {name: part}}]'),
    `${ISTIO} VirtualService part {spec: {http: []}}`,
  ),
  one('destinationrule-applies-to-service', '/spec/host', 'Service web', RULE, SERVICE),
  one('destinationrule-subset-is-workload', '/spec/subsets/0', 'Deployment web', RULE, SERVICE, WEB),
  one(
    'namespace-injects-sidecar',
    '/metadata/labels/istio-injection',
    'Deployment web',
    'v1 Namespace shop {metadata: {labels: {istio-injection: enabled}}}',
    WEB,
  ),
  one(
    'meshpolicy-applies-to-workload',
    '/spec/selector',
    'Deployment web',
    `${SECURITY} PeerAuthentication strict {spec: {mtls: {mode: STRICT}, selector: {matchLabels: {app: web}}}}`,
    WEB,
  ),
  one(
    'meshconfig-applies-to-workload',
    '/spec/workloadSelector/labels',
    'Deployment web',
    `${ISTIO} Sidecar web {spec: {workloadSelector: {labels: {app: web}}}}`,
    WEB,
  ),
  one(
    'authorization-knows-account',
    '/spec/rules/0/from/0/source/principals/0',
    'ServiceAccount runner',
    AUTHORIZATION('from: [{source: {principals: [cluster.local/ns/shop/sa/runner]}}]'),
    ACCOUNT,
  ),
  one(
    'authorization-knows-namespace',
    '/spec/rules/0/from/0/source/namespaces/0',
    'Namespace shop',
    AUTHORIZATION('from: [{source: {namespaces: [shop]}}]'),
    'v1 Namespace shop',
  ),
  one(
    'authorization-knows-host',
    '/spec/rules/0/to/0/operation/hosts/0',
    'Service web',
    AUTHORIZATION("to: [{operation: {hosts: ['web.shop:8080']}}]"),
    SERVICE,
  ),
  one('serviceentry-brings-host', '/spec/hosts/0', 'api.partner.example', OUTSIDE),
  one('serviceentry-selects-workload', '/spec/workloadSelector/labels', 'Deployment web', OUTSIDE, WEB),
  one('workloadentry-runs-as-serviceaccount', '/spec/serviceAccount', 'ServiceAccount runner', VM, ACCOUNT),
  one('workloadentry-is-at-address', '/spec/address', '10.0.0.1', VM),
]

const ARGO = 'argoproj.io/v1alpha1'
const ROLLOUT = (strategy: string, more = '') =>
  `${ARGO} Rollout web {spec: {selector: {matchLabels: {app: web}}, strategy: {${strategy}}${more}}}`
const ROUTING = (router: string) => ROLLOUT(`canary: {trafficRouting: {${router}}}`)
const TEMPLATE = `${ARGO} AnalysisTemplate errors {spec: {metrics: []}}`
const FLUX = 'kustomize.toolkit.fluxcd.io/v1'
const release = (spec: string) => `${FLUX} Kustomization shop {spec: {interval: 10m, ${spec}}}`
const delivery: readonly RuleCase[] = [
  one(
    'rollout-takes-over-workload',
    '/spec/workloadRef/name',
    'Deployment web',
    ROLLOUT('canary: {}', `, workloadRef: ${target}`),
    WEB,
  ),
  ...(['stable', 'canary'] as const).map(sort =>
    one(
      `rollout-${sort}-service`,
      `/spec/strategy/canary/${sort}Service`,
      'Service web',
      ROLLOUT(`canary: {maxSurge: 1, ${sort}Service: web}`),
      SERVICE,
    ),
  ),
  ...(['active', 'preview'] as const).map(sort =>
    one(
      `rollout-${sort}-service`,
      `/spec/strategy/blueGreen/${sort}Service`,
      'Service web',
      ROLLOUT(`blueGreen: {autoPromotionEnabled: false, ${sort}Service: web}`),
      SERVICE,
    ),
  ),
  one(
    'rollout-serves-by-turns',
    '/spec/strategy/canary/pingPong/pingService',
    'Service web',
    ROLLOUT('canary: {pingPong: {pingService: web}}'),
    SERVICE,
  ),
  one(
    'rollout-enters-by-service',
    '/spec/strategy/canary/trafficRouting/alb/rootService',
    'Service web',
    ROUTING('alb: {rootService: web}'),
    SERVICE,
  ),
  one(
    'rollout-steers-virtualservice',
    '/spec/strategy/canary/trafficRouting/istio/virtualService/name',
    'VirtualService web',
    ROUTING('managedRoutes: [], istio: {destinationRule: {name: web}, virtualService: {name: web}}'),
    VIRTUAL('http: []'),
  ),
  one(
    'rollout-steers-destinationrule',
    '/spec/strategy/canary/trafficRouting/istio/destinationRule/name',
    'DestinationRule web',
    ROUTING('istio: {destinationRule: {name: web, canarySubsetName: canary, stableSubsetName: stable}}'),
    RULE,
  ),
  one(
    'rollout-steers-ingress',
    '/spec/strategy/canary/trafficRouting/nginx/stableIngress',
    'Ingress entry',
    ROUTING('nginx: {stableIngress: entry}'),
    INGRESS('{}'),
  ),
  one(
    'rollout-steers-route',
    '/spec/strategy/canary/trafficRouting/plugins/argoproj-labs~1gatewayAPI/httpRoute',
    'HTTPRoute route',
    ROUTING('plugins: {argoproj-labs/gatewayAPI: {httpRoute: route, namespace: shop}}'),
    ROUTE('{}'),
  ),
  one(
    'rollout-checked-by-analysis',
    '/spec/strategy/canary/steps/0/analysis/templates/0/templateName',
    'AnalysisTemplate errors',
    ROLLOUT('canary: {steps: [{analysis: {templates: [{templateName: errors}]}}]}'),
    TEMPLATE,
  ),
  one(
    'experiment-checked-by-analysis',
    '/spec/analyses/0/templateName',
    'ClusterAnalysisTemplate errors',
    `${ARGO} Experiment trial {spec: {templates: [], analyses: [{name: a, templateName: errors, clusterScope: true}]}}`,
    TEMPLATE.replace('AnalysisTemplate', 'ClusterAnalysisTemplate'),
  ),
  one(
    'analysis-includes-analysis',
    '/spec/templates/0/templateName',
    'AnalysisTemplate errors',
    `${ARGO} AnalysisTemplate all {spec: {templates: [{templateName: errors}]}}`,
    TEMPLATE,
  ),
  one(
    'analysis-reads-secret',
    '/spec/args/0/valueFrom/secretKeyRef/name',
    'Secret keys',
    `${ARGO} AnalysisTemplate errors {spec: {args: [{name: token, valueFrom: {secretKeyRef: {name: keys, key: password}}}]}}`,
    SECRET,
  ),
  one(
    'application-belongs-to-project',
    '/spec/project',
    'AppProject team',
    `${ARGO} Application shop {spec: {project: team}}`,
    `${ARGO} AppProject team {spec: {}}`,
  ),
  one(
    'application-deploys-application',
    '/spec/source/path',
    'Application part',
    `${ARGO} Application shop {spec: {source: {repoURL: 'https://git.example/x', path: .}}}`,
    `${ARGO} Application part {spec: {}}`,
  ),
  one(
    'delivery-fills-namespace',
    '/spec/destination/namespace',
    'Namespace shop',
    `${ARGO} Application shop {spec: {destination: {namespace: shop}}}`,
    'v1 Namespace shop',
  ),
  one(
    'release-takes-source',
    '/spec/sourceRef/name',
    'GitRepository source',
    release('sourceRef: {kind: GitRepository, name: source}'),
    "source.toolkit.fluxcd.io/v1 GitRepository source {spec: {url: 'https://git.example/x'}}",
  ),
  one(
    'release-waits-for-release',
    '/spec/dependsOn/0/name',
    'Kustomization base',
    release('dependsOn: [{name: base}]'),
    `${FLUX} Kustomization base {spec: {}}`,
  ),
  one(
    'release-takes-values',
    '/spec/postBuild/substituteFrom/0/name',
    'ConfigMap settings',
    release('postBuild: {substituteFrom: [{kind: ConfigMap, name: settings}]}'),
    CONFIG,
  ),
  one(
    'delivery-opened-with-secret',
    '/spec/decryption/secretRef/name',
    'Secret keys',
    release('decryption: {provider: sops, secretRef: {name: keys}}'),
    SECRET,
  ),
  one(
    'delivery-runs-as-serviceaccount',
    '/spec/serviceAccountName',
    'ServiceAccount runner',
    release('serviceAccountName: runner'),
    ACCOUNT,
  ),
]

const CERTIFICATES = 'cert-manager.io/v1'
const STORES = 'external-secrets.io/v1'
const MONITORING = 'monitoring.coreos.com/v1'
const ISSUER = `${CERTIFICATES} Issuer ca {spec: {ca: {secretName: keys}}}`
const CERTIFICATE = `${CERTIFICATES} Certificate shop {spec: {secretName: cert, issuerRef: {name: ca}}}`
const EXTERNAL = `${STORES} ExternalSecret keys {spec: {secretStoreRef: {name: vault}}}`
const MONITOR = `${MONITORING} ServiceMonitor web {metadata: {labels: {team: shop}}, spec: {selector: {matchLabels: {app: web}}, endpoints: [{port: http, bearerTokenSecret: {name: keys, key: password}}]}}`
const PROMETHEUS = `${MONITORING} Prometheus main {spec: {serviceAccountName: runner, serviceMonitorSelector: {matchLabels: {team: shop}}, alerting: {alertmanagers: [{name: web, namespace: shop, port: web}]}}}`
const operators: readonly RuleCase[] = [
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

/** A case for each rule. */
export const ruleCases: readonly RuleCase[] = [
  ...workloads,
  ...traffic,
  ...gateways,
  ...storage,
  ...access,
  ...policies,
  ...mesh,
  ...delivery,
  ...operators,
]
