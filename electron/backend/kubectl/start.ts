import { spawn } from 'node:child_process'

/** How a program that was started ended. */
export type Ended = {
  /** Null when a signal ended it. */
  readonly exit: number | null
  readonly stderr: string
  readonly why: 'itself' | 'cancelled' | 'timeout'
}

export type StartOptions = {
  readonly stdin?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Null: as long as it takes. */
  readonly timeoutMs: number | null
  /** What it writes to standard output, as it comes. Never a character in two. */
  readonly onText: (text: string) => void
}

/** What a program may say on standard error before the rest is dropped. */
const MOST_ERRORS = 256 * 1024

/** Runs a program with its arguments as a list, never through a shell. Rejects only when it can't be started. */
export function startProgram(program: string, words: readonly string[], options: StartOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'], shell: false, windowsHide: true })
    let stderr = ''
    let why: Ended['why'] = 'itself'
    let killing: NodeJS.Timeout | null = null
    const end = (reason: Ended['why']): void => {
      why = reason
      child.kill('SIGTERM')
      // A credential plug-in may ignore the first signal.
      killing ??= setTimeout(() => child.kill('SIGKILL'), 2_000)
    }
    const cancel = (): void => end('cancelled')
    options.signal?.addEventListener('abort', cancel, { once: true })
    const timer = options.timeoutMs === null ? null : setTimeout(() => end('timeout'), options.timeoutMs)
    const settle = (): void => {
      if (timer) clearTimeout(timer)
      if (killing) clearTimeout(killing)
      options.signal?.removeEventListener('abort', cancel)
    }
    child.stdout.setEncoding('utf8').on('data', options.onText)
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (stderr.length < MOST_ERRORS) stderr += text
    })
    // The program may end before it has read everything: its exit says why.
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.stdin ?? '')
    child.once('error', error => {
      settle()
      reject(error)
    })
    child.once('close', exit => {
      settle()
      resolve({ exit, stderr, why })
    })
  })
}
