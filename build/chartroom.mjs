#!/usr/bin/env node
import { existsSync } from 'node:fs'

/** The `chartroom` command. In a checkout that was never built it builds the command line first, once. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`chartroom needs Node 20.19 or newer; this is ${process.version}\n`)
  process.exit(4)
}
const cli = new URL('../dist/electron/cli.js', import.meta.url)
if (!existsSync(cli)) {
  process.stderr.write('chartroom: building the command line, once …\n')
  const { spawnSync } = await import('node:child_process')
  const { fileURLToPath } = await import('node:url')
  const build = fileURLToPath(new URL('build.mjs', import.meta.url))
  const built = spawnSync(process.execPath, [build, 'electron'], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (built.status !== 0) {
    process.stderr.write('chartroom: the build failed; run `npm ci` and `npm run build` to see why\n')
    process.exit(4)
  }
}
await import(cli.href)
