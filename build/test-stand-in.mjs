import { ensureChromium } from './ensure-chromium.mjs'
import { buildWhereStale } from './freshness.mjs'
import { runJourneys } from './run-journeys.mjs'

/**
 * `npm run test:stand-in [-- NAME …]`: all journeys on the built main process and preload, with the stand-in for Electron.
 * `npm test` runs there only those that concern the shell: the others are the same in a browser, and cost minutes.
 */
buildWhereStale()
const front = { CHARTROOM_FRONT: 'stand-in', CHARTROOM_CHROMIUM: ensureChromium() }
process.exit(runJourneys(front, process.argv.slice(2)))
