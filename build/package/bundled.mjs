import { readdirSync, readFileSync } from 'node:fs'

/**
 * A package whose code runs in Chartroom.
 *
 * @typedef {{
 *   readonly name: string, readonly version: string, readonly licence: string, readonly folder: string,
 *   readonly integrity: string, readonly parts: readonly string[]
 * }} Bundled `folder` is absolute; `parts` are the bundles that hold it: window, command, main, preload.
 */

/**
 * Every package that the last build put into a bundle, by name. Throws where package-lock.json doesn't list one.
 *
 * @param {string} root of the checkout
 */
export function bundledPackages(root) {
  /** @type {{ packages: Record<string, { version: string, license?: string, integrity?: string }> }} */
  const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8'))
  /** @type {Map<string, string[]>} */
  const partsOf = new Map()
  for (const file of readdirSync(`${root}/dist/bundled`).sort())
    for (const key of JSON.parse(readFileSync(`${root}/dist/bundled/${file}`, 'utf8')))
      partsOf.set(key, [...(partsOf.get(key) ?? []), file.replace('.json', '')])
  return [...partsOf]
    .map(([key, parts]) => {
      const locked = lock.packages[key]
      if (!locked?.integrity) throw new Error(`package-lock.json doesn't say what ${key} is`)
      const name = key.split('node_modules/').at(-1) ?? key
      const { version, license = 'unknown', integrity } = locked
      return { name, version, licence: license, folder: `${root}/${key}`, integrity, parts }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
