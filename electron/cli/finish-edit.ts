import { resolve } from 'node:path'
import { unifiedDiff } from '../../shared/text/diff'
import type { Workspace } from '../../shared/workspace/workspace'
import { saveFile } from '../backend/files/save'
import { paintDiff } from './colour'
import type { CommandCall } from './command'
import type { Input } from './inputs'
import type { ExitStatus, Terminal } from './terminal'

/**
 * Ends every command that edits: prints a unified diff of what changed, or with `--write` saves it, each file atomically
 * and only if the disk still holds what was read.
 */
export async function finishEdit(
  before: Workspace,
  after: Workspace,
  inputs: readonly Input[],
  { options, terminal }: CommandCall,
): Promise<ExitStatus> {
  if (options.has('write')) return writeChanged(before, after, inputs, terminal)
  for (const { path, old, text } of changedFiles(before, after))
    terminal.out(paintDiff(unifiedDiff(old, text, path), terminal))
  return 0
}

/** Saves every file that differs; what came from standard input goes to standard output. */
export async function writeChanged(
  before: Workspace,
  after: Workspace,
  inputs: readonly Input[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const read = new Map(inputs.flatMap(input => (input.ok ? [[input.path, input] as const] : [])))
  let status: ExitStatus = 0
  for (const { path, text } of changedFiles(before, after)) {
    const input = read.get(path)
    if (input?.absolute === null) {
      terminal.out(text ?? '')
      continue
    }
    const absolute = input?.absolute ?? resolve(terminal.cwd, path)
    const saved = await saveFile(terminal.cwd, absolute, { path, text, expectedHash: input?.hash ?? null })
    if (saved.outcome === 'saved') terminal.say(`wrote ${path}`)
    else {
      status = 4
      terminal.say(
        saved.outcome === 'failed'
          ? `chartroom: ${saved.message}`
          : `chartroom: ${path} was written by another program in the meantime; nothing was saved to it.`,
      )
    }
  }
  return status
}

type ChangedFile = { readonly path: string; readonly old: string | null; readonly text: string | null }

/** The files whose text differs between two states of a workspace, in the order of their paths. */
export function changedFiles(before: Workspace, after: Workspace): readonly ChangedFile[] {
  const paths = [...new Set([...before.files.keys(), ...after.files.keys()])].sort()
  return paths
    .map(path => ({
      path,
      old: before.files.get(path)?.text ?? null,
      text: after.files.get(path)?.text ?? null,
    }))
    .filter(({ old, text }) => old !== text)
}
