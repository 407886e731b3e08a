import { definesKind } from '../kinds/custom-kinds'
import type { KubeObject } from './kube-object'
import type { WorkspaceFile } from './workspace-file'

type Held = { readonly objects: readonly KubeObject[]; readonly definitions: readonly KubeObject[] }

/** By a file's documents: they stay the same list when only what the disk holds is another. */
const held = new WeakMap<WorkspaceFile['documents'], Held>()

/** The objects of a file, in order. The same list while its documents are. */
export function objectsOfFile(file: WorkspaceFile): readonly KubeObject[] {
  return heldBy(file).objects
}

/** The objects of a file that define kinds. */
export function definitionsIn(file: WorkspaceFile): readonly KubeObject[] {
  return heldBy(file).definitions
}

function heldBy({ documents }: WorkspaceFile): Held {
  let found = held.get(documents)
  if (!found) {
    const objects = documents.flatMap(document => document.objects)
    held.set(documents, (found = { objects, definitions: objects.filter(definesKind) }))
  }
  return found
}
