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
} as const

export type CrdSet = 'istio' | 'gateway-api' | 'argo-rollouts'
export const crdSets: readonly CrdSet[] = ['istio', 'gateway-api', 'argo-rollouts']
