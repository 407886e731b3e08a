import { useDeferredValue, useState } from 'react'
import { changedSpan } from '../../shared/changed-span'
import type { KubeObject } from '../../shared/workspace/kube-object'

/**
 * The objects as the trees of the rail name them: the same list while none comes, goes or is called otherwise, so that
 * typing in a manifest sorts nothing anew; and behind the canvas, which comes first.
 */
export function useNamedObjects(objects: readonly KubeObject[]): readonly KubeObject[] {
  const [kept, keep] = useState(objects)
  const isSame = areNamedTheSame(kept, objects)
  if (!isSame) keep(objects)
  return useDeferredValue(isSame ? kept : objects)
}

/** Whether two lists hold the same objects in the same order, whatever else is in their manifests. */
export function areNamedTheSame(before: readonly KubeObject[], after: readonly KubeObject[]): boolean {
  const { from, toBefore, toAfter } = changedSpan(before, after)
  if (toBefore !== toAfter) return false
  for (let n = from; n < toAfter; n++) if (!isNamedTheSame(before[n]!, after[n]!)) return false
  return true
}

function isNamedTheSame(a: KubeObject, b: KubeObject): boolean {
  return (
    a.id === b.id &&
    a.file === b.file &&
    a.group === b.group &&
    a.kind === b.kind &&
    a.namespace === b.namespace &&
    a.name === b.name
  )
}
