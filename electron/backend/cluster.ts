import { confirmationFor, isConfirmed } from '../../shared/cluster/confirmation'
import type { ClusterContext, Confirmation } from '../../shared/cluster/contexts'
import type { DesignQuestion } from '../../shared/cluster/calls'
import { receivedObject } from '../../shared/cluster/sent-objects'
import type { Handlers, NoticeName, Notices } from '../../shared/host'
import { createAppliedRecords, keepOutcome } from './kubectl/applied-records'
import { carryOut } from './kubectl/carry-out'
import type { UndoRecord } from './kubectl/carry-out'
import { createClusterMarks } from './kubectl/cluster-marks'
import { findContext, listContexts, reachCluster } from './kubectl/contexts'
import { folderInventory } from './kubectl/design-inventory'
import { importableKinds, importObjects } from './kubectl/import-objects'
import type { KeptPlan } from './kubectl/kept-plan'
import { createForwards } from './kubectl/forwards'
import { failureFrom, KubectlError } from './kubectl/kubectl-error'
import { actionArgs, at, describeObject, eventsOf, followLog } from './kubectl/live-object'
import type { Door } from './kubectl/objects'
import { planApply } from './kubectl/plan-apply'
import type { DesignToApply } from './kubectl/plan-apply'
import { readRecorded } from './kubectl/plan-removals'
import { planUndo } from './kubectl/plan-undo'
import { confirmationOf, createShelf, lossOf, shownPlan } from './kubectl/planned'
import { readDrift } from './kubectl/read-drift'
import { createKubectl } from './kubectl/run'
import { createTasks } from './kubectl/tasks'
import { openTerminal } from './kubectl/terminal-window'
import { watchKinds } from './kubectl/watches'

export type ClusterHandlers = Pick<Handlers, Extract<keyof Handlers, `cluster:${string}`>>

export type ClusterBackend = {
  readonly handlers: ClusterHandlers
  /** Nobody looks any more: ends watches, logs and forwards. An apply goes on to its end. */
  readonly rest: () => void
  /** Ends everything. */
  readonly close: () => void
}

export type ClusterOptions = {
  /** The folder of Chartroom's own settings. */
  readonly config: string
  /** The real path of an opened folder; null for one of which only a file is open. */
  readonly folderOf: (root: string) => string | null
  readonly notify: <N extends NoticeName>(name: N, notice: Notices[N]) => void
}

const PLANS_KEPT = 10
const UNDOS_KEPT = 10

/** Every call of shared/cluster/calls.ts and what answers it. */
export function createClusterBackend({ config, folderOf, notify }: ClusterOptions): ClusterBackend {
  const kubectl = createKubectl()
  const marks = createClusterMarks(config)
  const records = createAppliedRecords(config)
  const tasks = createTasks()
  const forwards = createForwards(listed => notify('cluster:forwards', listed))
  const plans = createShelf<KeptPlan>(PLANS_KEPT, 'This plan is too old. Look at the differences again.')
  const undos = createShelf<UndoRecord>(UNDOS_KEPT, 'The state before that apply is not kept any more.')
  const context = (name: string): Promise<ClusterContext> => findContext(kubectl, marks, name)
  const doorTo = (name: string): Door => ({ kubectl, context: name })

  const confirm = async (about: ClusterContext, asked: Confirmation, said: string | null): Promise<void> => {
    if (!isConfirmed(asked, said))
      throw new KubectlError('not-confirmed', asked.needs === 'nothing' ? 'It was not confirmed.' : asked.why)
    if (asked.needs === 'agreement' && about.server !== null) await marks.trust(about.name, about.server)
  }
  const designOf = ({ root, namespace, isWhole, objects }: DesignQuestion): DesignToApply => {
    const folder = root === null ? null : folderOf(root)
    return {
      objects: objects.map(receivedObject),
      isWhole,
      inventory: folder === null ? null : folderInventory(folder, namespace),
    }
  }

  const handlers: ClusterHandlers = {
    'cluster:contexts': () => listContexts(kubectl, marks),
    'cluster:reach': ({ task, context }) => tasks.run(task, signal => reachCluster(kubectl, context, signal)),
    async 'cluster:protect'({ context, isProtected, namespaces }) {
      await marks.protect(context, isProtected, namespaces)
      return listContexts(kubectl, marks)
    },
    async 'cluster:confirmation'({ context: name, namespaces }) {
      return confirmationFor(await context(name), namespaces)
    },
    async 'cluster:cancel'({ task }) {
      tasks.cancel(task)
      return null
    },
    'cluster:commands': async () => kubectl.commands(),

    'cluster:diff': question =>
      tasks.run(question.task, async signal => {
        const about = await context(question.context)
        const plan = await planApply(doorTo(about.name), designOf(question), signal)
        return shownPlan(plan, plans.put(plan), about, kubectl)
      }),
    'cluster:apply': ({ task, plan: token, confirmed, confirmedLoss, ...choices }) =>
      tasks.run(task, async signal => {
        const plan = plans.get(token)
        const about = await context(plan.context)
        const loss = lossOf(plan, choices)
        if (loss !== null && confirmedLoss !== loss.word) throw new KubectlError('not-confirmed', loss.why)
        await confirm(about, confirmationOf(plan, about), confirmed)
        const carried = await carryOut(doorTo(plan.context), plan, {
          choices,
          isCancelled: () => signal.aborted,
          progress: (says, results, done, of) => notify('cluster:progress', { task, says, results, done, of }),
        })
        await keepOutcome(records, about.server, plan, carried)
        return { ...carried.outcome, undo: carried.undo && undos.put(carried.undo) }
      }),
    'cluster:undo-plan': ({ task, undo }) =>
      tasks.run(task, async signal => {
        const record = undos.get(undo)
        const about = await context(record.context)
        const plan = await planUndo(doorTo(record.context), record, signal)
        return shownPlan(plan, plans.put(plan), about, kubectl)
      }),
    'cluster:drift': question =>
      tasks.run(question.task, async signal => {
        const about = await context(question.context)
        const door = doorTo(about.name)
        const { objects, inventory } = designOf(question)
        const recorded = inventory === null ? null : await readRecorded(door, inventory, signal)
        const applied = inventory === null ? null : await records.read({ server: about.server ?? '', inventory })
        const base = { applied: applied ?? new Map(), recorded: recorded?.ok ? recorded.recorded : [] }
        return readDrift(door, objects, base, signal)
      }),

    async 'cluster:watch'({ watch, context: name, namespaces, kinds }) {
      tasks.start(watch, signal =>
        watchKinds(
          doorTo(name),
          {
            namespaces,
            kinds,
            changed: changes => notify('cluster:live', { watch, changes }),
            stands: (kind, state, failure) => notify('cluster:watch-state', { watch, kind, state, failure }),
          },
          signal,
        ),
      )
      return null
    },
    async 'cluster:unwatch'({ watch }) {
      tasks.cancel(watch)
      return null
    },
    async 'cluster:logs'(question) {
      const { task } = question
      tasks.start(task, async signal => {
        const tell = (text: string): void => notify('cluster:log', { task, text })
        const error = await followLog(doorTo(question.context), question, tell, signal)
        notify('cluster:log-end', { task, failure: error && failureFrom(error) })
      })
      return null
    },
    'cluster:describe': async ({ context: name, ref }) => ({ text: await describeObject(doorTo(name), ref) }),
    'cluster:events': ({ context: name, ref }) => eventsOf(doorTo(name), ref),
    async 'cluster:act'({ context: name, ref, action, confirmed }) {
      const about = await context(name)
      await confirm(about, confirmationFor(about, [ref.namespace]), confirmed)
      const args = actionArgs(doorTo(name), ref, action)
      const { stdout } = await kubectl.run(args)
      return { says: stdout.trim(), command: kubectl.shown(args) }
    },
    'cluster:forward': ({ context: name, ...question }) => forwards.open(doorTo(name), question),
    async 'cluster:unforward'({ id }) {
      forwards.close(id)
      return null
    },
    async 'cluster:shell'({ context: name, namespace, pod, container }) {
      const inside = container === null ? [] : [`--container=${container}`]
      const args = [...at(doorTo(name), namespace), 'exec', '-it', `pod/${pod}`, ...inside, '--', 'sh']
      const command = kubectl.shown(args)
      return { command, opened: await openTerminal([kubectl.program, ...command.words.slice(1)]) }
    },
    'cluster:kinds': ({ context: name }) => importableKinds(doorTo(name)),
    'cluster:import': question =>
      tasks.run(question.task, signal => importObjects(doorTo(question.context), question, signal)),
  }
  const rest = (): void => {
    tasks.cancelStarted()
    forwards.closeAll()
  }
  const close = (): void => {
    tasks.cancelAll()
    forwards.closeAll()
  }
  return { handlers, rest, close }
}
