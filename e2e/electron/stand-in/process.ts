import { version } from 'electron/package.json'
import { createLink } from './link'
import type { Answers, Link } from './link'
import { START_VARIABLE } from './contract'
import type { DesktopCalls, ElectronCalls, Start } from './contract'

/** How the test started this process. */
export const start: Start = readStart(process.env[START_VARIABLE] ?? '')
delete process.env[START_VARIABLE]

let unsent = 0

type Filled = { -readonly [N in keyof ElectronCalls]?: Answers<ElectronCalls>[N] }
const answers: Filled = {}

/** Says how a call of the desktop is answered. */
export function answer<N extends keyof ElectronCalls>(name: N, how: Filled[N]): void {
  answers[name] = how
}

/** The way to the desktop. */
export const desktop: Link<DesktopCalls> = createLink<ElectronCalls, DesktopCalls>(
  {
    send(message) {
      unsent++
      process.send?.(message, () => unsent--)
    },
    // What a person does comes one after the other: what the app does about the one is done before the next.
    listen: heard => process.on('message', message => setImmediate(heard, message)),
  },
  readAnswers(answers),
)

/** Ends the process when everything that was told has left it. */
export function endProcess(code: number): void {
  if (unsent === 0) process.exit(code)
  else setTimeout(() => endProcess(code), 5)
}

/** What must not fail silently ends the process, and with it the test. */
export function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(70)
}

// Electron tells the process what it is; another platform's ways are tried by saying so.
const is = (name: string, value: unknown): void => void Object.defineProperty(process, name, { value })
is('platform', start.platform)
is('type', 'browser')
is('versions', { ...process.versions, electron: version })

function readStart(text: string): Start {
  return JSON.parse(text) as Start
}

function readAnswers(filled: Filled): Answers<ElectronCalls> {
  return filled as Answers<ElectronCalls>
}
