import { mkdirSync, rmSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleForNode } from './bundle-node.mjs'

/** `node build/run-ts.mjs FILE.ts [ARGUMENTS]`: bundles one TypeScript file and runs it in this Node. */
const root = fileURLToPath(new URL('..', import.meta.url))
const [file, ...rest] = process.argv.slice(2)
if (!file) {
  console.error('usage: node build/run-ts.mjs FILE.ts [ARGUMENTS]')
  process.exit(2)
}
const name = basename(file, '.ts')
const outDir = `${root}dist/run/${name}-${process.pid}`
mkdirSync(outDir, { recursive: true })
await bundleForNode({ entries: { [name]: resolve(file) }, outDir, format: 'es' })
const nodeFlags = (process.env.CHARTROOM_NODE_FLAGS ?? '').split(' ').filter(Boolean)
const child = spawn(process.execPath, [...nodeFlags, `${outDir}/${name}.js`, ...rest], { stdio: 'inherit' })
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal))
child.on('exit', status => {
  rmSync(outDir, { recursive: true, force: true })
  process.exit(status ?? 1)
})
