import { kindName, type KnownKinds } from '../kinds/schemas/known'
import { changedBetween } from '../relations/find'
import { objectsOfFile } from '../workspace/file-objects'
import type { FilePath, ObjectId } from '../workspace/kube-object'
import type { WorkspaceFile } from '../workspace/workspace-file'
import type { Surroundings } from './check-file'
import { changedDoubles } from './doubles'

type Files = ReadonlyMap<FilePath, WorkspaceFile>
type Before = {
  readonly files: Files
  readonly around: Surroundings
  readonly pending: ReadonlySet<FilePath>
}

/**
 * The files about which something else may be said than before: those that were edited, which come first, those whose
 * objects stand otherwise among the others now, and those that were left over.
 */
export function filesToCheck(files: Files, around: Surroundings, before: Before | null): Iterable<WorkspaceFile> {
  if (!before) return files.values()
  const changed = changedBetween(before.around.graph, around.graph)
  const doubled = changedDoubles(before.around.names, around.names)
  if (!changed || !doubled) return files.values()

  const found = new Set<WorkspaceFile>()
  const add = (path: FilePath | undefined): void => {
    const file = path === undefined ? undefined : files.get(path)
    if (file) found.add(file)
  }
  const addOf = (id: ObjectId): void => add(around.graph.object(id)?.file)
  if (files !== before.files) for (const [path, file] of files) if (before.files.get(path) !== file) found.add(file)
  changed.forEach(addOf)
  doubled.forEach(addOf)
  for (const path of differing(before.around.patchFiles, around.patchFiles)) add(path)
  const kinds = changedKinds(before.around.known, around.known)
  if (kinds.size > 0) for (const file of files.values()) if (holdsOneOf(file, kinds)) found.add(file)
  before.pending.forEach(add)
  return found
}

function differing<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): readonly T[] {
  return a === b ? [] : [...[...a].filter(each => !b.has(each)), ...[...b].filter(each => !a.has(each))]
}

function changedKinds(before: KnownKinds, after: KnownKinds): ReadonlySet<string> {
  if (before === after) return new Set()
  const names = new Set([...before.kinds.keys(), ...after.kinds.keys()])
  return new Set([...names].filter(name => before.kinds.get(name) !== after.kinds.get(name)))
}

const kindsOf = new WeakMap<WorkspaceFile['documents'], ReadonlySet<string>>()

function holdsOneOf(file: WorkspaceFile, kinds: ReadonlySet<string>): boolean {
  let own = kindsOf.get(file.documents)
  if (!own) kindsOf.set(file.documents, (own = new Set(objectsOfFile(file).map(kindName))))
  for (const kind of own) if (kinds.has(kind)) return true
  return false
}
