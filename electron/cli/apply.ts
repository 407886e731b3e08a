import { isConfirmed } from '../../shared/cluster/confirmation'
import type { Confirmation } from '../../shared/cluster/contexts'
import { commandLine } from '../../shared/cluster/command-line'
import type { DataLoss } from '../../shared/cluster/data-loss'
import { isOfTheWay } from '../../shared/cluster/failure'
import { refWords } from '../../shared/cluster/manifest-diff'
import { designToSend } from '../../shared/cluster/sent-objects'
import type { Workspace } from '../../shared/workspace/workspace'
import { configFolder } from '../backend/config-folder'
import { createAppliedRecords, keepOutcome } from '../backend/kubectl/applied-records'
import { carryOut } from '../backend/kubectl/carry-out'
import type { CarriedOut } from '../backend/kubectl/carry-out'
import { objectsOf } from '../backend/kubectl/kept-plan'
import type { KeptPlan } from '../backend/kubectl/kept-plan'
import type { Door } from '../backend/kubectl/objects'
import { planApply } from '../backend/kubectl/plan-apply'
import { confirmationOf, lossOf } from '../backend/kubectl/planned'
import { refuseOpen } from '../backend/kubectl/still-as-shown'
import { atCluster, inventoryOf, misusedDoor, openDoor } from './cluster-door'
import type { CommandCall } from './command'
import { loadDesign } from './design'
import { planJson, printPlan, resultJson } from './plan-output'
import type { ExitStatus, Terminal } from './terminal'

/** `apply PATH...`: prints the plan, asks unless `--yes`, and carries it out. */
export async function runApply(call: CommandCall): Promise<ExitStatus> {
  const { words, options, terminal, misused } = call
  const wrong = misusedDoor(call)
  if (wrong !== null) return misused(wrong)
  if (options.has('json') && !options.has('yes') && !options.has('dry-run'))
    return misused('--json asks nothing: give --yes or --dry-run with it.')
  return atCluster(call, 'apply', async () => {
    const { design, isPartial } = await loadDesign(words, options, terminal)
    // Half of a design is not what anybody wants on a cluster.
    if (isPartial) {
      terminal.say('chartroom apply: nothing was applied, because not everything could be read.')
      return 3
    }
    const { workspace } = design
    const { door, context } = await openDoor(call)
    const inventory = await inventoryOf(call, workspace.defaultNamespace)
    const plan = await planApply(door, { ...designToSend(workspace), inventory })
    const prune = options.has('prune')
    if (!options.has('json')) printPlan(plan, terminal, { prune })
    if (options.has('dry-run')) return dryAnswer(call, plan, workspace)
    const force = new Set(options.has('force-conflicts') ? objectsOf(plan).flatMap(({ shown }) => shown.id ?? []) : [])
    refuseOpen(objectsOf(plan), force)
    const answer = await confirm(call, plan, { asked: confirmationOf(plan, context), loss: lossOf(plan, { prune }) })
    if (answer !== 'yes') {
      terminal.say(`chartroom apply: nothing was applied. ${answer}`)
      return 1
    }
    const carried = await carryOutPlan(call, door, plan, { force: [...force], prune, leaveOut: [] })
    await keepOutcome(createAppliedRecords(configFolder()), context.server, plan, carried)
    printAccount(carried, options.has('json'), workspace, plan.context, terminal)
    return statusOf(carried)
  })
}

function dryAnswer({ options, terminal }: CommandCall, plan: KeptPlan, workspace: Workspace): ExitStatus {
  const objects = objectsOf(plan)
  if (options.has('json')) {
    const shown = objects.map(object => planJson(object, workspace))
    terminal.out(`${JSON.stringify({ context: plan.context, dryRun: true, objects: shown }, null, 1)}\n`)
  }
  return objects.some(({ shown }) => shown.failure !== null && shown.state !== 'removed') ? 1 : 0
}

/** `yes`, or a sentence that says why not. */
async function confirm(
  { options, terminal }: CommandCall,
  plan: KeptPlan,
  { asked, loss }: { readonly asked: Confirmation; readonly loss: DataLoss | null },
): Promise<'yes' | (string & {})> {
  if (objectsOf(plan).every(({ shown }) => shown.state === 'unchanged')) return 'yes'
  if (asked.needs === 'typing') {
    const given = options.text('confirm') ?? (await terminal.ask(`${asked.why} Type ${asked.word} to go on: `))
    return isConfirmed(asked, given) ? 'yes' : `${asked.why} Give --confirm ${asked.word}.`
  }
  if (options.has('yes')) return 'yes'
  if (loss !== null) {
    const typed = await terminal.ask(`${loss.why} Type ${loss.word} to go on: `)
    return typed?.trim() === loss.word ? 'yes' : `${loss.why} Give --yes where nobody can be asked.`
  }
  const said = await terminal.ask(`Apply this to ${plan.context}? [y/N] `)
  if (said === null) return 'Nobody can be asked here: give --yes.'
  return /^y(es)?$/i.test(said.trim()) ? 'yes' : 'It was not wanted.'
}

async function carryOutPlan(
  { options, terminal }: CommandCall,
  door: Door,
  plan: KeptPlan,
  choices: { readonly force: readonly string[]; readonly prune: boolean; readonly leaveOut: readonly string[] },
): Promise<CarriedOut> {
  const asJson = options.has('json')
  let isCancelled = false
  // The first Ctrl C lets what runs come to its end and gives an account; a second one ends at once.
  const cancel = (): void => {
    isCancelled = true
    terminal.say('chartroom apply: nothing more is begun; what runs comes to its end …')
  }
  process.once('SIGINT', cancel)
  try {
    return await carryOut(door, plan, {
      choices,
      isCancelled: () => isCancelled,
      progress(_says, results) {
        if (!asJson)
          for (const result of results) {
            const why = result.failure === null ? '' : `: ${result.failure.message}`
            if (result.state !== 'unchanged') terminal.out(`${result.state} ${refWords(result)}${why}\n`)
          }
      },
    })
  } finally {
    process.off('SIGINT', cancel)
  }
}

function printAccount(
  { outcome }: CarriedOut,
  asJson: boolean,
  workspace: Workspace,
  context: string,
  terminal: Terminal,
): void {
  const { ended, results, notes, commands } = outcome
  if (asJson) {
    const account = {
      context,
      ended,
      objects: results.map(result => resultJson(result, workspace)),
      notes,
      commands: commands.map(commandLine),
    }
    terminal.out(`${JSON.stringify(account, null, 1)}\n`)
    return
  }
  for (const note of notes) terminal.say(`chartroom apply: ${note}`)
  const open = results.filter(({ state }) => state === 'not-started').length
  terminal.out(`${ended}${open > 0 ? `, ${open} not started: run it again to finish` : ''}\n`)
}

function statusOf({ outcome }: CarriedOut): ExitStatus {
  if (outcome.ended === 'done') return 0
  return outcome.results.some(({ failure }) => failure && isOfTheWay(failure.code)) ? 4 : 1
}
