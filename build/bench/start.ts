import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * `npm run bench:start`: how much longer the command line takes to start and answer than a bare `node`, which does nothing.
 * The promise is less than 150 ms. Rounds take turns, and the fastest counts. On a busy machine a run waits for others too,
 * so that what it worked, the processor's time, counts where it is less.
 */
const PROMISED = 150
const ROUNDS = 15
const program = resolve('build/chartroom.mjs')
const folder = mkdtempSync(join(tmpdir(), 'chartroom-start-'))
const pod = join(folder, 'pod.yaml')
writeFileSync(
  pod,
  'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: web, image: "nginx:1.29"}]\n',
)

// Loaded before the program, bare node included: at the end it says on file descriptor 3 what the process worked.
const meter = join(folder, 'meter.cjs')
writeFileSync(
  meter,
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); require('node:fs').writeSync(3, String(user + system)) })",
)

const runs: readonly (readonly [string, readonly string[]])[] = [
  ['bare node', ['--eval', '0']],
  ...['--version', '--help', 'completion bash', `read ${pod} --json`, `graph ${pod} --json`, `check ${pod}`].map(
    line => [`chartroom ${line.replace(pod, 'pod.yaml')}`, [program, ...line.split(' ')]] as const,
  ),
]

type Took = { readonly wall: number; readonly work: number }

/** What one run takes, in ms. Throws where it doesn't answer. */
function timeOf(args: readonly string[]): Took {
  const from = performance.now()
  const { status, stderr, output } = spawnSync(process.execPath, ['--require', meter, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const wall = performance.now() - from
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return { wall, work: Number(output[3]) / 1000 }
}

try {
  if (!existsSync(resolve('dist/electron/cli.js'))) timeOf([program, '--version'])
  const fastest = runs.map((): Took => ({ wall: Infinity, work: Infinity }))
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, [, args]] of runs.entries()) {
      const { wall, work } = timeOf(args)
      fastest[i] = { wall: Math.min(fastest[i]!.wall, wall), work: Math.min(fastest[i]!.work, work) }
    }
  const bare = fastest[0]!
  let isKept = true
  for (const [i, [name]] of runs.entries()) {
    const { wall, work } = fastest[i]!
    if (Math.min(wall - bare.wall, work - bare.work) >= PROMISED) isKept = false
    const over =
      i === 0
        ? ''
        : `: ${(wall - bare.wall).toFixed(0)} ms more on the clock, ${(work - bare.work).toFixed(0)} ms more work`
    console.log(`${name.padEnd(30)} ${wall.toFixed(0).padStart(4)} ms${over}`)
  }
  console.log(isKept ? `All start in less than ${PROMISED} ms over bare node.` : `Not all keep ${PROMISED} ms.`)
  process.exitCode = isKept ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
