import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Slots } from './slots'

const writes = fc.array(fc.tuple(fc.nat(700), fc.option(fc.nat(9), { nil: undefined })), { maxLength: 20 })

it('holds what was put last into each slot, and leaves every list before as it was', () => {
  fc.assert(
    fc.property(fc.array(writes, { maxLength: 6 }), steps => {
      let slots = Slots.empty<number>()
      let model = new Map<number, number | undefined>()
      const versions = [{ slots, model }]
      for (const step of steps) {
        slots = slots.with(step)
        model = new Map([...model, ...step])
        versions.push({ slots, model })
      }
      for (const { slots, model } of versions)
        for (let slot = 0; slot <= 701; slot++) expect(slots.at(slot)).toBe(model.get(slot))
    }),
    { numRuns: 50 },
  )
})
