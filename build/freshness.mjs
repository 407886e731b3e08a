import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = `${root}dist/.built`

/** Builds what runs (dist/) unless it is newer than every source. Throws with the build's exit code when that fails. */
export function buildWhereStale() {
  const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0
  const newest = Math.max(
    ...['shared', 'electron', 'renderer', 'build', 'package-lock.json'].map(name => newestIn(root + name)),
  )
  if (built > newest) return
  const startedAt = new Date()
  const ran = spawnSync(process.execPath, [`${root}build/build.mjs`], { stdio: 'inherit' })
  if (ran.status !== 0) throw new Error(`The build ended with ${ran.status}`)
  writeFileSync(stamp, `built ${startedAt.toISOString()}\n`)
}

/** @param {string} path @returns {number} the newest time of change below a path, in ms; 0 where there is none */
function newestIn(path) {
  if (!existsSync(path)) return 0
  const about = statSync(path)
  if (!about.isDirectory()) return about.mtimeMs
  let newest = 0
  for (const entry of readdirSync(path, { withFileTypes: true }))
    if (entry.name !== 'node_modules') newest = Math.max(newest, newestIn(`${path}/${entry.name}`))
  return newest
}
