import { isMap, listAt, mapAt, textAt, type PlainMap } from '../../yaml/plain'
import type { CardLine } from '../kind-row'
import { firstFew, joinedLine, scalarAsText, scalarsAsTexts } from './card-line'

/** "20Gi · ReadWriteOnce", sizes as they are written. */
export function claimLines(object: PlainMap): readonly CardLine[] {
  return claimWords(mapAt(object, 'spec'))
}

/** A claim's spec, wherever it stands. */
export function claimWords(spec: PlainMap): readonly CardLine[] {
  const size = scalarAsText(mapAt(spec, 'resources', 'requests')['storage'])
  return joinedLine(size, accessModeWords(spec), textAt(spec, 'volumeMode') === 'Block' ? 'Block' : null)
}

export function volumeLines(object: PlainMap): readonly CardLine[] {
  const spec = mapAt(object, 'spec')
  return [
    ...joinedLine(scalarAsText(mapAt(spec, 'capacity')['storage']), accessModeWords(spec)),
    ...joinedLine(volumeSourceWords(spec)),
  ]
}

function accessModeWords(spec: PlainMap): string | null {
  return firstFew(scalarsAsTexts(listAt(spec, 'accessModes')), 1)
}

/** Where a PersistentVolume's data lie: the one field that is none of the others. */
function volumeSourceWords(spec: PlainMap): string | null {
  const csi = textAt(spec, 'csi', 'driver')
  if (csi !== null) return csi
  const server = textAt(spec, 'nfs', 'server')
  if (server !== null) return `${server}:${textAt(spec, 'nfs', 'path') ?? ''}`
  const path = textAt(spec, 'hostPath', 'path') ?? textAt(spec, 'local', 'path')
  if (path !== null) return path
  const notSources = ['claimRef', 'nodeAffinity', 'capacity']
  return Object.keys(spec).find(key => isMap(spec[key]) && !notSources.includes(key)) ?? null
}

/** A class of volumes: its provisioner, and whether claims without a class get it. */
export function storageClassLines(object: PlainMap): readonly CardLine[] {
  const annotation = textAt(object, 'metadata', 'annotations', 'storageclass.kubernetes.io/is-default-class')
  return joinedLine(textAt(object, 'provisioner'), annotation === 'true' ? 'default' : null)
}

export function snapshotLines(object: PlainMap): readonly CardLine[] {
  const claim = textAt(object, 'spec', 'source', 'persistentVolumeClaimName')
  const content = textAt(object, 'spec', 'source', 'volumeSnapshotContentName')
  return joinedLine(claim === null ? content : `Of ${claim}`, textAt(object, 'spec', 'volumeSnapshotClassName'))
}

/** VolumeSnapshotClass, VolumeSnapshotContent, VolumeAttributesClass: the driver. */
export function driverLines(object: PlainMap): readonly CardLine[] {
  return joinedLine(
    textAt(object, 'driver') ?? textAt(object, 'driverName') ?? textAt(object, 'spec', 'driver'),
    textAt(object, 'deletionPolicy') ?? textAt(object, 'spec', 'deletionPolicy'),
  )
}
