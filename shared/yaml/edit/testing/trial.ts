import { expect } from 'vitest'
import { applySplices, invertSplices } from '../../../text/splice'
import type { PlainValue } from '../../plain'
import type { EditTarget, PatchOperation, RefusalCode } from '../edit-plan'
import { planPatch } from '../plan-patch'

/**
 * The notation of this folder's tests: `edit(before, operations…).gives(after)` and `.refuses(code)`. Every edit that is
 * made is also taken back, which must give the first bytes again.
 */
export function edit(before: string, ...patch: readonly PatchOperation[]): Trial {
  return editAt(before, { document: 0, item: null }, patch)
}

export type Trial = {
  readonly gives: (after: string) => void
  readonly refuses: (code: RefusalCode, says?: string) => void
}

export function editAt(
  before: string,
  target: EditTarget,
  patch: readonly PatchOperation[],
  options: { readonly unshare?: boolean } = {},
): Trial {
  const plan = planPatch(before, target, patch, options)
  return {
    gives(after) {
      if (!plan.ok) throw new Error(`refused: ${plan.code} ${plan.message}`)
      const made = applySplices(before, plan.splices)
      expect(made).toBe(after)
      expect(applySplices(made, invertSplices(before, plan.splices))).toBe(before)
    },
    refuses(code, says = '') {
      expect(plan.ok ? plan : plan.code).toBe(code)
      if (!plan.ok) expect(plan.message).toContain(says)
    },
  }
}

/** A text as indented in the test: without the first line break, the indentation of its first line and the last line's. */
export function yaml(parts: TemplateStringsArray): string {
  const lines = parts.join('').slice(1).split('\n')
  const indent = /^ */.exec(lines[0]!)![0]
  return lines
    .slice(0, -1)
    .map(line => (line.startsWith(indent) ? line.slice(indent.length) : line) + '\n')
    .join('')
}

export const set = (path: string, value: PlainValue): PatchOperation => ({ op: 'replace', path, value })
export const add = (path: string, value: PlainValue): PatchOperation => ({ op: 'add', path, value })
export const remove = (path: string): PatchOperation => ({ op: 'remove', path })
export const move = (from: string, path: string): PatchOperation => ({ op: 'move', from, path })
export const copy = (from: string, path: string): PatchOperation => ({ op: 'copy', from, path })
export const rename = (path: string, key: string): PatchOperation => ({ op: 'rename', path, key })
