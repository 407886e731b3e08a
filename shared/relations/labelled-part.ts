import { podTemplateOf } from '../kinds/pod-template'
import { mapAt, type PlainMap } from '../yaml/plain'
import { kindKey, type KindKey } from './kind-key'
import type { KubeObject } from './relation'

/** The part of an object whose labels others select: the pods that it makes, else the object itself. */
export type LabelledPart = {
  readonly among: 'pods' | KindKey
  /** Of its metadata. */
  readonly path: readonly string[]
  readonly metadata: PlainMap
}

export function labelledPart(object: KubeObject): LabelledPart {
  const pod = podTemplateOf(object.data)
  if (pod !== null) return { among: 'pods', path: [...pod.path, 'metadata'], metadata: pod.metadata }
  const among = kindKey(object.group, object.kind)
  return { among, path: ['metadata'], metadata: mapAt(object.data, 'metadata') }
}
