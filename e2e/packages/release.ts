import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The one file of release/ whose name ends so. Throws where `npm run dist` made none. */
export function madeFile(ending: string): string {
  const release = resolve('release')
  const found = existsSync(release)
    ? readdirSync(release, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith(ending))
    : []
  const [only, another] = found
  if (only === undefined || another !== undefined)
    throw new Error(`release/ holds ${found.length} files that end in ${ending}: run npm run dist first`)
  return join(release, only)
}
