import type { Graph } from '../relations/graph'
import type { Relation } from '../relations/relation'
import type { DocumentState } from '../workspace/document-state'
import { nameKey } from '../workspace/identity'
import type { KubeObject, ObjectId } from '../workspace/kube-object'
import { LAYOUT_PATH } from '../workspace/layout'
import type { Workspace } from '../workspace/workspace'
import type { WorkspaceFile } from '../workspace/workspace-file'
import type { DocumentPiece } from '../yaml/tree'
import { checks } from './checks'
import { documentProblems, fileProblem } from './document-problems'
import { locatorOf } from './locate'
import type { Problem } from './problem'

/** The problems of a design, in the order of files and places. */
export type Checked = {
  readonly problems: readonly Problem[]
  /** Only objects that have any. A list stays the same one while its problems do. */
  readonly byObject: ReadonlyMap<ObjectId, readonly Problem[]>
  /** What was found in each document and from what: for the next time. */
  readonly kept: ReadonlyMap<DocumentState, CheckedDocument>
}

type CheckedDocument = {
  /** Where the document's piece started when the problems were placed. */
  readonly start: number
  readonly inputs: readonly ObjectInput[]
  readonly problems: readonly Problem[]
}
type ObjectInput = { readonly relations: readonly Relation[]; readonly doubles: readonly KubeObject[] }

/** Checks what changed since `before`: documents that were edited, and objects whose relations or doubles differ. */
export function checkDesign(workspace: Workspace, graph: Graph, before: Checked | null = null): Checked {
  const doubles = findDoubles(workspace.objects)
  const problems: Problem[] = layoutProblems(workspace)
  const kept = new Map<DocumentState, CheckedDocument>()
  for (const file of workspace.files.values()) {
    const whole = fileProblem(file)
    if (whole) problems.push(whole)
    file.documents.forEach((document, i) => {
      const inputs = document.objects.map(object => ({
        relations: graph.relationsOf(object.id),
        doubles: doubles.get(nameKey(object)) ?? NO_DOUBLES,
      }))
      const checked = checkDocument(file, i, inputs, graph, before?.kept.get(document))
      kept.set(document, checked)
      problems.push(...checked.problems)
    })
  }
  if (before && isSameList(before.problems, problems, Object.is)) return { ...before, kept }
  return { problems, byObject: groupByObject(problems, before), kept }
}

function checkDocument(
  file: WorkspaceFile,
  index: number,
  inputs: readonly ObjectInput[],
  graph: Graph,
  before: CheckedDocument | undefined,
): CheckedDocument {
  const document = file.documents[index]!
  const piece = file.pieces[index]!
  if (before && isSameList(before.inputs, inputs, isSameInput)) {
    return before.start === piece.from ? before : moveTo(piece.from, before)
  }
  const problems = [
    ...documentProblems(document).map(problem => ({
      ...problem,
      object: objectOf(document),
      file: file.path,
      from: problem.from + piece.from,
      to: problem.to + piece.from,
      path: '',
    })),
    // The places of a text that can't be read are not to be found.
    ...(document.isStale ? [] : objectProblems(file, document, piece, inputs, graph)),
  ]
  return { start: piece.from, inputs, problems: problems.sort((a, b) => a.from - b.from) }
}

function objectProblems(
  file: WorkspaceFile,
  document: DocumentState,
  piece: DocumentPiece,
  inputs: readonly ObjectInput[],
  graph: Graph,
): readonly Problem[] {
  const locate = locatorOf(file.text, piece)
  return document.objects.flatMap((object, nth) =>
    [...checks.values()].flatMap(check =>
      check({ object, graph, ...inputs[nth]! }).map(finding => ({
        ...finding,
        ...locate(document.spans[nth]!.item, finding.path),
        object: object.id,
        file: file.path,
      })),
    ),
  )
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

const NO_DOUBLES: readonly KubeObject[] = []

/** Objects that share kind, namespace and name with others. Those without a name are told apart by the cluster. */
function findDoubles(objects: readonly KubeObject[]): ReadonlyMap<string, readonly KubeObject[]> {
  const first = new Map<string, KubeObject>()
  const doubles = new Map<string, KubeObject[]>()
  for (const object of objects) {
    if (object.name === null) continue
    const key = nameKey(object)
    const other = first.get(key)
    if (!other) first.set(key, object)
    else doubles.set(key, [...(doubles.get(key) ?? [other]), object])
  }
  return doubles
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
    return earlier && isSameList(earlier, group, Object.is) ? earlier : group
  }
  return new Map([...groups].map(([id, group]) => [id, same(id, group)]))
}

function isSameInput(a: ObjectInput, b: ObjectInput): boolean {
  return isSameList(a.relations, b.relations, Object.is) && isSameList(a.doubles, b.doubles, Object.is)
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((value, i) => isSame(value, b[i]!)))
}
