import type { Family } from './kind-row'

export type FamilyRow = {
  readonly family: Family
  /** What the palette and the legend call it. */
  readonly label: string
  /** Symbol id in shared/picture/icons.svg: the icon of its best known kind. */
  readonly icon: string
}

/** The nine families, in the order of the palette and the legend. */
export const families: readonly FamilyRow[] = [
  { family: 'workload', label: 'Workloads', icon: 'k-deployment' },
  { family: 'traffic', label: 'Traffic', icon: 'k-service' },
  { family: 'config', label: 'Configuration', icon: 'k-configmap' },
  { family: 'storage', label: 'Storage', icon: 'k-persistentvolume' },
  { family: 'access', label: 'Access', icon: 'k-serviceaccount' },
  { family: 'policy', label: 'Policy and scaling', icon: 'k-horizontalpodautoscaler' },
  { family: 'mesh', label: 'Mesh', icon: 'k-virtualservice' },
  { family: 'delivery', label: 'Delivery', icon: 'k-rollout' },
  { family: 'other', label: 'Custom resources', icon: 'k-custom' },
]
