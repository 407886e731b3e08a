import { spawn, spawnSync } from 'node:child_process'

/** Why there is no Go here, or null. Suites that need the control plane say this when they are skipped. */
export function whyNoGo(): string | null {
  const asked = spawnSync('go', ['version'], { encoding: 'utf8' })
  return asked.status === 0 ? null : 'there is no Go on this machine, and the control plane is built with it'
}

/** Where a Go module's files lie, fetched when they aren't here yet. Throws with Go's own words. */
export function moduleFolder(path: string, version: string): string {
  const asked = spawnSync('go', ['mod', 'download', '-json', `${path}@${version}`], { encoding: 'utf8' })
  const answer: unknown = asked.stdout ? JSON.parse(asked.stdout) : null
  if (asked.status === 0 && typeof answer === 'object' && answer && 'Dir' in answer && typeof answer.Dir === 'string')
    return answer.Dir
  throw new Error(`go mod download ${path}@${version}: ${asked.stdout}${asked.stderr}`)
}

/** Runs `go` and tells how far it is: Go names each package that it compiles. Throws with the end of what it said. */
export async function runGo(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly onPackage?: (count: number) => void },
): Promise<void> {
  const child = spawn('go', args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  let packages = 0
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', (piece: string) => {
    said = (said + piece).slice(-4000)
    packages += piece.split('\n').length - 1
    options.onPackage?.(packages)
  })
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (status !== 0) throw new Error(`go ${args.join(' ')} ended with ${status}:\n${said}`)
}
