import { kindRow } from '../kinds/kinds'

/** A kind as the rules write it: `Service`, `Ingress.networking.k8s.io`. Former groups mean the group of today. */
export type KindKey = string

const keys = new Map<string, Map<string, KindKey>>()

/** The key of a kind, the same for every group that ever served it: `extensions` Ingress is `Ingress.networking.k8s.io`. */
export function kindKey(group: string, kind: string): KindKey {
  let byKind = keys.get(group)
  if (byKind === undefined) keys.set(group, (byKind = new Map()))
  let key = byKind.get(kind)
  if (key === undefined) {
    const today = kindRow(group, kind).group
    byKind.set(kind, (key = today === '' ? kind : `${kind}.${today}`))
  }
  return key
}

export function splitKindKey(key: KindKey): { readonly kind: string; readonly group: string } {
  const dot = key.indexOf('.')
  return dot === -1 ? { kind: key, group: '' } : { kind: key.slice(0, dot), group: key.slice(dot + 1) }
}
