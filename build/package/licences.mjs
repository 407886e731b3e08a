import { readdirSync, readFileSync } from 'node:fs'

/** @typedef {import('./bundled.mjs').Bundled} Bundled */

/** Licences whose code may run in Chartroom: what they ask for is their text beside it, which `licenceTexts` gives. */
export const allowedLicences = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'OFL-1.1']

/** Data that is no npm package, and came into shared/kinds/schemas/data from the servers that build/schemas asks. */
const data = `Descriptions of kinds, from the API definitions of Kubernetes, Istio, Gateway API and Argo Rollouts.
Apache-2.0, whose text is in LICENSE beside this file.
`

/**
 * The licences of everything that is bundled, with their texts: THIRD-PARTY-LICENCES.txt of every package.
 * Throws where a licence is none of the allowed.
 *
 * @param {readonly Bundled[]} bundled
 */
export function licenceTexts(bundled) {
  const other = bundled.filter(({ licence }) => !allowedLicences.includes(licence))
  if (other.length > 0)
    throw new Error(`Not allowed in a package: ${other.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`)
  const sections = bundled.map(one => `${one.name} ${one.version}, ${one.licence}\n\n${textOf(one)}`)
  return [data, ...sections].join(`\n${'-'.repeat(80)}\n\n`)
}

/** @param {Bundled} bundled */
function textOf({ folder, licence, name }) {
  const files = readdirSync(folder).filter(file => /^(licen[cs]e|copying|notice)(\.|-|$)/i.test(file))
  if (files.length === 0) return `${name} comes without the text of its licence; SPDX calls it ${licence}.\n`
  return files.map(file => `${readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n').trim()}\n`).join('\n')
}
