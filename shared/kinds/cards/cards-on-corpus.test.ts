import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isList, isMap, listAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import { plainOf } from '../../yaml/meaning'
import { readFile } from '../../yaml/read/read-file'
import { allKinds, kindOfData } from '../kinds'
import { pinnedKeys } from '../pinned-fields'
import { containersOf, podTemplateOf } from '../pod-template'

const corpus = process.env['CHARTROOM_CORPUS'] ?? fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
const isThere = existsSync(corpus)
if (!isThere) console.warn(`Skipped: no corpus at ${corpus}; CHARTROOM_CORPUS can name it`)

const isManifest = /\.(ya?ml|json)$/

function corpusObjects(): PlainMap[] {
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(path => isManifest.test(path))
  return files.flatMap(path => {
    const text = readFileSync(join(corpus, path), 'utf8')
    return readFile(text).flatMap(reading => {
      const meaning = plainOf(text, reading.root)
      if (!meaning.ok || !isMap(meaning.value)) return []
      const items = listAt(meaning.value, 'items').filter(isMap)
      return items.length > 0 ? items : [meaning.value]
    })
  })
}

function secretTexts(secret: PlainMap): string[] {
  return ['data', 'stringData'].flatMap(field => {
    const entries = secret[field]
    return isMap(entries) ? Object.values(entries).filter(value => typeof value === 'string' && value.length > 3) : []
  }) as string[]
}

describe.skipIf(!isThere)('the cards of the corpus', () => {
  const objects = isThere ? corpusObjects() : []

  it('are one to six lines of words for every object, and never throw', () => {
    expect(objects.length).toBeGreaterThan(2000)
    for (const object of objects) {
      const lines = kindOfData(object).cardLines(object)
      const about = JSON.stringify(object).slice(0, 300)
      expect(lines.length, about).toBeGreaterThanOrEqual(1)
      expect(lines.length, about).toBeLessThanOrEqual(6)
      for (const line of lines) expect(line.text, about).not.toMatch(/undefined|NaN|\[object|^\s|\s$|\n|^$/)
    }
  })

  it('never show a value of a Secret', () => {
    const secrets = objects.filter(object => object['kind'] === 'Secret')
    expect(secrets.length).toBeGreaterThan(20)
    for (const secret of secrets)
      for (const value of secretTexts(secret))
        for (const line of kindOfData(secret).cardLines(secret)) expect(line.text).not.toContain(value)
  })

  it('have a container for each one in the manifest', () => {
    let containers = 0
    for (const object of objects) {
      const template = podTemplateOf(object)
      for (const { path, role } of template === null ? [] : containersOf(template.spec)) {
        containers += 1
        const place = [...template!.path, 'spec', ...path]
        if (role !== 'ephemeral') expect(pinnedKeys(kindOfData(object), place)).toContain('image')
      }
    }
    expect(containers).toBeGreaterThan(500)
  })
})

describe('cards of anything', () => {
  const odd: fc.Arbitrary<PlainValue> = fc.constantFrom<PlainValue>(null, true, -1, '', 'x', [], {}, [null], [{}], [[]])

  /** The same data with a value somewhere replaced by an odd one. */
  function spoiled(value: PlainValue, path: readonly number[], by: PlainValue): PlainValue {
    const [step, ...rest] = path
    if (step === undefined) return by
    if (isList(value) && value.length > 0) {
      const at = step % value.length
      return value.map((item, index) => (index === at ? spoiled(item, rest, by) : item))
    }
    if (!isMap(value) || Object.keys(value).length === 0) return by
    const keys = Object.keys(value)
    const key = keys[step % keys.length]!
    return { ...value, [key]: spoiled(value[key]!, rest, by) }
  }

  it('never throw on a manifest with a value of the wrong sort anywhere', () => {
    const rows = allKinds().filter(row => row.starter !== null)
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.array(fc.nat(20), { maxLength: 8 }), odd, (row, path, by) => {
        const text = row.starter!({ name: 'web', namespace: null })
        const meaning = plainOf(text, readFile(text)[0]!.root)
        const object = meaning.ok ? spoiled(meaning.value, path, by) : null
        if (!isMap(object)) return
        const lines = row.cardLines(object)
        expect(lines.length >= 1 && lines.length <= 6).toBe(true)
        for (const line of lines) expect(line.text.trim()).not.toBe('')
        podTemplateOf(object)
      }),
      { numRuns: 2000 },
    )
  })
})
