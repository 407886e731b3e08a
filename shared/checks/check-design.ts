import { kindName, type KnownKinds } from '../kinds/schemas/known'
import type { Graph } from '../relations/graph'
import type { DocumentState } from '../workspace/document-state'
import type { FilePath, KubeObject, ObjectId } from '../workspace/kube-object'
import { LAYOUT_PATH } from '../workspace/layout'
import type { Workspace } from '../workspace/workspace'
import type { WorkspaceFile } from '../workspace/workspace-file'
import type { PatchOperation } from '../yaml/edit/edit-plan'
import type { DocumentPiece } from '../yaml/tree'
import type { CheckInput } from './check'
import { checks, type CheckRow } from './checks'
import { documentProblems, fileProblem } from './document-problems'
import { doublesOf, findDoubles, haveSameNames, type Doubles } from './doubles'
import { locatorOf } from './locate'
import { patchFilesOf } from './patch-files'
import type { Problem } from './problem'

/** The problems of a design, in the order of files and places. */
export type Checked = {
  readonly problems: readonly Problem[]
  /** Only objects that have any. A list stays the same one while its problems do. */
  readonly byObject: ReadonlyMap<ObjectId, readonly Problem[]>
  /** For the next time: the objects that were checked, and which of them are doubles. */
  readonly objects: readonly KubeObject[]
  readonly doubles: Doubles
}

/** What was found in a document, and from what. */
type CheckedDocument = {
  /** Where the document's piece started when the problems were placed. */
  readonly start: number
  readonly inputs: readonly ObjectInput[]
  readonly problems: readonly Problem[]
}
type ObjectInput = Omit<CheckInput, 'object'> & {
  /** It is a patch for an object, and not sent to a server as it is. */
  readonly isPatch: boolean
}

/** What a design knows beside the objects themselves. */
type Surroundings = {
  readonly graph: Graph
  readonly doubles: Doubles
  readonly known: KnownKinds
  readonly patchFiles: ReadonlySet<FilePath>
}

/** The last result for each document. Looked at again before it is used: it only saves work. */
const lastChecked = new WeakMap<DocumentState, CheckedDocument>()

/** Checks what changed since `before`: documents that were edited, and objects whose relations or doubles differ. */
export function checkDesign(
  workspace: Workspace,
  graph: Graph,
  known: KnownKinds,
  before: Checked | null = null,
): Checked {
  const { objects } = workspace
  const doubles = before && haveSameNames(before, objects) ? before.doubles : findDoubles(objects)
  const around: Surroundings = { graph, doubles, known, patchFiles: patchFilesOf(workspace) }
  const problems: Problem[] = layoutProblems(workspace)
  for (const file of workspace.files.values()) {
    const whole = fileProblem(file)
    if (whole) problems.push(whole)
    for (const piece of file.pieces) {
      for (const problem of checkDocument(file, piece, around).problems)
        if (!isSaidAlready(problems.at(-1), problem)) problems.push(problem)
    }
  }
  const isSame = before !== null && isSameList(before.problems, problems)
  if (isSame) return { ...before, objects, doubles }
  return { problems, byObject: groupByObject(problems, before), objects, doubles }
}

/** A line between two documents that is wrong is wrong for both. */
function isSaidAlready(last: Problem | undefined, problem: Problem): boolean {
  return last?.file === problem.file && last.from === problem.from && last.code === problem.code && last.object === null
}

function checkDocument(file: WorkspaceFile, piece: DocumentPiece, around: Surroundings): CheckedDocument {
  const document = file.documents[piece.index]!
  const last = lastChecked.get(document)
  const isCurrent =
    last !== undefined && document.objects.every((object, i) => isSameInput(last.inputs[i], inputOf(object, around)))
  if (isCurrent && last.start === piece.from) return last
  const checked = isCurrent ? moveTo(piece.from, last) : checkAnew(file, document, piece, around)
  lastChecked.set(document, checked)
  return checked
}

function checkAnew(
  file: WorkspaceFile,
  document: DocumentState,
  piece: DocumentPiece,
  around: Surroundings,
): CheckedDocument {
  const inputs = document.objects.map(object => inputOf(object, around))
  const problems = [
    ...documentProblems(document, file.path).map(problem => ({
      ...problem,
      object: objectOf(document),
      file: file.path,
      from: problem.from + piece.from,
      to: problem.to + piece.from,
      path: '',
    })),
    // The places of a text that can't be read are not to be found.
    ...(document.isStale ? [] : objectProblems(file, document, piece, inputs)),
  ]
  return { start: piece.from, inputs, problems: problems.sort((a, b) => a.from - b.from) }
}

function objectProblems(
  file: WorkspaceFile,
  document: DocumentState,
  piece: DocumentPiece,
  inputs: readonly ObjectInput[],
): readonly Problem[] {
  const locate = locatorOf(file.text, piece)
  return document.objects.flatMap((object, nth) =>
    checksFor(inputs[nth]!).flatMap(({ check }) =>
      check({ object, ...inputs[nth]! }).map(({ marks, repair, ...finding }): Problem => {
        const range = locate(document.spans[nth]!.item, finding.path, marks)
        const patch = repair === 'quote' ? quoted(finding.path, file.text.slice(range.from, range.to)) : repair
        const place = { ...range, object: object.id, file: file.path }
        return { ...finding, ...place, ...(patch ? { repair: patch } : {}) }
      }),
    ),
  )
}

/** The patch that makes a plain scalar a text of the same letters; none where something else stands there. */
function quoted(path: string, source: string): readonly PatchOperation[] | undefined {
  return /^[-+.\w]+$/.test(source) ? [{ op: 'replace', path, value: source }] : undefined
}

const forPatches = checks.filter(({ byServer }) => !byServer)

function checksFor({ isPatch }: ObjectInput): readonly CheckRow[] {
  return isPatch ? forPatches : checks
}

function inputOf(object: KubeObject, { graph, doubles, known, patchFiles }: Surroundings): ObjectInput {
  return {
    relations: graph.relationsOf(object.id),
    doubles: doublesOf(doubles, object),
    known: known.kinds.get(kindName(object)) ?? null,
    isPatch: patchFiles.has(object.file),
  }
}

/** Whose problem it is when a document can't be read: its only object's, as it was before. */
function objectOf(document: DocumentState): ObjectId | null {
  return document.objects.length === 1 ? document.objects[0]!.id : null
}

function moveTo(start: number, { start: before, inputs, problems }: CheckedDocument): CheckedDocument {
  const shift = start - before
  const moved = problems.map(problem => ({ ...problem, from: problem.from + shift, to: problem.to + shift }))
  return { start, inputs, problems: moved.length > 0 ? moved : problems }
}

function layoutProblems({ layoutFile }: Workspace): Problem[] {
  if (layoutFile.broken === null) return []
  return [
    {
      code: 'broken-layout',
      severity: 'warning',
      message: `${LAYOUT_PATH} can't be read: ${layoutFile.broken}. Places of cards are not saved`,
      object: null,
      file: LAYOUT_PATH,
      from: 0,
      to: 0,
      path: '',
      fix: 'Correct the file, or remove it to start with a new arrangement.',
    },
  ]
}

function groupByObject(
  problems: readonly Problem[],
  before: Checked | null,
): ReadonlyMap<ObjectId, readonly Problem[]> {
  const groups = new Map<ObjectId, Problem[]>()
  for (const problem of problems) {
    if (problem.object === null) continue
    const group = groups.get(problem.object)
    if (group) group.push(problem)
    else groups.set(problem.object, [problem])
  }
  const same = (id: ObjectId, group: readonly Problem[]): readonly Problem[] => {
    const earlier = before?.byObject.get(id)
    return earlier && isSameList(earlier, group) ? earlier : group
  }
  return new Map([...groups].map(([id, group]) => [id, same(id, group)]))
}

function isSameInput(last: ObjectInput | undefined, now: ObjectInput): boolean {
  if (!last || last.known !== now.known || last.isPatch !== now.isPatch) return false
  return isSameList(last.relations, now.relations) && isSameList(last.doubles, now.doubles)
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((value, i) => value === b[i]))
}
