import type { CallName, Input, Output, ReplyCode } from '../../../shared/host'
import type { Session } from '../session'
import type { ClusterState } from './cluster-state'

/** Why something could not be asked of a cluster: a stable code, and a sentence that says what to try. */
export type Failure = { readonly code: ReplyCode; readonly message: string }

/** What a cluster answered, or why it did not. */
export type Answered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

/** Asks the host about a cluster. */
export async function askCluster<N extends Extract<CallName, `cluster:${string}`>>(
  session: Session,
  name: N,
  input: Input<N>,
): Promise<Answered<Output<N>>> {
  const reply = await session.host.ask(name, input)
  return reply.ok ? reply : { ok: false, failure: { code: reply.code, message: reply.message } }
}

/** A name for something that can be cancelled or that sends notices. */
export function newTask(): string {
  return crypto.randomUUID()
}

/** Ends a task that is under way; one that has ended is not hurt. */
export function cancelTask(session: Session, task: string): void {
  void session.host.ask('cluster:cancel', { task })
}

/** Changes what the window knows of clusters. */
export function setCluster(session: Session, change: Partial<ClusterState>): void {
  session.store.setState(state => ({ cluster: { ...state.cluster, ...change } }))
}
