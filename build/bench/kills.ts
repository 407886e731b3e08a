import { spawnSync } from 'node:child_process'

/**
 * `npm run bench kills [COUNT]`: processes that save a manifest and that keep unsaved work, killed at random moments.
 * Each time the file must be the old one or the new one, whole. It is the test of `npm test`, with more kills.
 */
const count = process.argv[2] ?? '1000'
const ran = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--config=build/vitest.config.ts', 'electron/backend/kills.test.ts'],
  { stdio: 'inherit', env: { ...process.env, CHARTROOM_KILLS: count } },
)
process.exit(ran.status ?? 1)
