import { listAt, textAt } from '../../yaml/plain'
import type { RelationRule } from '../rule'
import { findPlaces } from '../source'
import { byLabels } from '../ties/by-labels'
import { anyOf, byName, kindOr } from '../ties/by-name'
import { byVolume } from '../ties/by-volume'
import { mountVolume } from '../wires/mount-volume'
import { setField } from '../wires/set-field'
import { classOfTemplate } from '../wires/class-of-template'

const CLAIM = 'PersistentVolumeClaim'
const VOLUME = 'PersistentVolume'
const SNAPSHOTS = 'snapshot.storage.k8s.io'
/** Where the sources of a volume name the Secret that opens it. */
const SECRET_FIELDS = [
  'spec.*.secretRef',
  ...['nodeStage', 'nodePublish', 'nodeExpand', 'controllerPublish', 'controllerExpand'].map(
    step => `spec.csi.${step}SecretRef`,
  ),
]
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
      kind: CLAIM,
    }),
    wire: mountVolume({
      kind: CLAIM,
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
    from: [CLAIM],
    says: 'claims',
    group: 'storage',
    tie: byName({ at: 'spec.volumeName', kind: VOLUME }),
    wire: setField({ to: [VOLUME], label: 'This very volume', at: 'spec.volumeName' }),
  },
  {
    id: 'claim-of-class',
    from: [CLAIM],
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
  {
    id: 'claim-selects-volume',
    from: [CLAIM],
    says: 'selects',
    group: 'storage',
    tie: byLabels({ at: 'spec.selector', form: 'selector', empty: 'nothing', among: VOLUME, namespaces: 'cluster' }),
  },
  {
    id: 'claim-filled-from',
    from: [CLAIM],
    says: 'is filled from',
    group: 'storage',
    tie: anyOf(
      byName({ at: 'spec.dataSource', name: 'name', kind: kindOr(CLAIM) }),
      byName({ at: 'spec.dataSourceRef', name: 'name', namespace: 'namespace', kind: kindOr(CLAIM) }),
    ),
  },
  {
    id: 'volume-bound-to-claim',
    from: [VOLUME],
    says: 'is bound to',
    group: 'storage',
    tie: byName({
      at: 'spec.claimRef',
      name: 'name',
      namespace: 'namespace',
      kind: CLAIM,
      // The cluster writes it for claims of anyone.
      optional: () => true,
    }),
  },
  {
    id: 'volume-of-class',
    from: [VOLUME],
    says: 'class',
    group: 'storage',
    tie: byName({ at: 'spec.storageClassName', kind: STORAGE_CLASS, optional: () => true }),
  },
  {
    id: 'volume-on-node',
    from: [VOLUME],
    says: 'is on',
    group: 'storage',
    tie: source =>
      findPlaces(source, 'spec.nodeAffinity.required.nodeSelectorTerms.*.matchExpressions.*').flatMap(
        ({ path, value }) =>
          textAt(value, 'key') === 'kubernetes.io/hostname' && textAt(value, 'operator') === 'In'
            ? byName({ at: [...path, 'values', '*'], kind: 'Node', optional: () => true })(source)
            : [],
      ),
  },
  {
    id: 'volume-uses-secret',
    from: [VOLUME],
    says: 'is opened with',
    group: 'config',
    tie: anyOf(
      ...SECRET_FIELDS.map(at => byName({ at, name: 'name', namespace: 'namespace', kind: 'Secret' })),
      byName({ at: 'spec.azureFile', name: 'secretName', namespace: 'secretNamespace', kind: 'Secret' }),
    ),
  },
  {
    id: 'class-made-by-driver',
    from: [STORAGE_CLASS],
    says: 'is made by',
    group: 'storage',
    tie: byName({ at: 'provisioner', kind: 'CSIDriver.storage.k8s.io', optional: () => true }),
  },
  {
    id: 'snapshot-of-claim',
    from: [`VolumeSnapshot.${SNAPSHOTS}`],
    says: 'is taken of',
    group: 'storage',
    tie: byName({ at: 'spec.source.persistentVolumeClaimName', kind: CLAIM }),
  },
  {
    id: 'snapshot-holds-content',
    from: [`VolumeSnapshot.${SNAPSHOTS}`],
    says: 'holds',
    group: 'storage',
    tie: byName({ at: 'spec.source.volumeSnapshotContentName', kind: `VolumeSnapshotContent.${SNAPSHOTS}` }),
  },
  {
    id: 'snapshot-of-class',
    from: [`VolumeSnapshot.${SNAPSHOTS}`, `VolumeSnapshotContent.${SNAPSHOTS}`],
    says: 'class',
    group: 'storage',
    tie: byName({
      at: 'spec.volumeSnapshotClassName',
      kind: `VolumeSnapshotClass.${SNAPSHOTS}`,
      optional: () => true,
    }),
  },
  {
    id: 'content-of-snapshot',
    from: [`VolumeSnapshotContent.${SNAPSHOTS}`],
    says: 'is content of',
    group: 'storage',
    tie: byName({
      at: 'spec.volumeSnapshotRef',
      name: 'name',
      namespace: 'namespace',
      kind: `VolumeSnapshot.${SNAPSHOTS}`,
      optional: () => true,
    }),
  },
]
