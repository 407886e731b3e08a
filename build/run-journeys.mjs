import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs the journeys that `args` names (all without a name) on the front that `env` names, their output on this terminal.
 * @param {Readonly<Record<string, string>>} env
 * @param {readonly string[]} args
 * @returns {number} the exit status
 */
export function runJourneys(env, args) {
  const cli = `${root}node_modules/@playwright/test/cli.js`
  const ran = spawnSync(process.execPath, [cli, 'test', `--config=${root}e2e/playwright.config.ts`, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return ran.status ?? 1
}
