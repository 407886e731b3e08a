import type { ShownCommand } from '../../../shared/cluster/apply-plan'
import { explainFailure, KubectlError, notStarted, redact } from './kubectl-error'
import { startProgram } from './start'
import type { Ended } from './start'
import { createTurns } from './turns'

export type RunOptions = {
  /** What kubectl reads. Objects go this way and never as arguments, which every user of the machine can see. */
  readonly stdin?: string
  /** What standard input is, for showing: "12 objects". */
  readonly reads?: string
  /** The exit codes that are answers; anything else throws. */
  readonly expected?: readonly number[]
  readonly signal?: AbortSignal | undefined
  readonly timeoutMs?: number
  /** Values that may stand in no message: a server repeats what it refuses. */
  readonly secrets?: readonly string[]
}
export type StreamOptions = { readonly signal: AbortSignal; readonly onText: (text: string) => void }

export type Ran = { readonly exit: number; readonly stdout: string; readonly stderr: string }

export type Kubectl = {
  /** The program that runs: `kubectl` where PATH finds it. */
  readonly program: string
  /**
   * Runs kubectl with arguments passed as a list, never through a shell; at most four at once, the others wait. Throws a
   * KubectlError for an exit code that isn't expected, for a time limit, and when `signal` ends it.
   */
  run(args: readonly string[], options?: RunOptions): Promise<Ran>
  /**
   * Runs a kubectl that stays (a watch, a log, a forward) until it ends or `signal` ends it, besides the four. Settles
   * with null when it was ended or ended well, with the failure otherwise.
   */
  stream(args: readonly string[], options: StreamOptions): Promise<KubectlError | null>
  /** What a command would be, for showing and copying. */
  shown(args: readonly string[], reads?: string | null): ShownCommand
  /** The last commands, the oldest first. */
  commands(): readonly ShownCommand[]
}

export type KubectlOptions = {
  /** The program; by default CHARTROOM_KUBECTL, else the `kubectl` of PATH. */
  readonly program?: string
  /** As kubectl's own option; by default KUBECONFIG's files, as kubectl does. */
  readonly kubeconfig?: string | null
}

/** How many kubectl processes that come and go there are at most; those that stay are besides. */
export const AT_ONCE = 4
const KEPT = 200
const TIMEOUT_MS = 60_000

/** The one door to a cluster. */
export function createKubectl({ program, kubeconfig = null }: KubectlOptions = {}): Kubectl {
  const path = program ?? (process.env.CHARTROOM_KUBECTL || 'kubectl')
  const turns = createTurns(AT_ONCE)
  const ran: ShownCommand[] = []
  const withConfig = (args: readonly string[]): readonly string[] =>
    kubeconfig === null ? args : ['--kubeconfig', kubeconfig, ...args]
  const shown = (args: readonly string[], reads: string | null = null): ShownCommand => ({
    words: ['kubectl', ...withConfig(args)],
    stdin: reads,
  })
  const start = async (
    args: readonly string[],
    reads: string | null,
    options: Parameters<typeof startProgram>[2],
  ): Promise<Ended> => {
    ran.push(shown(args, reads))
    if (ran.length > KEPT) ran.shift()
    try {
      return await startProgram(path, withConfig(args), options)
    } catch (error) {
      throw notStarted(error, path, args)
    }
  }
  return {
    program: path,
    async run(args, options = {}) {
      const { signal, stdin, expected = [0], timeoutMs = TIMEOUT_MS, secrets = [] } = options
      return turns.take(async () => {
        if (signal?.aborted) throw cancelled(args)
        const texts: string[] = []
        const { exit, stderr, why } = await start(args, options.reads ?? (stdin === undefined ? null : 'objects'), {
          stdin,
          signal,
          timeoutMs,
          onText: text => void texts.push(text),
        })
        if (why === 'cancelled') throw cancelled(args)
        if (why === 'timeout') throw tookTooLong(args, timeoutMs)
        if (exit === null || !expected.includes(exit)) throw explainFailure(args, redact(stderr, secrets), exit)
        return { exit, stdout: texts.join(''), stderr: redact(stderr, secrets) }
      })
    },
    async stream(args, { signal, onText }) {
      if (signal.aborted) return null
      try {
        const { exit, stderr, why } = await start(args, null, { signal, timeoutMs: null, onText })
        return why === 'cancelled' || exit === 0 ? null : explainFailure(args, stderr, exit)
      } catch (error) {
        if (error instanceof KubectlError) return error
        throw error
      }
    },
    shown,
    commands: () => ran,
  }
}

function cancelled(args: readonly string[]): KubectlError {
  return new KubectlError('cancelled', 'It was cancelled.', args)
}

function tookTooLong(args: readonly string[], timeoutMs: number): KubectlError {
  const seconds = Math.round(timeoutMs / 1000)
  return new KubectlError(
    'timeout',
    `The cluster gave no answer in ${seconds} s. Is it running, and is your network or VPN up? Then try again.`,
    args,
  )
}
