import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleForNode } from '../../build/bundle-node.mjs'

/** Bundles the stand-in for the module `electron` into one file, which is there until `use` has settled. */
export async function bundleStandIn(use: (path: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-stand-in-'))
  const entry = fileURLToPath(new URL('./stand-in/electron.ts', import.meta.url))
  await bundleForNode({ entries: { electron: entry }, outDir: folder, format: 'cjs' })
  await use(join(folder, 'electron.cjs'))
  rmSync(folder, { recursive: true })
}
