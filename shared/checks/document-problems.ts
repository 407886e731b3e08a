import type { DocumentState } from '../workspace/document-state'
import type { WorkspaceFile } from '../workspace/workspace-file'
import type { Problem } from './problem'

/** Problems of a document, with offsets that count from its start. */
export type DocumentProblem = Pick<Problem, 'code' | 'severity' | 'message' | 'from' | 'to' | 'fix'>

/** What the reader found wrong with a document, and what in it is no Kubernetes object. */
export function documentProblems(document: DocumentState): readonly DocumentProblem[] {
  const read = document.problems.map(({ code, severity, message, from, to }) => ({
    code,
    severity,
    message,
    from,
    to,
    fix: null,
  }))
  const strangers = document.strangers.map(({ item, from, to }) => ({
    code: 'not-an-object',
    severity: 'info' as const,
    message: `${item === null ? strangerText(document) : `Item ${item} of this list is no Kubernetes object`}: it has no kind or no metadata`,
    from,
    to,
    fix: null,
  }))
  return [...read, ...strangers]
}

function strangerText({ holds }: DocumentState): string {
  return holds === 'kustomization' ? 'This is a kustomization, not an object' : 'This document is no Kubernetes object'
}

/** Why a file as a whole can't be read or edited; null where it can. */
export function fileProblem(file: WorkspaceFile): Problem | null {
  if (!file.failure) return null
  const { code, message } = file.failure
  return { code, severity: 'error', message, object: null, file: file.path, from: 0, to: 0, path: '', fix: null }
}
