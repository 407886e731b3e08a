import { sameItems } from '../changed-span'
import { settleScopes } from './custom-scopes'
import { objectsOfFile, seatIn } from './file-objects'
import { Homes } from './homes'
import type { KubeObject, ObjectId, ObjectPlace } from './kube-object'
import type { Workspace } from './workspace'
import type { WorkspaceFile } from './workspace-file'

/** What a workspace is made of; the rest follows from it. */
export type WorkspaceParts = Omit<Workspace, 'objects' | 'homes' | 'object' | 'placeOf' | 'clusterKinds'>

type Files = Workspace['files']

/** The workspace of these parts. `before` is one that it came from: what both share is kept. */
export function assemble(parts: WorkspaceParts, before: Workspace | null = null): Workspace {
  if (before?.files === parts.files) {
    const { objects, homes, object, placeOf, clusterKinds } = before
    return { ...parts, objects, homes, object, placeOf, clusterKinds }
  }
  const { files, clusterKinds } = settleScopes(sortedByPath(parts.files), before, parts.defaultNamespace)
  const homes = Homes.of(files, before)
  return {
    ...parts,
    files,
    clusterKinds,
    objects: objectsOf(files, before),
    homes,
    object: id => objectIn(files.get(homes.get(id) ?? ''), id),
    placeOf: id => placeIn(files.get(homes.get(id) ?? ''), id),
  }
}

/** All objects, in order; the list of before where none differs (a comment was edited). */
function objectsOf(files: Files, before: Workspace | null): readonly KubeObject[] {
  const objects: KubeObject[] = []
  for (const file of files.values()) for (const object of objectsOfFile(file)) objects.push(object)
  return before && sameItems(before.objects, objects) ? before.objects : objects
}

function objectIn(file: WorkspaceFile | undefined, id: ObjectId): KubeObject | null {
  const at = file && seatIn(file, id)
  return (at && file.documents[at.document]?.objects[at.nth]) ?? null
}

function placeIn(file: WorkspaceFile | undefined, id: ObjectId): ObjectPlace | null {
  const at = file && seatIn(file, id)
  const piece = at && file.pieces[at.document]
  const span = at && file.documents[at.document]?.spans[at.nth]
  if (!file || !at || !piece || !span) return null
  const { item, from, to } = span
  return { file: file.path, document: at.document, item, from: piece.from + from, to: piece.from + to }
}

function sortedByPath(files: Files): Files {
  const paths = [...files.keys()]
  if (paths.every((path, i) => i === 0 || paths[i - 1]! < path)) return files
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}
