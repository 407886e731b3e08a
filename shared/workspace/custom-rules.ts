import { locatorOf } from '../checks/locate'
import type { Problem } from '../checks/problem'
import { readRules, type ReadRules } from '../relations/custom/read-rules'
import type { RelationRule } from '../relations/rule'
import { bookOf, ownRules, type RuleBook } from '../relations/rules'
import { plainOf } from '../yaml/meaning'
import { readPiece } from '../yaml/read/read-piece'
import type { FilePath } from './kube-object'
import { isRulesFile } from './rules-file'
import type { Workspace } from './workspace'
import type { WorkspaceFile } from './workspace-file'

/** The rules that a workspace adds to Chartroom's own. */
export type CustomRules = {
  readonly book: RuleBook
  /** For the next time: what each file said. */
  readonly read: ReadonlyMap<FilePath, ReadFile>
}

type ReadFile = { readonly text: string; readonly rules: readonly RelationRule[] }

export const NO_CUSTOM_RULES: CustomRules = { book: ownRules, read: new Map() }

/**
 * The rules of a workspace's files. The same value while their texts stay. While a file can't be read its rules from
 * before stay: typing must not make edges blink.
 */
export function customRulesOf({ files }: Workspace, before: CustomRules = NO_CUSTOM_RULES): CustomRules {
  const found: WorkspaceFile[] = []
  for (const file of files.values()) if (isRulesFile(file.path) && file.failure === null) found.push(file)
  const isSame =
    found.length === before.read.size && found.every(({ path, text }) => before.read.get(path)?.text === text)
  if (isSame) return before
  const read = new Map(
    found.map(file => {
      const { path, text } = file
      return [path, { text, rules: readRulesFile(file)?.rules ?? before.read.get(path)?.rules ?? [] }]
    }),
  )
  const rules = uniqueRules([...read.values()].flatMap(file => file.rules))
  return { book: rules.length === 0 ? ownRules : bookOf([...ownRules.rules, ...rules]), read }
}

/** What is wrong with the rules of a file, each at its place. What is wrong with it as YAML is told of every file. */
export function ruleProblems(file: WorkspaceFile): readonly Problem[] {
  const [piece] = file.pieces
  const findings = readRulesFile(file)?.findings ?? []
  if (piece === undefined || findings.length === 0) return []
  const locate = locatorOf(file.text, piece)
  return findings.map(finding => ({
    ...finding,
    ...locate(null, finding.path),
    code: 'invalid-relation-rule',
    severity: 'error',
    object: null,
    file: file.path,
    fix: null,
  }))
}

/** Null for a text that is no YAML. */
function readRulesFile({ text, pieces }: WorkspaceFile): ReadRules | null {
  const [piece] = pieces
  if (piece === undefined) return { rules: [], findings: [] }
  const { root, problems } = readPiece(text, piece)
  const plain = plainOf(text, root)
  return !plain.ok || problems.some(({ severity }) => severity === 'error') ? null : readRules(plain.value)
}

/** Several folders may each bring a file: the first rule of an id counts. */
function uniqueRules(rules: readonly RelationRule[]): readonly RelationRule[] {
  return [...new Map(rules.toReversed().map(rule => [rule.id, rule])).values()].toReversed()
}
