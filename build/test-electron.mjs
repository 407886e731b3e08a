import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fetchElectron, installedElectron, whyNoWindow } from './electron-runtime.mjs'
import { buildWhereStale } from './freshness.mjs'

/**
 * `npm run test:electron [-- NAME …]`: all journeys in a window of the real Electron, and those that only it can prove.
 * Where there is no runtime, or no display for it, that is said and nothing has been tested: the exit code is 3.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const why = whyNoWindow() ?? (installedElectron() ? null : await fetchElectron())
const electron = why ? null : installedElectron()
if (!electron) {
  console.log(`test:electron: nothing was tested, for there is no Electron window here: ${why}.`)
  console.log('The same shell is tested on the stand-in by npm test (e2e/electron).')
  process.exit(3)
}
buildWhereStale()
const { status } = spawnSync(
  process.execPath,
  [
    `${root}node_modules/@playwright/test/cli.js`,
    'test',
    `--config=${root}e2e/playwright.config.ts`,
    '--workers=1',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, CHARTROOM_FRONT: 'electron', CHARTROOM_ELECTRON: electron } },
)
process.exit(status ?? 1)
