import { existsSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Runs after `npm ci` in a checkout: builds the command line so that `npx chartroom` starts at once. It has nothing to do
 * in an installed package, which has no sources, and where the tools to build with were left out (`--omit=dev`).
 */
const root = fileURLToPath(new URL('..', import.meta.url))
if (existsSync(`${root}electron/cli.ts`) && existsSync(`${root}node_modules/vite`)) {
  const built = spawnSync(process.execPath, [`${root}build/build.mjs`, 'electron'], { stdio: 'inherit' })
  process.exit(built.status ?? 1)
}
