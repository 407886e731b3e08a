import { createHash } from 'node:crypto'

/** @typedef {import('./bundled.mjs').Bundled} Bundled */
/** @typedef {{ readonly name: string, readonly version: string, readonly license: string, readonly description: string }} Product */

/**
 * What a package is made of, in CycloneDX 1.6: the bundled npm packages, and Electron where `electron` names its version.
 * The same inputs give the same text.
 *
 * @param {Product} product @param {readonly Bundled[]} bundled @param {string | null} electron
 */
export function billOfMaterials(product, bundled, electron) {
  const own = purlOf(product.name, product.version)
  const components = bundled.map(componentOf)
  if (electron !== null)
    components.push({
      ...{ type: 'framework', name: 'electron', version: electron, purl: purlOf('electron', electron) },
      ...{
        'bom-ref': purlOf('electron', electron),
        licenses: [{ license: { id: 'MIT' } }],
        hashes: [],
        properties: [],
      },
    })
  const content = {
    metadata: {
      component: {
        ...{ type: 'application', name: product.name, version: product.version, description: product.description },
        ...{ 'bom-ref': own, purl: own, licenses: [{ license: { id: product.license } }] },
      },
    },
    components,
    dependencies: [{ ref: own, dependsOn: components.map(component => component['bom-ref']) }],
  }
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  const format = { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: `urn:uuid:${uuidOf(digest)}`, version: 1 }
  return `${JSON.stringify({ ...format, ...content }, null, 2)}\n`
}

/** @param {Bundled} bundled */
function componentOf({ name, version, licence, integrity, parts }) {
  const purl = purlOf(name, version)
  return {
    ...{ type: 'library', name, version, purl, 'bom-ref': purl, licenses: [{ license: { id: licence } }] },
    hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex') }],
    properties: [{ name: 'chartroom:bundled-in', value: parts.join(' ') }],
  }
}

/** @param {string} name @param {string} version */
function purlOf(name, version) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

/** A UUID made of a digest (RFC 9562, version 8). */
function uuidOf(/** @type {string} */ digest) {
  const hex = `${digest.slice(0, 12)}8${digest.slice(13, 16)}8${digest.slice(17, 32)}`
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
