import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Builds everything that `npm pack` and `npm run dist` put into packages, from the sources as they are now. */
const root = fileURLToPath(new URL('../..', import.meta.url))
for (const args of [['build/build.mjs'], ['build/run-ts.mjs', 'build/package/write-docs.ts']]) {
  // Standard output is npm's, which may have been asked for JSON.
  const ran = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (ran.status !== 0) process.exit(ran.status ?? 1)
}
