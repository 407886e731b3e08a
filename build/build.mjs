import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { bundleForNode } from './bundle-node.mjs'
import { writeLibraryTypes } from './library-types.mjs'

/** Everything that runs: `node build/build.mjs [renderer] [electron]`, both without a word. */
const root = fileURLToPath(new URL('..', import.meta.url))
const wanted = process.argv.slice(2)
const wants = (/** @type {string} */ part) => wanted.length === 0 || wanted.includes(part)

if (wants('electron')) await buildElectron()
if (wants('renderer')) await build({ configFile: `${root}build/vite.renderer.mjs` })

async function buildElectron() {
  rmSync(`${root}dist/electron`, { recursive: true, force: true })
  const entry = (/** @type {string} */ name) => `${root}electron/${name}.ts`
  await bundleForNode({
    entries: { cli: entry('cli'), 'browser-host': entry('browser-host'), library: entry('library') },
    outDir: `${root}dist/electron`,
    format: 'es',
    bundleDependencies: true,
    notes: `${root}dist/bundled/command.json`,
  })
  // A sandboxed preload may require nothing but electron, and Electron loads it and the main script as CommonJS.
  for (const name of ['main', 'preload'])
    if (existsSync(entry(name)))
      await bundleForNode({
        entries: { [name]: entry(name) },
        outDir: `${root}dist/electron`,
        format: 'cjs',
        bundleDependencies: true,
        notes: `${root}dist/bundled/${name}.json`,
      })
  writeLibraryTypes()
}
