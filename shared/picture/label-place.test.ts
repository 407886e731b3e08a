import { expect, it } from 'vitest'
import { labelPlaces } from './label-place'

const line = (says: string, ...xs: readonly number[]) => ({ says, route: xs.map(x => ({ x, y: 100 })) })

it('puts words over each other where they would cover each other, whichever way their lines go', () => {
  const [to, back, far] = labelPlaces([line('selects', 0, 200), line('is known by', 200, 0), line('mounts', 500, 700)])
  expect([to!.at.y, back!.at.y]).toEqual([91.5, 108.5])
  expect(far).toEqual({ at: { x: 600, y: 100 }, fits: true })
})

it('has no place for words that are longer than their run', () => {
  expect(labelPlaces([line('selects', 0, 30)])[0]!.fits).toBe(false)
})
