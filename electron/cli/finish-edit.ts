import { resolve } from 'node:path'
import { unifiedDiff } from '../../shared/text/diff'
import type { Workspace } from '../../shared/workspace/workspace'
import { saveFile } from '../backend/files/save'
import { paintDiff } from './colour'
import type { CommandCall } from './command'
import type { Input } from './inputs'
import type { ExitStatus } from './terminal'

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
  const read = new Map(inputs.flatMap(input => (input.ok ? [[input.path, input] as const] : [])))
  let status: ExitStatus = 0
  for (const path of [...new Set([...before.files.keys(), ...after.files.keys()])].sort()) {
    const old = before.files.get(path)?.text ?? null
    const text = after.files.get(path)?.text ?? null
    if (old === text) continue
    if (!options.has('write')) {
      terminal.out(paintDiff(unifiedDiff(old, text, path), terminal))
      continue
    }
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
