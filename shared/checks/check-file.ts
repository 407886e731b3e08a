import { sameItems } from '../changed-span'
import { kindName, type KnownKinds } from '../kinds/schemas/known'
import type { Graph } from '../relations/graph'
import type { DocumentState } from '../workspace/document-state'
import { ruleProblems } from '../workspace/custom-rules'
import type { FilePath, KubeObject, ObjectId } from '../workspace/kube-object'
import { isRulesFile } from '../workspace/rules-file'
import type { WorkspaceFile } from '../workspace/workspace-file'
import type { PatchOperation } from '../yaml/edit/edit-plan'
import type { DocumentPiece } from '../yaml/tree'
import type { CheckInput } from './check'
import { checks, type CheckRow } from './checks'
import { documentProblems, fileProblem } from './document-problems'
import { doublesOf, type NamesInUse } from './doubles'
import { locatorOf } from './locate'
import type { Problem } from './problem'

/** What a design knows beside the objects themselves. */
export type Surroundings = {
  readonly graph: Graph
  readonly names: NamesInUse
  readonly known: KnownKinds
  readonly patchFiles: ReadonlySet<FilePath>
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

/** The last result for each document. Looked at again before it is used: it only saves work. */
const lastChecked = new WeakMap<DocumentState, CheckedDocument>()

/**
 * The problems of a file, in their order. Where `mayGoOn` said no it is not complete: what was known of the rest from
 * before stands in.
 */
export function checkFile(
  file: WorkspaceFile,
  around: Surroundings,
  mayGoOn: () => boolean,
): { readonly problems: readonly Problem[]; readonly isComplete: boolean } {
  const whole = fileProblem(file)
  const problems: Problem[] = whole ? [whole] : []
  let isComplete = true
  for (const piece of file.pieces) {
    const checked = checkDocument(file, piece, around, mayGoOn)
    isComplete &&= checked.isComplete
    for (const problem of checked.problems) if (!isSaidAlready(problems.at(-1), problem)) problems.push(problem)
  }
  if (isRulesFile(file.path)) problems.push(...ruleProblems(file))
  return { problems, isComplete }
}

/** A line between two documents that is wrong is wrong for both. */
function isSaidAlready(last: Problem | undefined, problem: Problem): boolean {
  return last?.from === problem.from && last.code === problem.code && last.object === null
}

function checkDocument(file: WorkspaceFile, piece: DocumentPiece, around: Surroundings, mayGoOn: () => boolean) {
  const document = file.documents[piece.index]!
  const last = lastChecked.get(document)
  const isCurrent =
    last !== undefined && document.objects.every((object, i) => isSameInput(last.inputs[i], inputOf(object, around)))
  const isAnew = !isCurrent && mayGoOn()
  if (!isAnew && last === undefined) return { problems: [], isComplete: false }
  const checked = isAnew ? checkAnew(file, document, piece, around) : moveTo(piece.from, last!)
  if (checked !== last) lastChecked.set(document, checked)
  return { problems: checked.problems, isComplete: isAnew || isCurrent }
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

function inputOf(object: KubeObject, { graph, names, known, patchFiles }: Surroundings): ObjectInput {
  return {
    relations: graph.relationsOf(object.id),
    doubles: doublesOf(names, object),
    known: known.kinds.get(kindName(object)) ?? null,
    isPatch: patchFiles.has(object.file),
  }
}

function isSameInput(last: ObjectInput | undefined, now: ObjectInput): boolean {
  if (!last || last.known !== now.known || last.isPatch !== now.isPatch) return false
  return sameItems(last.relations, now.relations) && sameItems(last.doubles, now.doubles)
}

/** Whose problem it is when a document can't be read: its only object's, as it was before. */
function objectOf(document: DocumentState): ObjectId | null {
  return document.objects.length === 1 ? document.objects[0]!.id : null
}

function moveTo(start: number, checked: CheckedDocument): CheckedDocument {
  if (checked.start === start) return checked
  const shift = start - checked.start
  const moved = checked.problems.map(problem => ({ ...problem, from: problem.from + shift, to: problem.to + shift }))
  return { start, inputs: checked.inputs, problems: moved.length > 0 ? moved : checked.problems }
}
