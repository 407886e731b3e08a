import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shared, weightOf } from '../../relations/weights'
import { designOf, done, refused, textsOf, type Done } from '../design.test-data'
import { setWeight } from './set-weight'

const mesh = (route: string): ReturnType<typeof designOf> =>
  designOf({
    'routes.yaml': `
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: r}
      spec:
        hosts: [a]
        http:
        - route:${route}
    `,
  })

const three = `
          - destination: {host: a}
            weight: 60 # mostly
          - destination: {host: b}
            weight: 30
          - destination: {host: c}
            weight: 10`

function setTo(design: ReturnType<typeof designOf>, host: string, weight: number): Done {
  const relation = design.graph.relations.find(
    ({ rule, missing }) => rule.endsWith('-routes-to-service') && missing?.name === host,
  )!
  return done(design, setWeight(design, { relation, weight }))
}

const weights = ({ after }: Done): readonly string[] =>
  [...textsOf(after)['routes.yaml']!.matchAll(/weight: (.*)/g)].map(match => match[1]!)

describe('the weight of an Istio route', () => {
  it('leaves the rest to the others, in their proportions, and every other byte', () => {
    expect(weights(setTo(mesh(three), 'a', 80))).toEqual(['80 # mostly', '15', '5'])
  })

  it('is shared equally by others that have none, and written where nothing is', () => {
    const design = mesh(`
          - destination: {host: a}
            weight: 100
          - destination: {host: b}
          - destination: {host: c}`)
    expect(weights(setTo(design, 'a', 70))).toEqual(['70', '15', '15'])
  })

  it('of the only destination is nothing to share, and more than all is refused', () => {
    const alone = mesh(`
          - destination: {host: a}`)
    const [relation] = alone.graph.relations.filter(({ rule }) => rule === 'virtualservice-routes-to-service')
    expect(weightOf(alone.graph, relation!)).toBeNull()
    expect(refused(setWeight(alone, { relation: relation!, weight: 50 })).code).toBe('no-weight')
    const design = mesh(three)
    const [first] = design.graph.relations.filter(({ rule }) => rule === 'virtualservice-routes-to-service')
    expect(refused(setWeight(design, { relation: first!, weight: 101 })).code).toBe('no-weight')
    expect(refused(setWeight(design, { relation: first!, weight: 1.5 })).code).toBe('no-weight')
  })

  it('always makes a sum of 100 of whole numbers, whatever was there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100), { minLength: 2, maxLength: 6 }),
        fc.nat(),
        fc.nat(100),
        (before, at, weight) => {
          const index = at % before.length
          const after = shared(before, index, weight, 100)
          expect(after.reduce((all, each) => all + each, 0)).toBe(100)
          expect(after.every(each => Number.isInteger(each) && each >= 0)).toBe(true)
          expect(after[index]).toBe(weight)
        },
      ),
    )
  })
})

describe('the weight of a backend of the Gateway API', () => {
  const design = designOf({
    'routes.yaml': `
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: r}
      spec:
        rules:
        - backendRefs:
          - {name: a, port: 80, weight: 9}
          - {name: b, port: 80}
    `,
  })

  it('is a number of its own: the others stay', () => {
    expect(textsOf(setTo(design, 'a', 4).after)['routes.yaml']).toContain('{name: a, port: 80, weight: 4}')
    expect(textsOf(setTo(design, 'b', 3).after)['routes.yaml']).toContain('{name: b, port: 80, weight: 3}')
  })

  it('is not written where it is what counts anyway', () => {
    expect(setTo(design, 'b', 1).change.files.size).toBe(0)
  })
})

describe('the weight of a canary', () => {
  it('is that of its first step, on the edge to the canary Service', () => {
    const design = designOf({
      'rollout.yaml': `
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        metadata: {name: r}
        spec:
          strategy:
            canary:
              canaryService: next
              steps:
              - pause: {}
              - setWeight: 20 # carefully
              - setWeight: 50
      `,
    })
    const relation = design.graph.relations.find(({ rule }) => rule === 'rollout-canary-service')!
    expect(weightOf(design.graph, relation)).toEqual({ now: 20, sum: null, most: 100 })
    const { after } = done(design, setWeight(design, { relation, weight: 5 }))
    expect(textsOf(after)['rollout.yaml']).toContain('- setWeight: 5 # carefully\n      - setWeight: 50\n')
  })
})
