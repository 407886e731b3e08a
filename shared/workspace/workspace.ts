import { assemble } from './assemble'
import { takeIn } from './take-in'
import type { Homes } from './homes'
import { transform } from './transform'
import type { Change } from './change'
import { NO_IDENTITIES, type Identities } from './identity'
import type { FilePath, KubeObject, ObjectId, ObjectPlace } from './kube-object'
import { EMPTY_LAYOUT, type Layout } from './layout'
import { NO_LAYOUT_FILE, type LayoutFile } from './layout-file'
import type { FileInput, WorkspaceFile } from './workspace-file'

/**
 * The opened folder as one value: texts, layout, and what is read from them. It never changes; a change gives another
 * one that shares all that stayed.
 */
export type Workspace = {
  /** Sorted by path. The layout file is not among them. */
  readonly files: ReadonlyMap<FilePath, WorkspaceFile>
  /** Files that are on the disk but not in the design any more, with what the disk holds: the next save removes them. */
  readonly deleted: ReadonlyMap<FilePath, string>
  /** In the order of files and documents. */
  readonly objects: readonly KubeObject[]
  readonly layout: Layout
  readonly layoutFile: LayoutFile
  /** The namespace of objects whose manifest has none. */
  readonly defaultNamespace: string
  /** `group/Kind` of the kinds that definitions of this workspace put outside namespaces. */
  readonly clusterKinds: ReadonlySet<string>
  readonly identities: Identities
  readonly homes: Homes
  object(id: ObjectId): KubeObject | null
  /** Where an object stands now; null for an id that is in no file. */
  placeOf(id: ObjectId): ObjectPlace | null
}

export type WorkspaceOptions = { readonly defaultNamespace?: string }

/** What a change did: the workspace after it, and the change that takes it back. */
export type Applied = {
  readonly workspace: Workspace
  readonly inverse: Change
  /** Objects that are in the workspace now and were not before, in order. */
  readonly made: readonly ObjectId[]
  readonly gone: readonly ObjectId[]
}

/** A design without files. */
export function emptyWorkspace(options: WorkspaceOptions = {}): Workspace {
  return assemble({
    files: new Map(),
    deleted: new Map(),
    layout: EMPTY_LAYOUT,
    layoutFile: NO_LAYOUT_FILE,
    defaultNamespace: options.defaultNamespace ?? 'default',
    identities: NO_IDENTITIES,
  })
}

/**
 * Takes in files as the disk holds them (also `.chartroom/layout.json`). Not a step that can be undone: it is how a
 * folder is opened, in as many slices as one likes. A path that is there already is read anew.
 */
export function addFiles(workspace: Workspace, files: readonly FileInput[]): Workspace {
  return takeIn(workspace, files)
}

/**
 * The workspace after a change. Only documents whose text the change touches are read again. Throws RangeError for
 * splices that don't fit the text, and Error for a file that is not there (or is there, for `create`): a change is
 * planned on the workspace that it is applied to.
 */
export function applyChange(workspace: Workspace, change: Change): Applied {
  return transform(workspace, change)
}
