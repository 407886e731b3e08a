import { fetchElectron, installedElectron, whyNoWindow } from './electron-runtime.mjs'
import { buildWhereStale } from './freshness.mjs'
import { runJourneys } from './run-journeys.mjs'

/**
 * `npm run test:electron [-- NAME …]`: all journeys in a window of the real Electron, and those that only it can prove.
 * Where there is no runtime, or no display for it, that is said and nothing has been tested: the exit code is 3.
 */
const why = whyNoWindow() ?? (installedElectron() ? null : await fetchElectron())
const electron = why ? null : installedElectron()
if (!electron) {
  console.log(`test:electron: nothing was tested, for there is no Electron window here: ${why}.`)
  console.log('The same shell is tested on the stand-in by npm test (e2e/electron).')
  process.exit(3)
}
buildWhereStale()
const front = { CHARTROOM_FRONT: 'electron', CHARTROOM_ELECTRON: electron }
process.exit(runJourneys(front, ['--workers=1', ...process.argv.slice(2)]))
