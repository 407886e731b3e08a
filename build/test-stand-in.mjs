import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './ensure-chromium.mjs'
import { buildWhereStale } from './freshness.mjs'

/**
 * `npm run test:stand-in [-- NAME …]`: all journeys on the built main process and preload, with the stand-in for Electron.
 * `npm test` runs there only those that concern the shell: the others are the same in a browser, and cost minutes.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
buildWhereStale()
const { status } = spawnSync(
  process.execPath,
  [
    `${root}node_modules/@playwright/test/cli.js`,
    'test',
    `--config=${root}e2e/playwright.config.ts`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, CHARTROOM_FRONT: 'stand-in', CHARTROOM_CHROMIUM: ensureChromium() } },
)
process.exit(status ?? 1)
