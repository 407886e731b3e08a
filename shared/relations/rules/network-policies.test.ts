import { describe, expect, it } from 'vitest'
import { findGraph } from '../find'
import { objectsFrom, sentences } from '../objects-for-tests'
import type { WireAnswers } from '../relation'
import { unwireIn, wireIn } from '../wires-for-tests'

const policy = (spec: string) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: wall, namespace: shop}
spec: ${spec}
---`
const pod = (name: string, namespace: string, ports = '{name: http, containerPort: 8080}') => `
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: ${namespace}, labels: {app: ${name}}}
spec: {containers: [{name: main, ports: [${ports}]}]}
---`
const namespace = (name: string, labels = '{}') => `
apiVersion: v1
kind: Namespace
metadata: {name: ${name}, labels: ${labels}}
---`
const docs = (...texts: readonly string[]) => texts.join('').replace(/\s*---$/, '')

const WALL = 'NetworkPolicy wall in shop'
const WEB = 'Pod web in shop'
const APPLIES = 'networkpolicy-applies-to-workload'
const FROM = 'networkpolicy-allows-from'
const TO = 'networkpolicy-allows-to'

describe('peers of a NetworkPolicy', () => {
  const peers = (rules: string) =>
    sentences(
      docs(
        policy(`{podSelector: {matchLabels: {app: none}}, ${rules}}`),
        pod('web', 'shop'),
        pod('web', 'other'),
        namespace('other', '{team: a}'),
      ),
    )
  it('by podSelector are pods of the policy’s own namespace', () => {
    expect(peers('ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]')).toEqual([
      `${WALL} allows from Pod web in shop`,
    ])
  })
  it('by namespaceSelector are whole namespaces', () => {
    expect(peers('ingress: [{from: [{namespaceSelector: {matchLabels: {team: a}}}]}]')).toEqual([
      `${WALL} allows from Namespace other`,
    ])
  })
  it('by both in one item are pods of those namespaces; by two items each', () => {
    const both = 'namespaceSelector: {matchLabels: {team: a}}, podSelector: {matchLabels: {app: web}}'
    expect(peers(`egress: [{to: [{${both}}]}]`)).toEqual([`${WALL} allows to Pod web in other`])
    const apart = '{namespaceSelector: {matchLabels: {team: a}}}, {podSelector: {matchLabels: {app: web}}}'
    expect(peers(`egress: [{to: [${apart}]}]`)).toEqual([
      `${WALL} allows to Namespace other`,
      `${WALL} allows to Pod web in shop`,
    ])
  })
  it('find a namespace by the label that Kubernetes gives it, written or not', () => {
    const spaces = 'namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: other}}, podSelector: {}'
    expect(peers(`ingress: [{from: [{${spaces}}]}]`)).toEqual([`${WALL} allows from Pod web in other`])
  })
  it('by ipBlock are outside', () => {
    expect(peers('egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]')).toEqual([`${WALL} allows to outside 10.0.0.0/8`])
  })
  it('tell ports by number, name and range, with their protocols', () => {
    const rule =
      '{ports: [{port: 80}, {port: dns, protocol: UDP}, {port: 100, endPort: 200}], from: [{podSelector: {}}]}'
    const graph = findGraph(objectsFrom(docs(policy(`{podSelector: {}, ingress: [${rule}]}`), pod('web', 'shop'))))
    const relation = graph.relations.find(each => each.rule === FROM)
    expect(relation?.detail).toEqual({ ports: 'TCP 80, UDP dns, TCP 100–200' })
    expect(relation?.because).toEqual([{ object: WALL, path: '/spec/ingress/0/from/0' }])
  })
  it('of a direction that policyTypes leaves out are not heeded', () => {
    const to = 'egress: [{to: [{podSelector: {matchLabels: {app: web}}}]}]'
    expect(peers(`policyTypes: [Ingress], ${to}`)).toEqual([])
    expect(peers(`policyTypes: [Egress], ${to}`)).toEqual([`${WALL} allows to Pod web in shop`])
    expect(peers(`policyTypes: [Egress], ingress: [{from: [{podSelector: {}}]}]`)).toEqual([])
  })
})

describe('a wire from a NetworkPolicy to a peer', () => {
  const spec = (text: string, rule: string, answers: WireAnswers = {}) =>
    wireIn(docs(policy(text), pod('web', 'shop')), rule, WALL, WEB, answers).data['spec']
  it('adds the direction to policyTypes, says what that closes, and takes both back', () => {
    const text = docs(policy('{podSelector: {}, policyTypes: [Ingress]}'), pod('web', 'shop'))
    const wired = wireIn(text, TO, WALL, WEB)
    const peer = { podSelector: { matchLabels: { app: 'web' } } }
    expect(wired.data['spec']).toEqual({
      podSelector: {},
      policyTypes: ['Egress', 'Ingress'],
      egress: [{ to: [peer] }],
    })
    expect(wired.brings).toEqual([
      {
        code: 'closes-direction',
        says: 'NetworkPolicy wall closes this direction: unless another rule allows it, its pods can reach nothing else: web (1).',
        objects: [WEB],
      },
    ])
    const back = unwireIn(wired.objects, TO, WALL, WEB)
    expect(back.objects).toEqual(objectsFrom(text))
    expect(back.brings.map(({ code }) => code)).toEqual(['opens-direction'])
  })
  it('leaves the types that a person wrote when its rule goes', () => {
    const text = docs(policy('{podSelector: {}, policyTypes: [Ingress, Egress]}'), pod('web', 'shop'))
    for (const rule of [FROM, TO]) {
      const wired = wireIn(text, rule, WALL, WEB)
      expect(wired.brings).toEqual([])
      const back = unwireIn(wired.objects, rule, WALL, WEB)
      expect(back.objects).toEqual(objectsFrom(text))
      expect(back.brings).toEqual([])
    }
  })
  it('makes a policy of outgoing traffic one of incoming traffic too', () => {
    const text = docs(policy('{podSelector: {}, policyTypes: [Egress]}'), pod('web', 'shop'))
    const wired = wireIn(text, FROM, WALL, WEB)
    expect(wired.data).toMatchObject({ spec: { policyTypes: ['Egress', 'Ingress'] } })
    expect(unwireIn(wired.objects, FROM, WALL, WEB).objects).toEqual(objectsFrom(text))
  })
  it('says that the last rule of a policy without policyTypes closes and opens what goes out', () => {
    const text = docs(policy('{podSelector: {}}'), pod('web', 'shop'))
    const wired = wireIn(text, TO, WALL, WEB)
    expect(wired.brings.map(({ code }) => code)).toEqual(['closes-direction'])
    const back = unwireIn(wired.objects, TO, WALL, WEB)
    expect(back.brings.map(({ code }) => code)).toEqual(['opens-direction'])
    expect(back.objects).toEqual(objectsFrom(text))
  })
  it('leaves `ingress: []` where it was, which alone says that nothing comes in', () => {
    const text = docs(policy('{podSelector: {}, ingress: []}'), pod('web', 'shop'))
    expect(unwireIn(wireIn(text, FROM, WALL, WEB).objects, FROM, WALL, WEB).objects).toEqual(objectsFrom(text))
  })
  it('writes a UDP port as one, and a name of two protocols as both', () => {
    const dns = (ports: string) =>
      wireIn(docs(policy('{podSelector: {}}'), pod('web', 'shop', ports)), TO, WALL, WEB, { port: 'dns' }).data
    expect(dns('{name: dns, containerPort: 53, protocol: UDP}')).toMatchObject({
      spec: { egress: [{ ports: [{ protocol: 'UDP', port: 'dns' }] }] },
    })
    const both = '{name: dns, containerPort: 53, protocol: UDP}, {name: dns, containerPort: 53}'
    expect(dns(both)).toMatchObject({
      spec: { egress: [{ ports: [{ protocol: 'UDP', port: 'dns' }, { port: 'dns' }] }] },
    })
    expect(spec('{podSelector: {}}', TO, { port: '53/SCTP' })).toMatchObject({
      egress: [{ ports: [{ protocol: 'SCTP', port: 53 }] }],
    })
  })
  it('asks for a port of its own pods where it lets in, and of the peer where it lets out', () => {
    const text = docs(
      policy('{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress]}'),
      pod('db', 'shop', '{name: sql, containerPort: 5432}'),
      pod('web', 'shop'),
    )
    expect(wireIn(text, FROM, WALL, WEB, { port: 'sql' }).data).toMatchObject({
      spec: { ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 'sql' }] }] },
    })
  })
  it('names the namespace of a peer in another one', () => {
    const text = docs(policy('{podSelector: {}}'), pod('web', 'other'))
    const other = 'Pod web in other'
    const wired = wireIn(text, FROM, WALL, other)
    const home = { matchLabels: { 'kubernetes.io/metadata.name': 'other' } }
    expect(wired.data).toMatchObject({
      spec: { ingress: [{ from: [{ namespaceSelector: home, podSelector: { matchLabels: { app: 'web' } } }] }] },
    })
  })
})

describe('un-wiring a NetworkPolicy from its pods', () => {
  it('says that the policy would cover every pod of its namespace', () => {
    const text = docs(
      policy('{podSelector: {matchLabels: {app: web}}}'),
      pod('web', 'shop'),
      pod('api', 'shop'),
      pod('db', 'shop'),
      pod('far', 'other'),
    )
    const { data, brings } = unwireIn(objectsFrom(text), APPLIES, WALL, WEB)
    expect(data['spec']).toEqual({ podSelector: {} })
    expect(brings).toEqual([
      {
        code: 'covers-every-pod',
        says: 'Without a selector NetworkPolicy wall covers every pod of namespace shop: web, api, db (3).',
        objects: [WEB, 'Pod api in shop', 'Pod db in shop'],
      },
    ])
  })
  it('says whom else the same selector ties', () => {
    const twin = pod('web2', 'shop').replace('labels: {app: web2}', 'labels: {app: web}')
    const text = docs(policy('{podSelector: {matchLabels: {app: web}}}'), pod('web', 'shop'), twin)
    const [first] = unwireIn(objectsFrom(text), APPLIES, WALL, WEB).brings
    expect(first).toEqual({
      code: 'unties-others',
      says: 'The same place ties other objects: NetworkPolicy wall applies to Pod web2 no longer.',
      objects: ['Pod web2 in shop'],
    })
  })
})
