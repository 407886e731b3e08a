import type { DocumentState } from './document-state'
import type { IdentityLedger } from './identity'
import type { FilePath, KubeObject } from './kube-object'
import { namespaceOf, type FoundObject } from './objects-in'
import type { ReadDocument, Reread } from './reread'
import { samePlain } from '../yaml/edit/patch-plain'
import type { WorkspaceFile } from './workspace-file'

/** What settling needs of the workspace. */
export type Settling = { readonly ledger: IdentityLedger; readonly defaultNamespace: string }

/** What was read of a file, with ids: objects that mean what they meant stay the same JavaScript objects. */
export function settle(
  reread: Reread,
  settling: Settling,
  before: WorkspaceFile | null = null,
): Pick<WorkspaceFile, 'path' | 'text' | 'pieces' | 'documents'> {
  const { path, text, pieces } = reread
  const documents = reread.documents.map(document => {
    if ('found' in document) return settleDocument(document, path, settling)
    return before && before.path !== path ? moveDocument(document, path) : document
  })
  return { path, text, pieces: held(pieces), documents }
}

/** A document of a file that has another path now. Ids stay; the objects, which name their file, are new. */
function moveDocument(document: DocumentState, path: FilePath): DocumentState {
  return { ...document, objects: document.objects.map(object => ({ ...object, file: path })) }
}

function settleDocument({ found, earlier }: ReadDocument, path: FilePath, settling: Settling): DocumentState {
  return {
    holds: found.holds,
    objects: found.objects.map((object, i) => settleObject(object, earlier[i] ?? null, path, settling)),
    spans: found.objects.map(object => object.span),
    strangers: held(found.strangers),
    problems: held(found.problems),
    isStale: false,
  }
}

/** A list for keeping, without the room that it grew in; documents by the thousand share the empty one. */
function held<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice()
}

const NONE: readonly never[] = []

function settleObject(found: FoundObject, earlier: KubeObject | null, path: FilePath, settling: Settling): KubeObject {
  const { apiVersion, group, kind, name, data } = found
  const namespace = namespaceOf(found, settling.defaultNamespace)
  if (earlier?.file === path && earlier.namespace === namespace && samePlain(earlier.data, data)) return earlier
  const id = earlier?.id ?? settling.ledger.idFor({ group, kind, namespace, name }, path)
  return { id, file: path, apiVersion, group, kind, namespace, name, data }
}
