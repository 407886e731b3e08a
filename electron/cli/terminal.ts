import { createInterface } from 'node:readline/promises'
import type { Readable } from 'node:stream'

/** Where a command reads and writes. A test gives its own. */
export type Terminal = {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether standard output shows colours. */
  readonly hasColour: boolean
  /** Writes to standard output, gathered into large pieces. */
  out(text: string): void
  /** Waits until what was written has left: call it now and then while writing much. */
  flush(): Promise<void>
  /** Writes a line to standard error. */
  say(line: string): void
  /** Asks a person and waits for a line; null where nobody is there to answer (a pipeline). */
  ask(question: string): Promise<string | null>
  /** Standard input. */
  readonly input: Readable
}

/** 0 done · 1 the answer is no · 2 wrong usage · 3 input missing or unreadable · 4 it failed. */
export type ExitStatus = 0 | 1 | 2 | 3 | 4

const GATHERED = 1 << 16

/** The terminal of this process. A reader that stops reading (`| head`) ends the process in silence, as it does elsewhere. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process
  let gathered = ''
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 4))
  // Where nobody reads what is said on standard error, the answer and its exit status still stand.
  stderr.on('error', () => undefined)

  const flush = async (): Promise<void> => {
    if (gathered === '') return
    const text = gathered
    gathered = ''
    if (!stdout.write(text)) await new Promise<void>(resolve => stdout.once('drain', resolve))
  }
  return {
    cwd: process.cwd(),
    env,
    hasColour: stdout.isTTY === true && !env.NO_COLOR,
    out(text) {
      gathered += text
      if (gathered.length > GATHERED) {
        stdout.write(gathered)
        gathered = ''
      }
    },
    flush,
    say: line => void stderr.write(`${line}\n`),
    async ask(question) {
      if (!stdin.isTTY || !stderr.isTTY) return null
      await flush()
      const lines = createInterface({ input: stdin, output: stderr })
      try {
        return await lines.question(question)
      } finally {
        lines.close()
      }
    },
    input: stdin,
  }
}
