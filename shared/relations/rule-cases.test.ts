import { describe, expect, it } from 'vitest'
import { findGraph } from './find'
import { objectFrom } from './objects-for-tests'
import { ruleCases } from './rule-cases.test-data'
import { ruleById, relationRules } from './rules'
import { offersFor, planUnwire, planWire, relationsBetween } from './wire'
import { objectsAfter } from './wires-for-tests'

const objectsOf = ({ objects }: (typeof ruleCases)[number]) => objects.map(data => objectFrom(data))

it('every rule has a case, and none is there twice', () => {
  expect(ruleCases.map(({ rule }) => rule).toSorted()).toEqual(relationRules.map(({ id }) => id).toSorted())
})

describe('every rule', () => {
  it.each(ruleCases)('$rule finds $to by $because', one => {
    const objects = objectsOf(one)
    const found = findGraph(objects).relations.filter(relation => relation.rule === one.rule)
    const ends = found.map(({ to, outside, from, because }) => ({
      to: outside ?? to?.replace(/ in \S+$/, ''),
      because,
      isFirst: from === objects[0]?.id,
    }))
    expect(ends).toContainEqual({
      to: one.to,
      because: [{ object: objects[0]?.id, path: one.because }],
      isFirst: true,
    })
  })
})

describe('every rule that can be wired', () => {
  const wired = ruleCases.filter(({ rule }) => ruleById(rule)?.wire !== undefined)
  it.each(wired)('$rule: Delete takes the tie out, a drag offers it and makes it, Delete restores', one => {
    const objects = objectsOf(one)
    const graph = findGraph(objects)
    const [relation] = graph.relations.filter(({ rule }) => rule === one.rule)
    if (relation?.to == null) throw new Error('No relation')
    const { rule, from, to } = relation
    const taken = planUnwire(graph, relationsBetween(graph, rule, from, to))
    const without = objectsAfter(objects, taken)
    const bare = findGraph(without)
    // A policy without a selector still covers these pods, and says so before.
    const isStill = taken.ok && taken.consequences.some(({ code }) => code === 'covers-every-pod')
    if (!isStill) expect(relationsBetween(bare, rule, from, to)).toEqual([])
    expect(offersFor(bare, from, to).map(offer => offer.rule)).toContain(rule)
    const made = objectsAfter(without, planWire(bare, rule, from, to))
    const after = findGraph(made)
    expect(relationsBetween(after, rule, from, to)).not.toEqual([])
    expect(objectsAfter(made, planUnwire(after, relationsBetween(after, rule, from, to)))).toEqual(without)
  })
})
