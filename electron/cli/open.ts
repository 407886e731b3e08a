import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { errorCode, failureOf } from '../backend/files/failure'
import { lastOpen } from '../backend/settings'
import { startBrowserHost } from '../browser-host'
import { NotBuilt } from '../browser/pages'
import type { CommandCall } from './command'
import type { ExitStatus } from './terminal'

/** `open [PATH]`: the window in a browser, until its last tab is closed or the command is interrupted. */
export async function runOpen({ words, options, terminal, misused }: CommandCall): Promise<ExitStatus> {
  const port = Number(options.text('port') ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65535) return misused('--port takes a number from 0 to 65535.')
  const folders: string[] = []
  for (const word of words) {
    try {
      folders.push(await realpath(resolve(terminal.cwd, word)))
    } catch (error) {
      terminal.say(`chartroom open: ${failureOf(error, word).message}`)
      return 3
    }
  }
  try {
    const host = await startBrowserHost({
      folders: folders.length > 0 ? folders : await lastOpen(),
      port,
      open: !options.has('no-open'),
      stay: options.has('stay'),
    })
    terminal.out(`Chartroom is at ${host.url}\n`)
    await terminal.flush()
    const stop = (): void => void host.close()
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
    await host.closed
    return 0
  } catch (error) {
    const why = whyNotStarted(error, port)
    if (why === null) throw error
    terminal.say(`chartroom open: ${why}`)
    return 4
  }
}

/** What a person can do something about, as a sentence; null for anything else. */
function whyNotStarted(error: unknown, port: number): string | null {
  if (error instanceof NotBuilt) return `${error.message} Run npm run build.`
  if (errorCode(error) === 'EADDRINUSE') return `port ${port} is taken. Choose another, or leave --port out.`
  return errorCode(error) === 'EACCES' ? `port ${port} is not for you. Choose one above 1023.` : null
}
