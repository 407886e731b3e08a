import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { findGraph } from '../find'
import { objectsFrom, sentencesOf } from '../objects-for-tests'
import { bookOf, ownRules } from '../rules'
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
