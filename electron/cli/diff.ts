import { designToSend } from '../../shared/cluster/sent-objects'
import { objectsOf } from '../backend/kubectl/kept-plan'
import { planApply } from '../backend/kubectl/plan-apply'
import { atCluster, inventoryOf, misusedDoor, openDoor } from './cluster-door'
import type { CommandCall } from './command'
import { loadDesign } from './design'
import { planJson, printPlan } from './plan-output'
import type { ExitStatus } from './terminal'

/** `diff PATH...`: what applying would do, by the server's own dry run. A difference makes the answer no. */
export async function runDiff(call: CommandCall): Promise<ExitStatus> {
  const { words, options, terminal, misused } = call
  const wrong = misusedDoor(call)
  if (wrong !== null) return misused(wrong)
  return atCluster(call, 'diff', async () => {
    const { design, isPartial } = await loadDesign(words, options, terminal)
    const { workspace } = design
    const { door } = await openDoor(call)
    const inventory = await inventoryOf(call, workspace.defaultNamespace)
    const plan = await planApply(door, { ...designToSend(workspace), inventory })
    const objects = objectsOf(plan)
    if (options.has('json')) {
      const shown = objects.map(object => planJson(object, workspace))
      terminal.out(`${JSON.stringify({ context: plan.context, objects: shown }, null, 1)}\n`)
    } else printPlan(plan, terminal, { prune: true })
    if (isPartial) return 3
    return objects.some(({ shown }) => shown.state !== 'unchanged') ? 1 : 0
  })
}
