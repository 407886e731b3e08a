import type { ApplyChoices, ApplyOutcome, ShownCommand } from '../../../shared/cluster/apply-plan'
import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import { isOfTheWay } from '../../../shared/cluster/failure'
import { refWords } from '../../../shared/cluster/manifest-diff'
import type { PlainMap } from '../../../shared/yaml/plain'
import { createAccount, refOnly } from './account'
import type { Account, Changed, Progress } from './account'
import { inBatches } from './batches'
import { applyArgs, createArgs, deleteArgs, replaceArgs } from './commands'
import { objectsOf } from './kept-plan'
import type { KeptPlan, PlannedObject, PlannedStage } from './kept-plan'
import { failureFrom } from './kubectl-error'
import { answersTo, countOf, runOn } from './objects'
import type { Door } from './objects'
import { createRecord } from './record-made'
import { refuseOpen, refuseStale } from './still-as-shown'

/** What an apply changed, for putting it back. It lives in memory alone: secrets are in it. */
export type UndoRecord = {
  readonly context: string
  readonly changed: readonly Changed[]
  readonly inventory: ClusterRef | null
}

export type CarriedOut = {
  readonly outcome: Omit<ApplyOutcome, 'undo'>
  /** Null where nothing was changed. */
  readonly undo: UndoRecord | null
  /** What is in the cluster now as it was sent. */
  readonly applied: readonly PlainMap[]
}

/** What was chosen, after all that had to be confirmed was. */
type MadeChoices = Omit<ApplyChoices, 'confirmed' | 'confirmedLoss'>

export type CarryOutOptions = {
  readonly choices: MadeChoices
  /** Once it says so, nothing more begins; what runs ends, so that the account is exact. */
  readonly isCancelled: () => boolean
  readonly progress: Progress
}

/** One kubectl tells of so many objects at a time. */
const BATCH = 20
/** A batch that the server admits through slow webhooks takes its time. */
const WRITE_TIMEOUT_MS = 120_000

type Run = {
  readonly door: Door
  readonly account: Account
  readonly force: ReadonlySet<string>
  readonly verb: string
  readonly ran: (command: ShownCommand) => void
  readonly note: (sentence: string) => void
  readonly mayGoOn: () => boolean
}

/**
 * Carries out a plan, stage by stage. A stage in which something failed is finished, and the next doesn't begin. Throws
 * before anything is written when the plan leaves something open (conflicts, refused objects), or when what it showed was
 * changed by somebody else since.
 */
export async function carryOut(door: Door, plan: KeptPlan, options: CarryOutOptions): Promise<CarriedOut> {
  const { choices, isCancelled, progress } = options
  const force = new Set(choices.force)
  const isLeftOut = leftOutBy({ ...choices, prune: choices.prune || plan.purpose === 'undo' })
  const stages = plan.stages.map(stage => ({ ...stage, objects: stage.objects.filter(each => !isLeftOut(each)) }))
  const objects = stages.flatMap(stage => stage.objects)
  const removals = plan.removals.filter(each => !isLeftOut(each) && each.shown.failure === null)
  refuseOpen(objects, force)
  await refuseStale(door, [...objects, ...removals])

  const commands: ShownCommand[] = []
  const notes: string[] = []
  const account = createAccount(objectsOf(plan), progress)
  const ran = (command: ShownCommand): void => void commands.push(command)
  const note = (sentence: string): void => void notes.push(sentence)
  const mayGoOn = (): boolean => !isCancelled() && !account.hasFailed
  const verb = plan.purpose === 'undo' ? 'Putting back' : 'Applying'
  const run: Run = { door, account, force, verb, ran, note, mayGoOn: () => !isCancelled() && !account.isCutOff }
  const record = createRecord({ door, plan, ran, note })
  account.settle(
    objectsOf(plan).filter(each => isLeftOut(each) || isKept(each)),
    'kept',
  )

  for (const [n, stage] of stages.entries()) {
    if (!mayGoOn()) break
    // Behind the namespaces: the record may have to go into one of them.
    if (stage.wait === null && stages[n - 1]?.wait !== null) await record.before(objects)
    await writeStage(run, stage)
  }
  if (mayGoOn()) await remove(run, removals.toReversed())
  if (!account.isCutOff) await record.after(account)

  const results = account.results()
  const isWhole = results.every(({ state }) => state !== 'not-started')
  const changed = account.changed()
  return {
    outcome: { ended: account.hasFailed ? 'failed' : isWhole ? 'done' : 'cancelled', results, notes, commands },
    undo: changed.length > 0 ? { context: plan.context, changed, inventory: plan.inventory } : null,
    applied: account.applied(),
  }
}

function leftOutBy({ leaveOut, prune }: MadeChoices): (planned: PlannedObject) => boolean {
  const ids = new Set(leaveOut)
  return ({ shown }) => (shown.state === 'removed' ? !prune : ids.has(shown.id ?? ''))
}

function isKept({ shown }: PlannedObject): boolean {
  return shown.state === 'removed' && shown.failure !== null
}

async function writeStage(run: Run, stage: PlannedStage): Promise<void> {
  const changing = stage.objects.filter(({ isAsItIs }) => !isAsItIs)
  run.account.settle(
    stage.objects.filter(({ isAsItIs }) => isAsItIs),
    'unchanged',
  )
  if (changing.length > 0) run.account.says(`${run.verb} ${wordsFor(changing)}`)
  const argsOf = (planned: PlannedObject): string => writeArgs(run, planned).join(' ')
  for (const args of new Set(changing.map(argsOf)))
    await write(
      run,
      changing.filter(planned => argsOf(planned) === args),
    )
  if (stage.wait !== null && run.mayGoOn() && !run.account.hasFailed) await waitFor(run, changing, stage.wait)
}

function writeArgs({ force, verb }: Run, { shown, live, isOwnConflict }: PlannedObject): readonly string[] {
  if (verb === 'Putting back') return live === null ? createArgs() : replaceArgs()
  const isForced = shown.conflicts.length > 0 && (isOwnConflict || force.has(shown.id ?? ''))
  return applyArgs({ isForced })
}

/** Writes objects that are written alike. */
async function write(run: Run, objects: readonly PlannedObject[]): Promise<void> {
  const [first] = objects
  if (!first) return
  const args = writeArgs(run, first)
  await eachBatch(run, objects, args, async batch => {
    const sent = batch.map(each => each.sent ?? {})
    const { stdout } = await runOn(run.door, args, sent, { timeoutMs: WRITE_TIMEOUT_MS })
    run.account.written(batch, answersTo(refsOf(batch), stdout))
  })
}

async function remove(run: Run, objects: readonly PlannedObject[]): Promise<void> {
  if (objects.length > 0) run.account.says(`Deleting ${wordsFor(objects)}`)
  await eachBatch(run, objects, deleteArgs, async batch => {
    const names = refsOf(batch).map(({ apiVersion, kind, namespace, name }) => ({
      apiVersion,
      kind,
      metadata: namespace === null ? { name } : { name, namespace },
    }))
    await runOn(run.door, deleteArgs, names, { timeoutMs: WRITE_TIMEOUT_MS })
    run.account.settle(batch, 'deleted')
  })
}

async function eachBatch(
  run: Run,
  objects: readonly PlannedObject[],
  args: readonly string[],
  ask: (batch: readonly PlannedObject[]) => Promise<void>,
): Promise<void> {
  const { door, account } = run
  const answers = await inBatches(
    objects,
    BATCH,
    async batch => {
      run.ran(door.kubectl.shown(['--context', door.context, ...args], countOf(batch.length)))
      try {
        await ask(batch)
      } catch (error) {
        const failure = failureFrom(error)
        // Told at once, so that no other batch begins.
        if (isOfTheWay(failure.code)) account.failed(batch, failure)
        throw error
      }
      return batch
    },
    run.mayGoOn,
  )
  for (const answer of answers)
    if (!answer.ok && !isOfTheWay(answer.failure.code)) account.failed([answer.item], answer.failure)
}

/** Waits for what the next stage needs. Whoever may make a namespace need not be allowed to look at it: that is a note. */
async function waitFor(run: Run, objects: readonly PlannedObject[], wait: 'active' | 'established'): Promise<void> {
  for (const { shown, live } of objects) {
    if (live !== null) continue
    run.account.says(`Waiting for ${shown.kind} ${shown.name}`)
    for (const words of waitCommands(shown, wait)) {
      const args = ['--context', run.door.context, 'wait', ...words]
      run.ran(run.door.kubectl.shown(args))
      try {
        await run.door.kubectl.run(args, { timeoutMs: 70_000 })
      } catch (error) {
        const failure = failureFrom(error)
        if (isOfTheWay(failure.code) && failure.code !== 'timeout') return run.account.cutOff(failure)
        run.note(`${shown.kind} ${shown.name} could not be waited for: ${failure.message}`)
      }
    }
  }
}

function waitCommands({ name }: ClusterRef, wait: 'active' | 'established'): readonly (readonly string[])[] {
  if (wait === 'established') return [['--for=condition=Established', `crd/${name}`, '--timeout=60s']]
  // Pods are refused until the account that they run as by default is there.
  return [
    ['--for=jsonpath={.status.phase}=Active', `namespace/${name}`, '--timeout=30s'],
    ['--for=create', 'serviceaccount/default', '-n', name, '--timeout=30s'],
  ]
}

function refsOf(objects: readonly PlannedObject[]): readonly ClusterRef[] {
  return objects.map(({ shown }) => refOnly(shown))
}

function wordsFor(objects: readonly PlannedObject[]): string {
  const [first] = objects
  if (first && objects.length === 1) return refWords(first.shown)
  const kinds = [...new Set(objects.map(({ shown }) => shown.kind))]
  return `${countOf(objects.length)} (${kinds.slice(0, 3).join(', ')}${kinds.length > 3 ? ' …' : ''})`
}
