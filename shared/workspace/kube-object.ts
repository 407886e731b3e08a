import type { PlainMap } from '../yaml/plain'

/** A path of a file in the workspace: relative to the opened folder, with `/`. */
export type FilePath = string

/** Opaque; the same through every edit that leaves the object in its place, re-reads and undo included. */
export type ObjectId = string

/**
 * One Kubernetes object of the workspace. It stays the same JavaScript object while the text of its document stays, so
 * that everything computed from it can be kept. It holds no offsets: edits elsewhere in the file would move them.
 * Workspace.placeOf(id) tells where it stands.
 */
export type KubeObject = {
  readonly id: ObjectId
  readonly file: FilePath
  readonly apiVersion: string
  /** The part of apiVersion before the slash; '' for the core group. */
  readonly group: string
  readonly kind: string
  /** The effective one: the manifest's, else the workspace's default; null for cluster-scoped kinds. */
  readonly namespace: string | null
  /** Null where the manifest has none (generateName, patches). */
  readonly name: string | null
  /** As kubectl would send it. Made when first asked for, and kept. */
  readonly data: PlainMap
}

/** Where an object stands now. Offsets are of the file's current text; `to` excludes the line break behind. */
export type ObjectPlace = {
  readonly file: FilePath
  readonly document: number
  readonly item: number | null
  readonly from: number
  readonly to: number
}
