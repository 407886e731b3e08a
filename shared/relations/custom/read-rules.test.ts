import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { findGraph } from '../find'
import { objectsFrom, sentencesOf } from '../objects-for-tests'
import { bookOf, ownRules } from '../rules'
import { canWire, offersFor, planUnwire, planWire, relationsBetween } from '../wire'
import { objectsAfter } from '../wires-for-tests'
import { readRules } from './read-rules'

function complaints(text: string): readonly string[] {
  return readRules(parse(text)).findings.map(({ path, message }) => `${path}: ${message}`)
}

function tiesWith(rules: string, manifests: string): readonly string[] {
  const book = bookOf([...ownRules.rules, ...readRules(parse(rules)).rules])
  return sentencesOf(findGraph(objectsFrom(manifests), undefined, book))
}

const MANIFESTS = `
apiVersion: example.com/v1
kind: Queue
metadata: {name: orders}
spec:
  topics: [{topic: sold, space: shop}, {topic: gone}]
  credentials: {secret: key, entry: password}
  broker: main
---
apiVersion: example.com/v1
kind: Topic
metadata: {name: sold, namespace: shop}
---
apiVersion: v1
kind: Secret
metadata: {name: key}
stringData: {user: x}
---
apiVersion: example.com/v1
kind: Worker
metadata: {name: w}
spec: {pods: {matchLabels: {app: w}}}
---
apiVersion: v1
kind: Pod
metadata: {name: w, labels: {app: w}}
`

const TOPICS = `
apiVersion: example.com/v1
kind: Topic
metadata: {name: sold, namespace: shop}
---
apiVersion: example.com/v1
kind: Topic
metadata: {name: near}
`

describe('a rule of a workspace', () => {
  it('finds what a field names, in the namespace that the field beside it says', () => {
    const rules =
      'rules: [{id: queue-reads-topic, from: Queue.example.com, to: Topic.example.com, says: reads from, at: spec.topics.*, name: topic, namespace: space}]'
    expect(tiesWith(rules, MANIFESTS)).toEqual([
      'Queue orders reads from Topic sold in shop',
      'Queue orders reads from missing Topic default/gone',
    ])
  })

  it('finds a key, and is not put out by what may be missing', () => {
    const rules = `
rules:
- {id: a, from: Queue.example.com, to: Secret, says: logs in with, at: spec.credentials, name: secret, key: entry}
- {id: b, from: [Queue.example.com], to: Broker.example.com, says: is on, at: spec.broker, optional: true, clusterScoped: true}`
    expect(tiesWith(rules, MANIFESTS)).toEqual([
      'Queue orders logs in with missing Secret default/key key password',
      'Queue orders is on optional Broker main',
    ])
  })

  it('selects pods by a map of labels or by a selector, as the manifest has it', () => {
    const rules = 'rules: [{id: a, from: Worker.example.com, says: minds, labels: spec.pods}]'
    expect(tiesWith(rules, MANIFESTS)).toEqual(['Worker w minds Pod w'])
    expect(tiesWith(rules, MANIFESTS.replace('{matchLabels: {app: w}}', '{app: w}'))).toEqual(['Worker w minds Pod w'])
  })
})

describe('a wire by a rule of a workspace', () => {
  const QUEUE = 'Queue orders'
  const wiring = (rule: string, spec: string, to = 'Topic sold in shop') => {
    const text = `apiVersion: example.com/v1\nkind: Queue\nmetadata: {name: orders}\nspec: ${spec}\n---\n${TOPICS}`
    const objects = objectsFrom(text)
    const book = bookOf([...ownRules.rules, ...readRules(parse(rule)).rules])
    const graphOf = (some: typeof objects) => findGraph(some, undefined, book)
    const offers = offersFor(graphOf(objects), QUEUE, to).map(({ rule: id, label }) => `${id}: ${label}`)
    const plan = planWire(graphOf(objects), 'reads', QUEUE, to)
    if (!plan.ok) return { offers, refusal: plan.message }
    const after = objectsAfter(objects, plan)
    const back = planUnwire(graphOf(after), relationsBetween(graphOf(after), 'reads', QUEUE, to))
    return {
      offers,
      spec: after[0]?.data['spec'],
      lights: canWire(graphOf(objects), to).has(QUEUE),
      isRestored:
        JSON.stringify(objectsAfter(after, back).map(({ data }) => data)) ===
        JSON.stringify(objects.map(({ data }) => data)),
    }
  }
  const rule = (rest: string) =>
    `rules: [{id: reads, from: Queue.example.com, to: Topic.example.com, says: reads from, ${rest}}]`
  const made = { offers: ['reads: Reads from'], lights: true, isRestored: true }

  it('is one more item of a list, with its namespace where that is another', () => {
    const topics = rule('at: spec.topics.*, name: topic, namespace: space')
    const item = { topic: 'sold', space: 'shop' }
    expect(wiring(topics, '{size: 1}')).toEqual({ ...made, spec: { size: 1, topics: [item] } })
    expect(wiring(topics, '{topics: [{topic: own}]}')).toEqual({ ...made, spec: { topics: [{ topic: 'own' }, item] } })
    expect(wiring(topics, '{}', 'Topic near')).toMatchObject({ spec: { topics: [{ topic: 'near' }] } })
  })
  it('is the name itself where the rule names no field', () => {
    expect(wiring(rule('at: spec.topic'), '{size: 1}', 'Topic near')).toEqual({
      ...made,
      spec: { size: 1, topic: 'near' },
    })
  })
  it('is fields of a map whose others stay', () => {
    const source = rule('at: spec.source, name: topic, namespace: space')
    expect(wiring(source, '{source: {retries: 3}}')).toEqual({
      ...made,
      spec: { source: { retries: 3, topic: 'sold', space: 'shop' } },
    })
    expect(wiring(source, '{source: {topic: other, space: far, retries: 3}}', 'Topic near')).toMatchObject({
      spec: { source: { topic: 'near', retries: 3 } },
    })
    expect(wiring(source, '{size: 1}')).toEqual({
      ...made,
      spec: { size: 1, source: { topic: 'sold', space: 'shop' } },
    })
  })
  it('never writes over what the rule does not speak of', () => {
    expect(wiring(rule('at: spec.topics.*'), '{topics: {a: near}}', 'Topic near')).toEqual({
      offers: [],
      refusal: "Queue orders has something at spec.topics that this rule doesn't speak of.",
    })
    expect(wiring(rule('at: spec.topic'), '{topic: {a: b}}', 'Topic near').offers).toEqual([])
  })
  it('crosses namespaces only by a field for it, and is none where a place has several meanings', () => {
    expect(wiring(rule('at: spec.topic'), '{}').offers).toEqual([])
    for (const place of ['spec.parts.*.topic', 'spec.parts.0.topic', '$container.topic'])
      expect(wiring(rule(`at: ${place}`), '{}', 'Topic near').offers).toEqual([])
  })
})

describe('what is wrong with a rule', () => {
  it('is told at its field, and the other rules count', () => {
    const text = `
rules:
- {id: a, from: Queue.example.com, to: Secret, says: uses, at: spec.secret}
- {id: B c, from: queue, to: Secret, says: uses, at: spec.secret, grup: mesh, group: red}
- {id: a, from: any, to: Secret, says: uses, at: spec.secret}
- {id: service-selects-workload, from: any, says: uses, labels: spec.secret, name: x}
- 5`
    expect(complaints(text)).toEqual([
      '/rules/1/grup: There is no "grup" here. Did you mean "group"?',
      '/rules/1/id: "id" must be small letters, digits and "-", such as queue-reads-topic',
      '/rules/1/from: "from" must be kinds such as Queue.example.com, or workload for all that make pods',
      '/rules/1/group: "group" must be one of traffic, config, storage, access, policy, mesh, delivery, other',
      '/rules/2/id: There is a rule a already. Its id must be another one',
      '/rules/3/name: A rule with "labels" selects pods: "name" says nothing in it',
      '/rules/3/id: There is a rule service-selects-workload already. Its id must be another one',
      '/rules/4: A rule is a map',
    ])
    expect(readRules(parse(text)).rules.map(({ id }) => id)).toEqual(['a'])
  })

  it('is that there is no list of rules; an empty file has none', () => {
    expect(complaints('{rule: []}')).toEqual([': The file holds a list of rules under "rules"'])
    expect(complaints('')).toEqual([])
  })
})
