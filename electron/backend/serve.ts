import { calls, isCallName } from '../../shared/host'
import type { CallName, Handlers, Input, Output, Reply } from '../../shared/host'
import { ShapeError } from '../../shared/shape'
import { KubectlError } from './kubectl/kubectl-error'
import { errorCode, failureOf } from './files/failure'

/** A window asked for something that the user did not open to it. Becomes the reply `denied`. */
export class Denied extends Error {}

/** Answers one call of a window, whatever it sent: a failure is a reply, never an exception. */
export async function answerCall(handlers: Handlers, name: string, raw: unknown): Promise<Reply<unknown>> {
  if (!isCallName(name)) return { ok: false, code: 'bad-request', message: `There is no call ${name}.` }
  try {
    return { ok: true, value: await handle(handlers, name, raw) }
  } catch (error) {
    if (error instanceof ShapeError) return { ok: false, code: 'bad-request', message: `${name}: ${error.message}.` }
    if (error instanceof Denied) return { ok: false, code: 'denied', message: error.message }
    if (error instanceof KubectlError) return { ok: false, code: error.code, message: error.message }
    if (errorCode(error) !== null) return { ok: false, ...failureOf(error, pathOf(error)) }
    return { ok: false, code: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

function handle<N extends CallName>(handlers: Handlers, name: N, raw: unknown): Promise<Output<N>> {
  const read: (raw: unknown) => Input<N> = readerOf(name)
  return handlers[name](read(raw))
}

/** The contract says that a call's reader gives its input; the compiler can't follow that through the table. */
function readerOf<N extends CallName>(name: N): (raw: unknown) => Input<N> {
  return calls[name].read as (raw: unknown) => Input<N>
}

function pathOf(error: unknown): string {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : 'It'
}
