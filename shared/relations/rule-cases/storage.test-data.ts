import { one, pod, SECRET, DB, type RuleCase } from './rule-case.test-data'

const CLAIM =
  'v1 PersistentVolumeClaim files {spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}'
const claim = (more: string) => CLAIM.replace('spec: {', `spec: {${more}, `)
const volume = (more: string) => `v1 PersistentVolume disk {metadata: {labels: {tier: fast}}, spec: {${more}}}`
const CLASS = 'storage.k8s.io/v1 StorageClass fast {provisioner: ebs.csi.aws.com}'
const SNAPSHOTS = 'snapshot.storage.k8s.io/v1'
const CONTENT = `${SNAPSHOTS} VolumeSnapshotContent content {spec: {volumeSnapshotRef: {name: snap, namespace: shop}}}`
/** Of the rules in rules/storage.ts. */
export const storage: readonly RuleCase[] = [
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
