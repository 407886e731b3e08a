/** The Kubernetes versions whose schemas are known; the first is what the files hold, the others are kept as differences. */
export const kubernetesVersions = ['1.36', '1.34', '1.35', '1.37'] as const
export type KubernetesVersion = (typeof kubernetesVersions)[number]
