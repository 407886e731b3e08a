import { listAt, textAt } from '../../yaml/plain'
import type { RelationRule } from '../rule'
import { anyOf, byName } from '../ties/by-name'
import { byVolume } from '../ties/by-volume'
import { mountVolume } from '../wires/mount-volume'
import { setField } from '../wires/set-field'
import { classOfTemplate } from '../wires/class-of-template'

const STORAGE_CLASS = 'StorageClass.storage.k8s.io'

/** Storage: RELATIONS.md, third section. */
export const storageRules: readonly RelationRule[] = [
  {
    id: 'workload-mounts-claim',
    from: ['workload'],
    says: 'mounts',
    group: 'storage',
    tie: byVolume({
      at: '$pod.volumes.*.persistentVolumeClaim',
      name: 'claimName',
      kind: 'PersistentVolumeClaim',
    }),
    wire: mountVolume({
      kind: 'PersistentVolumeClaim',
      source: 'persistentVolumeClaim',
      name: 'claimName',
      path: () => '/data',
      readOnly: false,
      label: 'Files in a volume',
      rank: () => 10,
    }),
  },
  {
    id: 'claim-claims-volume',
    from: ['PersistentVolumeClaim'],
    says: 'claims',
    group: 'storage',
    tie: byName({ at: 'spec.volumeName', kind: 'PersistentVolume' }),
    wire: setField({ to: ['PersistentVolume'], label: 'This very volume', at: 'spec.volumeName' }),
  },
  {
    id: 'claim-of-class',
    from: ['PersistentVolumeClaim'],
    says: 'class',
    group: 'storage',
    // Without a class the cluster's default one is taken, with "" none: neither names one. Clusters bring their classes.
    tie: byName({ at: 'spec.storageClassName', kind: STORAGE_CLASS, optional: () => true }),
    wire: setField({ to: [STORAGE_CLASS], label: 'Storage class', at: 'spec.storageClassName' }),
  },
  {
    id: 'template-of-class',
    from: ['workload'],
    says: 'class',
    group: 'storage',
    tie: anyOf(
      byName({
        at: 'spec.volumeClaimTemplates.*.spec.storageClassName',
        kind: STORAGE_CLASS,
        optional: () => true,
        detail: ({ path }, { object }) => ({
          claim: textAt(listAt(object.data, 'spec', 'volumeClaimTemplates')[Number(path[2])], 'metadata', 'name') ?? '',
        }),
        apart: ({ path }) => `template ${path[2]}`,
      }),
      byName({
        at: '$pod.volumes.*.ephemeral.volumeClaimTemplate.spec.storageClassName',
        kind: STORAGE_CLASS,
        optional: () => true,
      }),
    ),
    wire: classOfTemplate,
  },
]
