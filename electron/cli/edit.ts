import { updateDesign } from '../../shared/workspace/design'
import { applyChange } from '../../shared/workspace/workspace'
import type { CommandCall } from './command'
import { loadDesign } from './design'
import { runEditBatch } from './edit-batch'
import { planEditStep, readEditStep, stepOptions } from './edit-steps'
import type { EditStep } from './edit-steps'
import { finishEdit } from './finish-edit'
import { findReference } from './reference'
import type { ExitStatus } from './terminal'

/** `edit`: changes one object by the steps that the options give, in their order, and touches nothing else. */
export async function runEdit(call: CommandCall): Promise<ExitStatus> {
  const { words, options, terminal, misused } = call
  const batch = options.text('batch')
  if (batch !== null) return runEditBatch(batch, terminal)
  if (words.length === 0) return misused('Which files? Give paths, or - for standard input.')
  const reference = options.text('object')
  if (reference === null) return misused('Which object? Give --object KIND/NAME.')
  const steps: EditStep[] = []
  for (const option of options.inOrder.filter(({ name }) => stepOptions.some(step => step === name))) {
    const step = await readEditStep(option, terminal.cwd)
    if (typeof step === 'string') return misused(step)
    steps.push(step)
  }
  if (steps.length === 0) return misused(`What to change? Give one of --${stepOptions.join(', --')}.`)

  const { design: before, inputs } = await loadDesign(words, options, terminal)
  const found = findReference(before.workspace, reference, options.text('namespace'))
  if (!found.ok) {
    found.lines.forEach(terminal.say)
    return found.status
  }
  let design = before
  for (const step of steps) {
    const planned = planEditStep(design, found.object.id, step)
    if (!planned.ok) {
      terminal.say(`chartroom edit: refused (${planned.code}): ${planned.message}`)
      return 1
    }
    design = updateDesign(design, applyChange(design.workspace, planned.change).workspace)
  }
  return finishEdit(before.workspace, design.workspace, inputs, call)
}
