/** Istio's usual root namespace: what stands there counts in all of them. */
export const MESH_ROOT = 'istio-system'
