import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/')

/**
 * Where package-lock.json lists the package of a module (`node_modules/yaml`), or null for a module of ours.
 *
 * @param {string} moduleId an absolute path, perhaps with a query
 */
export function lockKeyOf(moduleId) {
  const path = moduleId.replaceAll('\\', '/')
  if (!path.startsWith(`${root}node_modules/`)) return null
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.slice(root.length))?.[0] ?? null
}

/**
 * Writes which packages a bundle holds code of, by their keys in package-lock.json: what licences and the bill of materials are made from.
 *
 * @param {string} file
 * @returns {import('vite').Plugin}
 */
export function noteBundled(file) {
  return {
    name: 'note-bundled',
    apply: 'build',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap(part => (part.type === 'chunk' ? part.moduleIds : []))
      // Styles end in assets, and with them the fonts that they name: no chunk holds those.
      const styles = [...this.getModuleIds()].filter(id => /\.css(\?|$)/.test(id))
      const keys = new Set([...modules, ...styles].map(lockKeyOf).filter(key => key !== null))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `${JSON.stringify([...keys].sort(), null, 2)}\n`)
    },
  }
}
