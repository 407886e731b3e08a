import type { ApplyChoices, ApplyPlan, ApplyProgress } from '../../../shared/cluster/apply-plan'
import type { ObjectId } from '../../../shared/workspace/kube-object'
import { refKey } from '../../../shared/cluster/cluster-ref'
import { namespaceOnCluster } from '../../../shared/cluster/namespace-on-cluster'
import { designToSend, sentObject } from '../../../shared/cluster/sent-objects'
import { counted } from '../naming'
import type { Session } from '../session'
import { openDialog } from '../view'
import { announce, showToast } from '../toasts'
import { askCluster, cancelTask, newTask, setCluster } from './ask'
import type { Answered } from './ask'
import { checkReach } from './contexts'
import type { ApplyRun, PlanChoices, PlannedRun } from './cluster-state'
import { startLive } from './live'
import { countPlan, countsSay } from './plan-words'

const NO_CHOICES: PlanChoices = { force: new Set(), leaveOut: new Set(), prune: false }

/** Opens the dialog: on the apply that is under way, else on a new plan. */
export function openApply(session: Session): void {
  const { run, chosen } = session.store.getState().cluster
  openDialog(session, { type: 'apply' })
  const isUnderWay = run?.stage === 'planning' || run?.stage === 'applying'
  if (chosen && !isUnderWay) void planApply(session)
}

/** Draws on the canvas what applying the design would do, without a dialog. */
export async function compareWithCluster(session: Session): Promise<void> {
  await planApply(session)
  const { run } = session.store.getState().cluster
  if (run?.stage === 'not-planned') openDialog(session, { type: 'apply' })
  if (run?.stage === 'planned') announce(session, countsSay(countPlan(run.plan, run.choices)))
}

/** Asks the chosen cluster what applying the design would do. Nothing is changed there. */
export async function planApply(session: Session): Promise<void> {
  const { cluster, open } = session.store.getState()
  const { chosen } = cluster
  if (!chosen || !open) return
  const { workspace } = open.design
  const { objects, isWhole } = designToSend(workspace)
  await plan(session, chosen.context, workspace.objects, task =>
    askCluster(session, 'cluster:diff', {
      task,
      context: chosen.context,
      root: open.folder?.root ?? null,
      namespace: chosen.namespace,
      isWhole,
      objects: objects.map(object =>
        sentObject({ ...object, namespace: namespaceOnCluster(object, chosen.namespace) }),
      ),
    }),
  )
}

/** Asks what putting back the state before an apply would do. */
export async function planUndo(session: Session, undo: string): Promise<void> {
  const { chosen } = session.store.getState().cluster
  if (!chosen) return
  openDialog(session, { type: 'apply' })
  await plan(session, chosen.context, null, task => askCluster(session, 'cluster:undo-plan', { task, undo }))
}

type Ask = (task: string) => Promise<Answered<ApplyPlan>>

async function plan(session: Session, context: string, made: MadeFrom, ask: Ask): Promise<void> {
  stopPlanning(session)
  const task = newTask()
  setRun(session, { stage: 'planning', context, task })
  const answered = await ask(task)
  const { run } = session.store.getState().cluster
  if (run?.stage !== 'planning' || run.task !== task) return
  if (answered.ok) setRun(session, { stage: 'planned', plan: answered.value, made, choices: NO_CHOICES })
  else setRun(session, { stage: 'not-planned', context, failure: answered.failure })
}

type MadeFrom = PlannedRun['made']

/** Ends the making of a plan. */
export function stopPlanning(session: Session): void {
  const { run } = session.store.getState().cluster
  if (run?.stage !== 'planning') return
  cancelTask(session, run.task)
  setRun(session, null)
}

/** Forgets the plan, and the account of an apply that has ended. What is under way goes on. */
export function forgetPlan(session: Session): void {
  const { run } = session.store.getState().cluster
  if (run?.stage !== 'applying') setRun(session, null)
}

/** Whether the removed objects of the plan are deleted. */
export function choosePrune(session: Session, prune: boolean): void {
  choose(session, choices => ({ ...choices, prune }))
}

/** Whether an object's conflicts are won by the design. */
export function chooseForce(session: Session, object: ObjectId, isForced: boolean): void {
  choose(session, choices => ({ ...choices, force: withOrWithout(choices.force, object, isForced) }))
}

/** Whether an object stays in the cluster as it is. */
export function chooseLeaveOut(session: Session, object: ObjectId, isLeft: boolean): void {
  choose(session, choices => ({ ...choices, leaveOut: withOrWithout(choices.leaveOut, object, isLeft) }))
}

function withOrWithout(set: ReadonlySet<ObjectId>, object: ObjectId, isIn: boolean): ReadonlySet<ObjectId> {
  const next = new Set(set)
  if (isIn) next.add(object)
  else next.delete(object)
  return next
}

function choose(session: Session, change: (choices: PlanChoices) => PlanChoices): void {
  const { run } = session.store.getState().cluster
  if (run?.stage === 'planned' || run?.stage === 'confirming') setRun(session, { ...run, choices: change(run.choices) })
}

/** From the plan to what has to be confirmed, or back. */
export function setConfirming(session: Session, isConfirming: boolean): void {
  const { run } = session.store.getState().cluster
  if (run?.stage === 'planned' || run?.stage === 'confirming')
    setRun(session, { ...run, stage: isConfirming ? 'confirming' : 'planned' })
}

/** What the user typed, or agreed to, before a plan is carried out. */
export type Confirmed = Pick<ApplyChoices, 'confirmed' | 'confirmedLoss'>

/** Carries the plan out, once all was confirmed that has to be. */
export async function applyPlan(
  session: Session,
  { confirmed, confirmedLoss }: Confirmed = { confirmed: null, confirmedLoss: null },
): Promise<void> {
  const { run } = session.store.getState().cluster
  if (run?.stage !== 'planned' && run?.stage !== 'confirming') return
  const { plan: planned, made, choices } = run
  const task = newTask()
  const started = { says: 'Starting', done: 0, of: countPlan(planned, choices).all, results: new Map() }
  setRun(session, { stage: 'applying', plan: planned, made, choices, task, isStopping: false, ...started })
  const answered = await askCluster(session, 'cluster:apply', {
    task,
    plan: planned.plan,
    force: [...choices.force],
    leaveOut: [...choices.leaveOut],
    prune: choices.prune,
    confirmed,
    confirmedLoss,
  })
  const now = session.store.getState().cluster.run
  if (now?.stage !== 'applying' || now.task !== task) return
  if (!answered.ok) {
    setRun(session, { stage: 'not-planned', context: planned.context, failure: answered.failure })
    return tellUnseen(session, 'The apply did not start', answered.failure.message)
  }
  const outcome = answered.value
  setRun(session, { stage: 'ended', plan: planned, made, choices, outcome })
  if (outcome.undo !== null) setCluster(session, { undo: { token: outcome.undo, context: planned.context } })
  const failed = outcome.results.filter(result => result.state === 'failed').length
  if (outcome.ended === 'done') tellUnseen(session, `Applied to ${planned.context}`, null)
  else tellUnseen(session, `Not all was applied to ${planned.context}`, `${counted(failed, 'object')} failed.`)
  session.store.setState({ lastDone: `Applied to ${planned.context}` })
  void checkReach(session)
  if (outcome.undo !== null && session.store.getState().cluster.live === null) startLive(session)
}

/** What ends while nobody looks at the dialog is told by a toast that leads there. */
function tellUnseen(session: Session, title: string, text: string | null): void {
  if (session.store.getState().dialog?.type === 'apply') return
  const action = { label: 'Show', run: () => openDialog(session, { type: 'apply' }) }
  showToast(session, { tone: text === null ? 'ok' : 'error', title, text, action })
}

/** Starts nothing further; what was sent already is waited for, so that the account is exact. */
export function stopApplying(session: Session): void {
  const { run } = session.store.getState().cluster
  if (run?.stage !== 'applying' || run.isStopping) return
  cancelTask(session, run.task)
  setRun(session, { ...run, isStopping: true })
}

/** Hears how far an apply is, and forgets the plan of a design that is no longer open. Answers what ends both. */
export function followApply(session: Session): () => void {
  const stops = [
    session.host.listen('cluster:progress', progress => takeProgress(session, progress)),
    session.store.subscribe((now, before) => {
      if (now.open?.key === before.open?.key) return
      stopPlanning(session)
      stopApplying(session)
      setCluster(session, { run: null, undo: null })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function takeProgress(session: Session, { task, says, done, of, results }: ApplyProgress): void {
  const { run } = session.store.getState().cluster
  if (run?.stage !== 'applying' || run.task !== task) return
  const all = new Map(run.results)
  for (const result of results) all.set(refKey(result), result)
  setRun(session, { ...run, says, done, of, results: all })
}

function setRun(session: Session, run: ApplyRun | null): void {
  setCluster(session, { run })
}
