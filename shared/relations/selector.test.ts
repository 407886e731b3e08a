import { describe, expect, it } from 'vitest'
import { labelSelector, labelsOf, mapSelector, matches, requiredPairs } from './selector'

const labels = labelsOf({ labels: { app: 'web', tier: 'front', empty: '' } })

describe('a plain map of labels', () => {
  it('asks for all of its pairs', () => {
    expect(matches(mapSelector({ app: 'web', tier: 'front' }), labels)).toBe(true)
    expect(matches(mapSelector({ app: 'web', tier: 'back' }), labels)).toBe(false)
    expect(matches(mapSelector({ app: 'web', release: 'r1' }), labels)).toBe(false)
  })
  it('tells an empty value from an absent label', () => {
    expect(matches(mapSelector({ empty: '' }), labels)).toBe(true)
    expect(matches(mapSelector({ absent: '' }), labels)).toBe(false)
  })
})

describe('a LabelSelector', () => {
  const expression = (key: string, operator: string, values?: readonly string[]) =>
    labelSelector({ matchExpressions: [values === undefined ? { key, operator } : { key, operator, values }] })

  it('needs labels and expressions together', () => {
    const both = { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'tier', operator: 'In', values: ['back'] }] }
    expect(matches(labelSelector(both), labels)).toBe(false)
    expect(matches(labelSelector({ ...both, matchExpressions: [] }), labels)).toBe(true)
  })
  it('In needs the key with one of the values', () => {
    expect(matches(expression('app', 'In', ['api', 'web']), labels)).toBe(true)
    expect(matches(expression('absent', 'In', ['web']), labels)).toBe(false)
  })
  it('NotIn holds where the key is absent', () => {
    expect(matches(expression('app', 'NotIn', ['web']), labels)).toBe(false)
    expect(matches(expression('app', 'NotIn', ['api']), labels)).toBe(true)
    expect(matches(expression('absent', 'NotIn', ['web']), labels)).toBe(true)
  })
  it('Exists and DoesNotExist look at the key alone', () => {
    expect(matches(expression('empty', 'Exists'), labels)).toBe(true)
    expect(matches(expression('absent', 'Exists'), labels)).toBe(false)
    expect(matches(expression('absent', 'DoesNotExist'), labels)).toBe(true)
    expect(matches(expression('app', 'DoesNotExist'), labels)).toBe(false)
  })
  it('selects nothing where the API server would refuse it', () => {
    expect(matches(expression('app', 'Is', ['web']), labels)).toBe(false)
    expect(matches(expression('app', 'In', []), labels)).toBe(false)
    expect(matches(labelSelector({ matchExpressions: ['app'] }), labels)).toBe(false)
  })
  it('without terms matches everything, pods without labels too', () => {
    expect(matches(labelSelector({}), labelsOf({}))).toBe(true)
  })
})

it('an In of one value is a pair that an index can look up, of two is not', () => {
  const selector = labelSelector({
    matchLabels: { app: 'web' },
    matchExpressions: [
      { key: 'tier', operator: 'In', values: ['front'] },
      { key: 'zone', operator: 'In', values: ['a', 'b'] },
    ],
  })
  expect(requiredPairs(selector)).toEqual([
    ['app', 'web'],
    ['tier', 'front'],
  ])
})
