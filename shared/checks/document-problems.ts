import type { DocumentState } from '../workspace/document-state'
import type { FilePath } from '../workspace/kube-object'
import { isRulesFile } from '../workspace/rules-file'
import type { WorkspaceFile } from '../workspace/workspace-file'
import type { Problem } from './problem'

/** Problems of a document, with offsets that count from its start. */
export type DocumentProblem = Pick<Problem, 'code' | 'severity' | 'message' | 'from' | 'to' | 'fix'>

/** What the reader found wrong with a document of a file, and what in it is no Kubernetes object. */
export function documentProblems(document: DocumentState, path: FilePath): readonly DocumentProblem[] {
  const read = document.problems.map(({ code, severity, message, from, to }): DocumentProblem => ({
    code,
    severity,
    message,
    from,
    to,
    fix: null,
  }))
  // Rules are data of Chartroom's own: nobody takes them for an object.
  const unknown = isRulesFile(path) ? [] : document.strangers
  const strangers = unknown.map(({ item, from, to }): DocumentProblem => ({
    code: 'not-an-object',
    severity: 'info',
    message: item === null ? strangerText(document, path) : `Item ${item} of this list ${NO_OBJECT}`,
    from,
    to,
    fix: null,
  }))
  return [...read, ...strangers]
}

const NO_OBJECT = 'is no Kubernetes object: it has no kind or no metadata'

function strangerText({ holds }: DocumentState, path: FilePath): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (holds === 'kustomization' || /^kustomization(\.ya?ml)?$/i.test(name)) {
    return 'This is a kustomization: kubectl builds objects from it, it is none itself'
  }
  if (/^Chart\.ya?ml$/.test(name)) return 'This describes a Helm chart, it is no Kubernetes object'
  if (/^values\b.*\.ya?ml$/.test(name)) return 'These are values for templates, not a Kubernetes object'
  return `This document ${NO_OBJECT}`
}

/** Why a file as a whole can't be read or edited; null where it can. */
export function fileProblem(file: WorkspaceFile): Problem | null {
  if (!file.failure) return null
  const { code, message } = file.failure
  return { code, severity: 'error', message, object: null, file: file.path, from: 0, to: 0, path: '', fix: null }
}
