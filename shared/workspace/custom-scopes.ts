import { clusterKindOf } from '../kinds/custom-kinds'
import { isKnownKind } from '../kinds/kinds'
import { textAt } from '../yaml/plain'
import type { DocumentState } from './document-state'
import { definitionsIn } from './file-objects'
import type { KubeObject } from './kube-object'
import type { Workspace } from './workspace'

type Files = Workspace['files']
type Scoped = Pick<Workspace, 'files' | 'clusterKinds'>
type Before = (Scoped & { readonly defaultNamespace: string }) | null

/**
 * Puts objects into no namespace whose kind a definition of the workspace makes cluster-scoped, and back into their own
 * when it is gone. Objects are read before it is known what else the workspace holds. Only files that changed are looked
 * at while the definitions say the same.
 */
export function settleScopes(files: Files, before: Before, defaultNamespace: string): Scoped {
  const clusterKinds = clusterKindsIn(files, before)
  if (clusterKinds.size === 0 && (before?.clusterKinds.size ?? 0) === 0) return { files, clusterKinds }
  const isSame = before?.clusterKinds === clusterKinds
  const settled = [...files].map(([path, file]) => {
    if (isSame && before.files.get(path) === file) return [path, file] as const
    const documents = file.documents.map(document => settleDocument(document, clusterKinds, defaultNamespace))
    const isUntouched = documents.every((document, n) => document === file.documents[n])
    return [path, isUntouched ? file : { ...file, documents }] as const
  })
  return { files: settled.every(([path, file]) => file === files.get(path)) ? files : new Map(settled), clusterKinds }
}

function clusterKindsIn(files: Files, before: Before): ReadonlySet<string> {
  const found = new Set<string>()
  for (const file of files.values())
    for (const definition of definitionsIn(file)) {
      const kind = clusterKindOf(definition.data)
      if (kind !== null) found.add(kind)
    }
  const last = before?.clusterKinds
  return last?.size === found.size && [...found].every(kind => last.has(kind)) ? last : found
}

function settleDocument(
  document: DocumentState,
  clusterKinds: ReadonlySet<string>,
  defaultNamespace: string,
): DocumentState {
  const objects = document.objects.map(object => settleObject(object, clusterKinds, defaultNamespace))
  return objects.every((object, n) => object === document.objects[n]) ? document : { ...document, objects }
}

function settleObject(object: KubeObject, clusterKinds: ReadonlySet<string>, defaultNamespace: string): KubeObject {
  if (isKnownKind(object.group, object.kind)) return object
  const isCluster = clusterKinds.has(`${object.group}/${object.kind}`)
  const namespace = isCluster ? null : textAt(object.data, 'metadata', 'namespace') || defaultNamespace
  return namespace === object.namespace ? object : { ...object, namespace }
}
