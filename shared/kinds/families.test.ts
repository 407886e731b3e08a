import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { families } from './families'
import { allKinds, kindRow } from './kinds'

const drawn = new Set(
  [...readFileSync(new URL('../picture/icons.svg', import.meta.url), 'utf8').matchAll(/<symbol id="([^"]+)"/g)].map(
    match => match[1],
  ),
)

describe('families', () => {
  it('has the nine families once, and every kind in one of them', () => {
    expect(families.length).toBe(9)
    expect(new Set(families.map(row => row.family)).size).toBe(9)
    for (const row of allKinds()) expect(families.map(each => each.family)).toContain(row.family)
  })
  it('names only icons that are drawn', () => {
    for (const row of [...allKinds(), ...families, kindRow('example.com', 'Unknown')]) expect(drawn).toContain(row.icon)
  })
})
