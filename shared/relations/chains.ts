import { kindRow } from '../kinds/kinds'
import { kindKey } from './kind-key'
import type { KubeObject, Relation } from './relation'
import { ruleById } from './rules'

/** One question that a design can be asked, and the stations that its answer goes through, first to last. */
export type Chain = {
  readonly name: 'network' | 'storage' | 'configuration' | 'access' | 'mesh' | 'delivery'
  readonly label: string
  readonly lanes: readonly Lane[]
}

/** A station: the kinds that stand in it, and whether what makes pods does, or what no manifest holds. */
export type Lane = {
  readonly label: string
  readonly kinds: readonly string[]
  readonly holdsPods?: true
  /** Hosts and people: where something comes from, where it goes to, or both in one lane. */
  readonly outside?: 'entry' | 'exit' | 'both'
}

const PODS: Lane = { label: 'Pods', kinds: ['Pod'], holdsPods: true }
const ENTRIES = [
  'Ingress.networking.k8s.io',
  'Gateway.gateway.networking.k8s.io',
  'ListenerSet.gateway.networking.k8s.io',
  'Gateway.networking.istio.io',
]
const ROUTES = [
  ...['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(kind => `${kind}.gateway.networking.k8s.io`),
  'VirtualService.networking.istio.io',
]

/** The chains in the order of their keys. */
export const chains: readonly Chain[] = [
  {
    name: 'network',
    label: 'Network',
    lanes: [
      { label: 'Outside', kinds: [], outside: 'entry' },
      { label: 'Entry', kinds: ENTRIES },
      { label: 'Routes', kinds: ROUTES },
      { label: 'Services', kinds: ['Service', 'ServiceEntry.networking.istio.io'] },
      PODS,
      { label: 'Walls', kinds: ['NetworkPolicy.networking.k8s.io', 'AuthorizationPolicy.security.istio.io'] },
      { label: 'Leads to', kinds: [], outside: 'exit' },
    ],
  },
  {
    name: 'storage',
    label: 'Storage',
    lanes: [
      PODS,
      { label: 'Claims', kinds: ['PersistentVolumeClaim'] },
      { label: 'Volumes', kinds: ['PersistentVolume'] },
      { label: 'Classes', kinds: ['StorageClass.storage.k8s.io'] },
      { label: 'Drivers', kinds: ['CSIDriver.storage.k8s.io'] },
    ],
  },
  {
    name: 'configuration',
    label: 'Configuration',
    lanes: [
      PODS,
      { label: 'Config maps', kinds: ['ConfigMap'] },
      { label: 'Secrets', kinds: ['Secret'] },
      {
        label: 'Made by',
        kinds: [
          'ExternalSecret.external-secrets.io',
          'SealedSecret.bitnami.com',
          'Certificate.cert-manager.io',
          'ServiceAccount',
        ],
      },
    ],
  },
  {
    name: 'access',
    label: 'Access',
    lanes: [
      { ...PODS, label: 'Pods and people', outside: 'both' },
      { label: 'Accounts', kinds: ['ServiceAccount'] },
      {
        label: 'Bindings',
        kinds: ['RoleBinding.rbac.authorization.k8s.io', 'ClusterRoleBinding.rbac.authorization.k8s.io'],
      },
      { label: 'Roles', kinds: ['Role.rbac.authorization.k8s.io', 'ClusterRole.rbac.authorization.k8s.io'] },
    ],
  },
  {
    name: 'mesh',
    label: 'Mesh',
    lanes: [
      { label: 'Outside', kinds: [], outside: 'entry' },
      { label: 'Gateways', kinds: ENTRIES },
      { label: 'Routes', kinds: ROUTES },
      { label: 'Services', kinds: ['Service', 'ServiceEntry.networking.istio.io'] },
      { label: 'Subsets', kinds: ['DestinationRule.networking.istio.io'] },
      PODS,
      { label: 'Leads to', kinds: [], outside: 'exit' },
    ],
  },
  {
    name: 'delivery',
    label: 'Delivery',
    lanes: [
      {
        label: 'Sources',
        kinds: [
          'AppProject.argoproj.io',
          ...['GitRepository', 'OCIRepository', 'HelmRepository', 'Bucket'].map(
            kind => `${kind}.source.toolkit.fluxcd.io`,
          ),
        ],
      },
      {
        label: 'Releases',
        kinds: [
          'ApplicationSet.argoproj.io',
          'Application.argoproj.io',
          'Kustomization.kustomize.toolkit.fluxcd.io',
          'HelmRelease.helm.toolkit.fluxcd.io',
        ],
      },
      { label: 'Scaling', kinds: ['HorizontalPodAutoscaler.autoscaling', 'ScaledObject.keda.sh'] },
      PODS,
      { label: 'Services', kinds: ['Service'] },
      { label: 'Analysis', kinds: ['AnalysisTemplate.argoproj.io', 'ClusterAnalysisTemplate.argoproj.io'] },
    ],
  },
]

/** The lane of a chain that an object stands in, or null. */
export function laneOf({ lanes }: Chain, { group, kind }: Pick<KubeObject, 'group' | 'kind'>): number | null {
  const row = kindRow(group, kind)
  const key = kindKey(row.group, kind)
  const at = lanes.findIndex(lane => lane.kinds.includes(key) || (lane.holdsPods === true && row.podTemplate !== null))
  return at < 0 ? null : at
}

/** The lane of a chain that a relation's outside end stands in, or null. */
export function outsideLaneOf({ lanes }: Chain, relation: Relation): number | null {
  const isPerson = relation.group === 'access'
  const side = isPerson ? 'both' : outsideSideOf(relation)
  const at = lanes.findIndex(lane => lane.outside === side)
  return at < 0 ? null : at
}

/** Whether something comes in by a relation's outside end, or leaves by it. */
export function outsideSideOf({ rule }: Relation): 'entry' | 'exit' {
  return ruleById(rule)?.leadsOut ? 'exit' : 'entry'
}
