import { existsSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const known = [
  process.env.CHARTROOM_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The path of a Chromium for the journeys, or 'playwright' where Playwright's own is to be used. Where none is found it
 * installs one: Debian's by apt-get as root, Playwright's own elsewhere. Throws with what to do when that fails.
 */
export function ensureChromium() {
  const there = findChromium()
  if (there) return there
  const isDebianRoot = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (isDebianRoot) {
    console.log('Installing Debian’s chromium for the journeys, once …')
    /** @type {import('node:child_process').SpawnSyncOptions} */
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-q'], quiet)
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation'], quiet)
    const installed = findChromium()
    if (installed) return installed
  }
  console.log('Installing Playwright’s Chromium for the journeys, once …')
  const ran = spawnSync(process.execPath, [`${root}node_modules/@playwright/test/cli.js`, 'install', 'chromium'], {
    stdio: 'inherit',
  })
  if (ran.status === 0) return 'playwright'
  throw new Error(
    'There is no Chromium for the journeys. Install chromium, or set CHARTROOM_CHROMIUM to the path of one.',
  )
}

function findChromium() {
  return known.find(path => path && existsSync(path)) ?? null
}
