import { unifiedDiff } from '../../shared/text/diff'
import type { PlannedTie } from '../../shared/workspace/commands/connect'
import { applyChange } from '../../shared/workspace/workspace'
import type { CommandCall } from './command'
import type { LoadedDesign } from './design'
import { changedFiles, finishEdit, writeChanged } from './finish-edit'
import type { ExitStatus } from './terminal'

/**
 * Ends `wire` and `unwire` as every edit ends. What the edit brings about beside the tie is warned of on standard error;
 * with `--json` it stands in the one value that is printed, beside the diff.
 */
export async function finishTie(
  name: 'wire' | 'unwire',
  { design, inputs }: LoadedDesign,
  planned: PlannedTie,
  call: CommandCall,
): Promise<ExitStatus> {
  const { terminal, options } = call
  if (!planned.ok) {
    terminal.say(`chartroom ${name}: refused (${planned.code}): ${planned.message}`)
    return 1
  }
  const before = design.workspace
  const after = applyChange(before, planned.change).workspace
  for (const { code, says } of planned.consequences) terminal.say(`chartroom ${name}: warning (${code}): ${says}`)
  if (!options.has('json')) return finishEdit(before, after, inputs, call)
  const diff = changedFiles(before, after).map(({ path, old, text }) => unifiedDiff(old, text, path))
  const status = options.has('write') ? await writeChanged(before, after, inputs, terminal) : 0
  const { consequences } = planned
  terminal.out(`${JSON.stringify({ diff: diff.join(''), consequences }, null, 1)}\n`)
  return status
}
