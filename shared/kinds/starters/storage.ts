import type { StarterInput } from '../kind-row'
import { clusterMetadata, manifest, metadata, plainOrQuoted } from './manifest'

export function claimStarter(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: PersistentVolumeClaim
    ${metadata(input)}
    spec:
      accessModes:
        - ReadWriteOnce
      resources:
        requests:
          storage: 1Gi
  `
}

/** A volume on a node's own disk: what works without any storage system. */
export function volumeStarter(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: PersistentVolume
    ${clusterMetadata(input)}
    spec:
      capacity:
        storage: 10Gi
      accessModes:
        - ReadWriteOnce
      persistentVolumeReclaimPolicy: Retain
      storageClassName: manual
      hostPath:
        path: /mnt/data
  `
}

export function storageClassStarter(input: StarterInput): string {
  return manifest`
    apiVersion: storage.k8s.io/v1
    kind: StorageClass
    ${clusterMetadata(input)}
    provisioner: rancher.io/local-path
    reclaimPolicy: Delete
    volumeBindingMode: WaitForFirstConsumer
  `
}

/** A snapshot of the claim of its own name. */
export function snapshotStarter(input: StarterInput): string {
  return manifest`
    apiVersion: snapshot.storage.k8s.io/v1
    kind: VolumeSnapshot
    ${metadata(input)}
    spec:
      source:
        persistentVolumeClaimName: ${plainOrQuoted(input.name)}
  `
}

export function snapshotClassStarter(input: StarterInput): string {
  return manifest`
    apiVersion: snapshot.storage.k8s.io/v1
    kind: VolumeSnapshotClass
    ${clusterMetadata(input)}
    driver: hostpath.csi.k8s.io
    deletionPolicy: Delete
  `
}

export function attributesClassStarter(input: StarterInput): string {
  return manifest`
    apiVersion: storage.k8s.io/v1
    kind: VolumeAttributesClass
    ${clusterMetadata(input)}
    driverName: hostpath.csi.k8s.io
    parameters:
      iops: "3000"
  `
}

export function csiDriverStarter(input: StarterInput): string {
  return manifest`
    apiVersion: storage.k8s.io/v1
    kind: CSIDriver
    ${clusterMetadata(input)}
    spec:
      attachRequired: true
      podInfoOnMount: false
      volumeLifecycleModes:
        - Persistent
  `
}
