import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lockKeyOf } from '../note-bundled.mjs'
import { billOfMaterials } from './bill-of-materials.mjs'
import { allowedLicences, licenceTexts } from './licences.mjs'

const root = new URL('../..', import.meta.url).pathname
const bundled = (name: string, licence: string) => ({
  ...{ name, version: '1.2.3', licence, folder: `${root}node_modules/${name}`, parts: ['window', 'command'] },
  integrity: `sha512-${Buffer.alloc(64, 7).toString('base64')}`,
})

describe('DEPENDENCIES.md', () => {
  const { devDependencies, dependencies = {} } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  const rows = readFileSync(`${root}build/DEPENDENCIES.md`, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .map(line => line.split('|').map(cell => cell.trim()))
    .map(([, name = '', why, size, keeper, licence]) => ({
      name: name.replaceAll('`', ''),
      why,
      size,
      keeper,
      licence,
    }))

  it('has one line for each dependency, and none for anything else', () => {
    expect(rows.map(({ name }) => name)).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort())
  })

  it('says of each why it is there, how big it is, who keeps it, and the licence that it has', () => {
    for (const { name, why, size, keeper, licence } of rows) {
      expect(why?.length, name).toBeGreaterThan(10)
      expect(size, name).toMatch(/^[\d.]+ [kM]B$/)
      expect(keeper, name).toMatch(/\w/)
      expect(licence, name).toBe(JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, 'utf8')).license)
    }
  })
})

describe('lockKeyOf', () => {
  it('names the innermost package of a module, and none for a module of ours', () => {
    expect(lockKeyOf(`${root}node_modules/yaml/dist/index.js?commonjs`)).toBe('node_modules/yaml')
    expect(lockKeyOf(`${root}node_modules/@a/b/x.js`)).toBe('node_modules/@a/b')
    expect(lockKeyOf(`${root}node_modules/@a/b/node_modules/c/x.js`)).toBe('node_modules/@a/b/node_modules/c')
    expect(lockKeyOf(`${root}shared/text/splice.ts`)).toBeNull()
    expect(lockKeyOf('/elsewhere/node_modules/yaml/x.js')).toBeNull()
  })
})

describe('the licences of a package', () => {
  it('hold the text of each', () => {
    const texts = licenceTexts([bundled('yaml', 'ISC'), bundled('react', 'MIT')])
    expect(texts).toContain('yaml 1.2.3, ISC')
    expect(texts).toContain('Copyright Eemeli Aro')
    expect(texts).toContain('Copyright (c) Meta Platforms')
  })

  it('refuse what may not be given on', () => {
    expect(() => licenceTexts([bundled('yaml', 'GPL-3.0-only')])).toThrow('yaml (GPL-3.0-only)')
    expect(allowedLicences).not.toContain('unknown')
  })
})

describe('the bill of materials', () => {
  const product = { name: 'chartroom', version: '0.1.0', license: 'Apache-2.0', description: 'x' }

  it('names what is bundled by package, hash and part, and Electron where it is inside', () => {
    const bill = JSON.parse(billOfMaterials(product, [bundled('@a/b', 'MIT')], '45.4.1'))
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 })
    expect(bill.components).toMatchObject([
      {
        purl: 'pkg:npm/%40a/b@1.2.3',
        licenses: [{ license: { id: 'MIT' } }],
        hashes: [{ alg: 'SHA-512', content: '07'.repeat(64) }],
        properties: [{ value: 'window command' }],
      },
      { purl: 'pkg:npm/electron@45.4.1' },
    ])
    expect(bill.dependencies[0].dependsOn).toEqual(['pkg:npm/%40a/b@1.2.3', 'pkg:npm/electron@45.4.1'])
  })

  it('is the same for the same inputs, and another for others', () => {
    const bill = (name: string): string => billOfMaterials(product, [bundled(name, 'MIT')], null)
    expect(bill('a')).toBe(bill('a'))
    const serialOf = (text: string): string => JSON.parse(text).serialNumber
    expect(serialOf(bill('a'))).not.toBe(serialOf(bill('b')))
    expect(serialOf(bill('a'))).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
  })
})

describe('installing from a checkout', () => {
  it('needs no install script of a dependency', () => {
    const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'))
    const scripted = Object.entries<{ readonly hasInstallScript?: boolean; readonly optional?: boolean }>(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([key]) => key)
    // It serves Squirrel installers, which Chartroom doesn't make.
    expect(scripted).toEqual(['node_modules/electron-winstaller'])
  })
})
