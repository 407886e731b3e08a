import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Format, lint and types: `npm run check`. Two at a time; prints what each found, and exits with 1 if any found something.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const tools = `${root}node_modules/.bin/`
/** @type {readonly [string, string, readonly string[]][]} */
const checks = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint', ['--max-warnings', '0', '.']],
  ...['shared', 'electron', 'renderer', 'e2e', 'build'].map(
    folder => /** @type {[string, string, string[]]} */ ([`types of ${folder}`, 'tsc', ['--noEmit', '-p', folder]]),
  ),
]

/** @type {string[]} */
const failed = []
const waiting = [...checks]
await Promise.all([work(), work()])
console.log(failed.length ? `check: ${failed.join(', ')} failed` : `check: ${checks.length} passed`)
process.exit(failed.length ? 1 : 0)

async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, command, args] = next
    const { status, said } = await run(command, args)
    if (status !== 0) {
      failed.push(name)
      console.error(`${name}:\n${said}`)
    }
  }
}

/** @param {string} command @param {readonly string[]} args @returns {Promise<{ status: number | null, said: string }>} */
function run(command, args) {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [`${tools}${command}`, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', piece => (said += piece))
    child.stderr.on('data', piece => (said += piece))
    child.on('close', status => resolve({ status, said }))
  })
}
