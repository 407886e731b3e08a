import { sameItems } from '../changed-span'
import type { KnownKinds } from '../kinds/schemas/known'
import type { Graph } from '../relations/graph'
import type { FilePath, ObjectId } from '../workspace/kube-object'
import { LAYOUT_PATH } from '../workspace/layout'
import type { Workspace } from '../workspace/workspace'
import { checkFile, type Surroundings } from './check-file'
import { namesInUse } from './doubles'
import { filesToCheck } from './files-to-check'
import { patchFilesOf } from './patch-files'
import type { Problem } from './problem'

/** The problems of a design, in the order of files and places. */
export type Checked = {
  readonly problems: readonly Problem[]
  /** Only objects that have any. A list stays the same one while its problems do. */
  readonly byObject: ReadonlyMap<ObjectId, readonly Problem[]>
  /** Files about which not all is known yet: the time was up. What was known of them is kept. */
  readonly pending: ReadonlySet<FilePath>
  /** For the next time: what was checked, against what, and what came out of it. */
  readonly files: Workspace['files']
  readonly around: Surroundings
  readonly byFile: ReadonlyMap<FilePath, readonly Problem[]>
}

/** However late it is, one step is taken: else nothing would ever come to its end. */
class Allowance {
  isSpent = false
  private readonly mayGoOn: () => boolean
  private isFirst = true

  constructor(mayGoOn: () => boolean) {
    this.mayGoOn = mayGoOn
  }

  take(): boolean {
    if (!this.isFirst && !this.isSpent && !this.mayGoOn()) this.isSpent = true
    this.isFirst = false
    return !this.isSpent
  }
}

/**
 * Checks what changed since `before`: documents that were edited, and objects whose relations or doubles differ. Where
 * `mayGoOn` says no, the rest is left `pending` for the next time; something is done each time.
 */
export function checkDesign(
  workspace: Workspace,
  graph: Graph,
  known: KnownKinds,
  before: Checked | null = null,
  mayGoOn: () => boolean = () => true,
): Checked {
  const names = namesInUse(workspace.objects, before?.around.names ?? null)
  const around: Surroundings = { graph, names, known, patchFiles: patchFilesOf(workspace, before?.around.patchFiles) }
  const byFile = new Map(before?.byFile)
  const pending = new Set<FilePath>()
  const changes: ProblemsOfFile[] = []
  const put = (path: FilePath, problems: readonly Problem[]): void => {
    const was = byFile.get(path) ?? NONE
    if (sameItems(was, problems)) return
    if (problems.length > 0) byFile.set(path, problems)
    else byFile.delete(path)
    changes.push({ was, is: problems })
  }

  const allowance = new Allowance(mayGoOn)
  for (const file of filesToCheck(workspace.files, around, before)) {
    const last = before?.files.get(file.path)
    // What was said of a text that has changed stands elsewhere now; all else may stay as it was said.
    if (allowance.isSpent && (last === undefined || last === file)) {
      pending.add(file.path)
      continue
    }
    const { problems, isComplete } = checkFile(file, around, () => allowance.take())
    put(file.path, problems)
    if (!isComplete) pending.add(file.path)
  }
  for (const path of before?.files.keys() ?? []) if (!workspace.files.has(path)) put(path, NONE)
  put(LAYOUT_PATH, layoutProblems(workspace, byFile.get(LAYOUT_PATH)))

  const base = { pending, files: workspace.files, around, byFile }
  const problems = changes.length === 0 && before ? before.problems : inOrder(workspace, byFile)
  if (before && sameItems(before.problems, problems)) return { ...before, ...base }
  return { ...base, problems, byObject: regroup(before?.byObject ?? NO_GROUPS, changes) }
}

type ProblemsOfFile = { readonly was: readonly Problem[]; readonly is: readonly Problem[] }

const NONE: readonly Problem[] = []
const NO_GROUPS: Checked['byObject'] = new Map()

/** What is wrong with the layout file stands first: it is no file of the design. */
function inOrder({ files }: Workspace, byFile: Checked['byFile']): readonly Problem[] {
  const problems: Problem[] = [...(byFile.get(LAYOUT_PATH) ?? [])]
  for (const path of files.keys()) for (const problem of byFile.get(path) ?? NONE) problems.push(problem)
  return problems
}

function layoutProblems({ layoutFile }: Workspace, before: readonly Problem[] = NONE): readonly Problem[] {
  if (layoutFile.broken === null) return NONE
  const message = `${LAYOUT_PATH} can't be read: ${layoutFile.broken}. Places of cards are not saved`
  if (before[0]?.message === message) return before
  return [
    {
      code: 'broken-layout',
      severity: 'warning',
      message,
      object: null,
      file: LAYOUT_PATH,
      from: 0,
      to: 0,
      path: '',
      fix: 'Correct the file, or remove it to start with a new arrangement.',
    },
  ]
}

/** The problems by object after those of some files changed. An object may have gone from one of them to another. */
function regroup(before: Checked['byObject'], changes: readonly ProblemsOfFile[]): Checked['byObject'] {
  const after = new Map(before)
  for (const { was } of changes) for (const { object } of was) if (object !== null) after.delete(object)
  for (const { is } of changes)
    for (const [id, group] of groupByObject(is)) {
      const earlier = before.get(id)
      after.set(id, earlier && sameItems(earlier, group) ? earlier : group)
    }
  return after
}

function groupByObject(problems: readonly Problem[]): ReadonlyMap<ObjectId, readonly Problem[]> {
  const groups = new Map<ObjectId, Problem[]>()
  for (const problem of problems) {
    if (problem.object === null) continue
    const group = groups.get(problem.object)
    if (group) group.push(problem)
    else groups.set(problem.object, [problem])
  }
  return groups
}
