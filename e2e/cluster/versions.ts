/**
 * What the control plane of the tests is made of. Changing a Kubernetes version changes plane/go.mod too: every staging
 * module is replaced by the release of the same minor version (v1.36.3 → v0.36.3).
 */
export const kubernetesVersion = '1.36.3'

/** Go modules whose programs or files are used as they are. */
export const modules = {
  kwok: { path: 'sigs.k8s.io/kwok', version: 'v0.8.0' },
  istio: { path: 'istio.io/api', version: 'v1.31.4' },
  'gateway-api': { path: 'sigs.k8s.io/gateway-api', version: 'v1.6.3' },
  'argo-rollouts': { path: 'github.com/argoproj/argo-rollouts', version: 'v1.9.2' },
  // Newer ones of Argo CD and Flux ask for a newer Go than the control plane is built with.
  'argo-cd': { path: 'github.com/argoproj/argo-cd/v3', version: 'v3.4.0' },
  'cert-manager': { path: 'github.com/cert-manager/cert-manager', version: 'v1.21.2' },
  'external-secrets': { path: 'github.com/external-secrets/external-secrets', version: 'v1.3.2' },
  'flux-helm': { path: 'github.com/fluxcd/helm-controller', version: 'v1.4.0' },
  'flux-kustomize': { path: 'github.com/fluxcd/kustomize-controller', version: 'v1.9.0' },
  'flux-sources': { path: 'github.com/fluxcd/source-controller', version: 'v1.8.0' },
  'prometheus-operator': { path: 'github.com/prometheus-operator/prometheus-operator', version: 'v0.85.0' },
  snapshots: { path: 'github.com/kubernetes-csi/external-snapshotter/client/v8', version: 'v8.7.0' },
} as const

export type CrdSet = Exclude<keyof typeof modules, 'kwok'>

/** The custom resources whose schemas Chartroom holds. */
export const crdSets: readonly CrdSet[] = ['istio', 'gateway-api', 'argo-rollouts']

/** The custom resources of operators that Chartroom has kinds of, without their schemas. */
export const operatorSets: readonly CrdSet[] = [
  'argo-cd',
  'cert-manager',
  'external-secrets',
  'flux-helm',
  'flux-kustomize',
  'flux-sources',
  'prometheus-operator',
  'snapshots',
]
