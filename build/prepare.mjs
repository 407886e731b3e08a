import { existsSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Runs after `npm ci` in a checkout: builds the command line so that `npx chartroom` starts at once. An installed package has no sources and nothing to do. */
const root = fileURLToPath(new URL('..', import.meta.url))
if (existsSync(`${root}electron/cli.ts`)) {
  const built = spawnSync(process.execPath, [`${root}build/build.mjs`, 'electron'], { stdio: 'inherit' })
  process.exit(built.status ?? 1)
}
