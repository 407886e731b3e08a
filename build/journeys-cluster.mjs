import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './ensure-chromium.mjs'
import { buildWhereStale } from './freshness.mjs'

/** `npm run journeys:cluster [NAME …]`: the window in a real browser on a real control plane. Needs Go, and says so. */
const root = fileURLToPath(new URL('..', import.meta.url))
buildWhereStale()
const ran = spawnSync(
  process.execPath,
  [
    `${root}node_modules/@playwright/test/cli.js`,
    'test',
    '--config=e2e/cluster/playwright.config.ts',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CHARTROOM_CHROMIUM: ensureChromium() } },
)
process.exit(ran.status ?? 1)
