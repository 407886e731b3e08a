import { customKindsOf, type CustomKinds } from '../../shared/kinds/custom-kinds'
import { kindRow, resolveKind } from '../../shared/kinds/kinds'
import type { KubeObject } from '../../shared/workspace/kube-object'
import type { Workspace } from '../../shared/workspace/workspace'
import { nearest } from './nearest'
import { placesIn } from './places'
import type { ExitStatus } from './terminal'

/** The object that a reference means, or why it means none or several: said on standard error, with the exit status. */
export type FoundReference =
  | { readonly ok: true; readonly object: KubeObject }
  | { readonly ok: false; readonly status: ExitStatus; readonly lines: readonly string[] }

type Reference = { readonly namespace: string | null; readonly kind: string; readonly name: string }

/**
 * Finds `KIND/NAME`, `KIND.GROUP/NAME` or `NS/KIND/NAME`. Kinds are taken in any case, by plural and short name too.
 * `namespace` (of `-n`) narrows the first two. Cluster-scoped objects are in every namespace.
 */
export function findReference(workspace: Workspace, written: string, namespace: string | null): FoundReference {
  const reference = parseReference(written, namespace)
  if (!reference)
    return refused(
      2,
      `${written} is no reference to an object: write KIND/NAME or NAMESPACE/KIND/NAME (deployment/web).`,
    )
  const custom = customKindsOf(workspace.objects)
  const found = workspace.objects.filter(object => isMeant(object, reference, custom))
  const [object] = found
  if (found.length === 1 && object) return { ok: true, object }
  if (object)
    return refused(1, `${written} means ${found.length} objects:`, ...found.map(one => listed(workspace, one)))
  const like = nearest(written.toLowerCase(), workspace.objects.map(shortReference))
  return refused(3, `There is no ${written} in these files.${like ? ` Did you mean ${like}?` : ''}`)
}

/** How messages and pictures name an object: `Deployment web`, or `Deployment shop/web` where its namespace isn't the default. */
export function nameOf(object: KubeObject, defaultNamespace: string): string {
  const name = object.name ?? '(no name)'
  const isElsewhere = object.namespace !== null && object.namespace !== defaultNamespace
  return `${object.kind} ${isElsewhere ? `${object.namespace}/` : ''}${name}`
}

function parseReference(written: string, namespace: string | null): Reference | null {
  const parts = written.split('/')
  if (parts.some(part => part === '')) return null
  const [a, b, c] = parts
  if (parts.length === 2 && a && b) return { namespace, kind: a, name: b }
  if (parts.length === 3 && a && b && c) return { namespace: a, kind: b, name: c }
  return null
}

function isMeant(object: KubeObject, reference: Reference, custom: CustomKinds): boolean {
  if (object.name !== reference.name) return false
  if (reference.namespace !== null && object.namespace !== null && object.namespace !== reference.namespace)
    return false
  return isOfKind(object, reference.kind.toLowerCase(), custom)
}

/**
 * Kinds that Chartroom doesn't know are found by their kind, or kind and group, as the manifest writes them, and by the
 * plural and the short names of a definition in the same files.
 */
function isOfKind(object: KubeObject, word: string, custom: CustomKinds): boolean {
  const kind = object.kind.toLowerCase()
  if (word === kind || word === `${kind}.${object.group.toLowerCase()}` || word === `${kind}s`) return true
  const defined = custom.row(object.group, object.kind)
  if (defined) return word === defined.plural || defined.shortNames.includes(word)
  const row = kindRow(object.group, object.kind)
  return resolveKind(word).includes(row)
}

function shortReference(object: KubeObject): string {
  return `${object.kind.toLowerCase()}/${object.name ?? ''}`
}

function listed(workspace: Workspace, object: KubeObject): string {
  const place = placesIn(workspace).pointer(object.id, '')
  const group = object.group === '' ? '' : `.${object.group}`
  const kind = `${object.kind}${group}/${object.name ?? ''}`
  return `  ${object.namespace === null ? '' : `${object.namespace}/`}${kind}  ${place.file}:${place.line}`
}

function refused(status: ExitStatus, ...lines: readonly string[]): FoundReference {
  return { ok: false, status, lines }
}
