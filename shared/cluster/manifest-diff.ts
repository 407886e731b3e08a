import { unifiedDiff } from '../text/diff'
import type { PlainMap } from '../yaml/plain'
import { printDocument } from '../yaml/print'
import type { ClusterRef } from './cluster-ref'
import { maskBoth } from './mask-secrets'

/** The text diff of two states of one object, null for none, secrets masked; '' where they are the same. */
export function manifestDiff(ref: ClusterRef, before: PlainMap | null, after: PlainMap | null): string {
  const [old, now] = maskBoth(before, after)
  return unifiedDiff(old && printDocument(old), now && printDocument(now), refWords(ref))
}

/** `shop/Deployment/web`: how an object is named to people. */
export function refWords({ namespace, kind, name }: ClusterRef): string {
  return `${namespace === null ? '' : `${namespace}/`}${kind}/${name}`
}
