import { Readable } from 'node:stream'
import { runChartroom } from './main'
import type { ExitStatus } from './terminal'

/** What a command line printed and how it ended. */
export type Ran = { readonly status: ExitStatus; readonly out: string; readonly err: string }

/** Runs `chartroom` in a folder, in this process. */
export async function chartroom(cwd: string, args: readonly string[], input = ''): Promise<Ran> {
  let out = ''
  let err = ''
  const status = await runChartroom(args, {
    cwd,
    env: { CHARTROOM_DEBUG: '1' },
    hasColour: false,
    out: text => void (out += text),
    flush: async () => undefined,
    say: line => void (err += `${line}\n`),
    ask: async () => null,
    input: Readable.from([Buffer.from(input)]),
  })
  return { status, out, err }
}
