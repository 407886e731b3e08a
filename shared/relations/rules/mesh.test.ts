import { describe, expect, it } from 'vitest'
import { findGraph } from '../find'
import { objectsFrom, sentences } from '../objects-for-tests'
import type { WireAnswers } from '../relation'
import { offersFor, planUnwire, relationsBetween } from '../wire'
import { unwireIn, wireIn } from '../wires-for-tests'

const istio = (kind: string, name: string, spec: string, namespace = 'shop', group = 'networking') => `
apiVersion: ${group}.istio.io/v1
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}
---`
const pods = (name: string, labels: string, namespace = 'shop') => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec: {template: {metadata: {labels: ${labels}}, spec: {containers: [{name: main}]}}}
---`
const service = (name: string, namespace = 'shop', ports = '[{name: http, port: 80}]') => `
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${namespace}}
spec: {selector: {app: ${name}}, ports: ${ports}}
---`
const secret = (namespace: string) => `
apiVersion: v1
kind: Secret
metadata: {name: cert, namespace: ${namespace}}
---`
const docs = (...texts: readonly string[]) => texts.join('').replace(/\s*---$/, '')

const VS = 'VirtualService web in shop'
const REVIEWS = 'Service reviews in shop'
const ROUTES = 'virtualservice-routes-to-service'
const virtual = (spec: string) => istio('VirtualService', 'web', `{hosts: [shop.example], ${spec}}`)
const route = (host: string) => virtual(`http: [{route: [{destination: {host: ${host}}}]}]`)

describe('a destination of a VirtualService', () => {
  const found = (host: string, ...texts: readonly string[]) =>
    sentences(docs(route(host), ...texts)).filter(each => each.includes('routes to'))
  it('is a Service by its short name in the own namespace only', () => {
    expect(found('reviews', service('reviews'))).toEqual([`${VS} routes to ${REVIEWS}`])
    expect(found('reviews', service('reviews', 'other'))).toEqual([`${VS} routes to missing Service shop/reviews`])
  })
  it('is a Service by its name with namespace, and by its full host', () => {
    for (const host of ['reviews.other', 'reviews.other.svc', 'reviews.other.svc.cluster.local'])
      expect(found(host, service('reviews', 'other'))).toEqual([`${VS} routes to Service reviews in other`])
  })
  it('is what a ServiceEntry brings, else a host outside', () => {
    const entry = istio('ServiceEntry', 'partner', '{hosts: [api.partner.example]}', 'other')
    expect(found('api.partner.example', entry)).toEqual([`${VS} routes to ServiceEntry partner in other`])
    expect(found('api.partner.example')).toEqual([`${VS} routes to outside api.partner.example`])
  })
  it('tells its share, and keeps subsets of one Service apart', () => {
    const destination = (subset: string, weight: number) =>
      `{destination: {host: reviews, subset: ${subset}}, weight: ${weight}}`
    const text = docs(
      virtual(`http: [{route: [${destination('v1', 90)}, ${destination('v2', 10)}]}]`),
      service('reviews'),
    )
    const ties = findGraph(objectsFrom(text)).relations.filter(({ rule }) => rule === ROUTES)
    expect(ties.map(({ says, detail }) => `${says} ${detail['subset']}`)).toEqual([
      'sends 90% to v1',
      'sends 10% to v2',
    ])
    expect(ties.map(({ because }) => because[0]?.path)).toEqual([
      '/spec/http/0/route/0/destination/host',
      '/spec/http/0/route/1/destination/host',
    ])
  })
  it('by a subset that no DestinationRule of its host declares is missing', () => {
    const text = (rule: string) =>
      sentences(docs(virtual('http: [{route: [{destination: {host: reviews, subset: v3}}]}]'), rule)).filter(each =>
        each.includes('routes by'),
      )
    const rule = istio('DestinationRule', 'reviews', '{host: reviews, subsets: [{name: v1, labels: {version: v1}}]}')
    expect(text(rule)).toEqual([`${VS} routes by missing DestinationRule shop/reviews key v3`])
    expect(text(rule.replaceAll('v1', 'v3'))).toEqual([`${VS} routes by DestinationRule reviews in shop`])
  })
})

describe('a wire to a ServiceEntry', () => {
  const entry = (hosts: string) =>
    istio('ServiceEntry', 'partner', `{hosts: ${hosts}, ports: [{number: 443, name: tls}]}`)
  const PARTNER = 'ServiceEntry partner in shop'
  it('writes the host that it brings, and takes it back', () => {
    const text = docs(virtual('gateways: [mesh]'), entry('[api.partner.example]'))
    const wired = wireIn(text, ROUTES, VS, PARTNER)
    expect(wired.data).toMatchObject({
      spec: { http: [{ route: [{ destination: { host: 'api.partner.example' } }] }] },
    })
    expect(unwireIn(wired.objects, ROUTES, VS, PARTNER).objects).toEqual(objectsFrom(text))
  })
  it('is not offered where its only host is a pattern', () => {
    const text = docs(virtual('gateways: [mesh]'), entry('["*.partner.example"]'))
    expect(offersFor(findGraph(objectsFrom(text)), VS, PARTNER)).toEqual([])
  })
})

describe('a subset of a DestinationRule', () => {
  it('means the pods of its Service that have its labels too', () => {
    const text = docs(
      istio('DestinationRule', 'reviews', '{host: reviews, subsets: [{name: v1, labels: {version: v1}}]}'),
      service('reviews'),
      pods('one', '{app: reviews, version: v1}'),
      pods('two', '{app: reviews, version: v2}'),
      pods('other', '{app: other, version: v1}'),
    )
    const calls = sentences(text).filter(each => each.includes('calls'))
    expect(calls).toEqual(['DestinationRule reviews in shop calls v1 Deployment one in shop'])
  })
})

describe('gateways of the mesh', () => {
  const gateway = istio(
    'Gateway',
    'entry',
    '{selector: {istio: ingressgateway}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ["other/*.example"], tls: {mode: SIMPLE, credentialName: cert}}]}',
  )
  it('run on pods of any namespace, and take certificates from there', () => {
    const text = docs(
      gateway,
      pods('gateway', '{istio: ingressgateway}', 'istio-system'),
      secret('istio-system'),
      secret('shop'),
    )
    expect(sentences(text).filter(each => each.startsWith('Gateway'))).toEqual([
      'Gateway entry in shop runs on Deployment gateway in istio-system',
      'Gateway entry in shop serves TLS with Secret cert in istio-system',
      'Gateway entry in shop serves outside *.example',
    ])
  })
  it('are named with their namespace, and `mesh` stands for every sidecar', () => {
    const text = docs(virtual('gateways: [mesh, entry, infra/entry]'), gateway)
    expect(sentences(text).filter(each => each.includes('takes traffic'))).toEqual([
      `${VS} takes traffic from Gateway entry in shop`,
      `${VS} takes traffic from missing Gateway infra/entry`,
    ])
  })
  it('without a selector are served by every gateway: un-wiring says so', () => {
    const text = docs(gateway, pods('gateway', '{istio: ingressgateway}', 'istio-system'))
    const { brings } = unwireIn(
      objectsFrom(text),
      'meshgateway-runs-on-workload',
      'Gateway entry in shop',
      'Deployment gateway in istio-system',
    )
    expect(brings).toEqual([
      {
        code: 'covers-every-pod',
        says: 'Without a selector every gateway of the mesh serves Gateway entry.',
        objects: [],
      },
    ])
  })
})

describe('policies of the mesh', () => {
  const policy = (kind: string, namespace: string) =>
    istio(kind, 'p', '{selector: {matchLabels: {app: web}}}', namespace, 'security')
  const all = [pods('web', '{app: web}'), pods('api', '{app: api}'), pods('web', '{app: web}', 'other')]
  it('select in their namespace; from Istio’s root namespace in all', () => {
    expect(sentences(docs(policy('AuthorizationPolicy', 'shop'), ...all))).toEqual([
      'AuthorizationPolicy p in shop applies to Deployment web in shop',
    ])
    expect(sentences(docs(policy('AuthorizationPolicy', 'istio-system'), ...all))).toEqual([
      'AuthorizationPolicy p in istio-system applies to Deployment web in other',
      'AuthorizationPolicy p in istio-system applies to Deployment web in shop',
    ])
  })
  it.each(['AuthorizationPolicy', 'RequestAuthentication', 'PeerAuthentication'])(
    'un-wiring a %s says that it would cover every pod of its namespace',
    kind => {
      const objects = objectsFrom(docs(policy(kind, 'shop'), ...all))
      const id = `${kind} p in shop`
      const { brings } = unwireIn(objects, 'meshpolicy-applies-to-workload', id, 'Deployment web in shop')
      expect(brings).toEqual([
        {
          code: 'covers-every-pod',
          says: `Without a selector ${kind} p covers every pod of namespace shop: web, api (2).`,
          objects: ['Deployment web in shop', 'Deployment api in shop'],
        },
      ])
    },
  )
  it('in the root namespace would cover every pod of the mesh', () => {
    const objects = objectsFrom(docs(policy('PeerAuthentication', 'istio-system'), ...all))
    const id = 'PeerAuthentication p in istio-system'
    const graph = findGraph(objects)
    const plan = planUnwire(
      graph,
      relationsBetween(graph, 'meshpolicy-applies-to-workload', id, 'Deployment web in shop'),
    )
    expect(plan.ok && plan.consequences.map(({ code, objects }) => [code, objects.length])).toEqual([
      ['unties-others', 1],
      ['covers-every-pod', 3],
    ])
  })
  it('name accounts by their identity; a wildcard names no one', () => {
    const text = docs(
      istio(
        'AuthorizationPolicy',
        'p',
        '{rules: [{from: [{source: {principals: [cluster.local/ns/other/sa/bob, "*"], namespaces: ["x-*"]}}], to: [{operation: {hosts: ["web.shop:8080", "*.example"]}}]}]}',
        'shop',
        'security',
      ),
      service('web'),
      '\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: bob, namespace: other}\n---',
    )
    expect(sentences(text)).toEqual([
      'AuthorizationPolicy p in shop speaks of ServiceAccount bob in other',
      'AuthorizationPolicy p in shop speaks of Service web in shop',
    ])
  })
})

describe('sidecars', () => {
  const namespace = (labels: string) =>
    `\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: ${labels}}\n---`
  const gets = (labels: string, pod = '{app: web}') =>
    sentences(docs(namespace(labels), pods('web', pod), pods('far', '{}', 'other')))
  it('come to the pods of a Namespace by either label, but for a pod that says no', () => {
    const tie = ['Namespace shop gives a sidecar to Deployment web in shop']
    expect(gets('{istio-injection: enabled}')).toEqual(tie)
    expect(gets('{istio.io/rev: canary}')).toEqual(tie)
    expect(gets('{istio-injection: disabled, istio.io/rev: canary}')).toEqual([])
    expect(gets('{}')).toEqual([])
    expect(gets('{istio-injection: enabled}', '{app: web, sidecar.istio.io/inject: "false"}')).toEqual([])
  })
  it('are wired for the whole Namespace, which is said', () => {
    const text = docs(namespace('{team: a}'), pods('web', '{app: web}'), pods('api', '{app: api}'))
    const wired = wireIn(text, 'namespace-injects-sidecar', 'Namespace shop', 'Deployment web in shop')
    expect(wired.data).toMatchObject({ metadata: { labels: { team: 'a', 'istio-injection': 'enabled' } } })
    expect(wired.brings.map(({ says }) => says)).toEqual([
      'Every pod of namespace shop gets a sidecar, beside those of web: api (1).',
    ])
    const back = unwireIn(wired.objects, 'namespace-injects-sidecar', 'Namespace shop', 'Deployment web in shop')
    expect(back.objects).toEqual(objectsFrom(text))
  })
})

describe('a wire to a subset', () => {
  const reviews = [
    service('reviews'),
    pods('one', '{app: reviews, version: v1}'),
    pods('two', '{app: reviews, version: v2}'),
  ]
  const rule = (subsets: string) => istio('DestinationRule', 'reviews', `{host: reviews, subsets: ${subsets}}`)
  const RULE = 'DestinationRule reviews in shop'
  const wire = (texts: readonly string[], answers: WireAnswers) =>
    wireIn(docs(virtual('gateways: [mesh]'), ...texts), ROUTES, VS, REVIEWS, answers)
  const specOf = (wired: ReturnType<typeof wire>, id: string) =>
    wired.objects.find(each => each.id === id)?.data['spec']

  it('offers what is declared and what the labels of the pods would make', () => {
    const text = docs(virtual('gateways: [mesh]'), ...reviews, rule('[{name: stable, labels: {version: v1}}]'))
    const [offer] = offersFor(findGraph(objectsFrom(text)), VS, REVIEWS)
    expect(offer?.asks).toEqual([
      {
        key: 'subset',
        label: 'Subset',
        choices: ['whole Service', 'stable', 'v1', 'v2'],
        default: 'whole Service',
      },
    ])
  })
  it('makes the DestinationRule that declares it, which goes with the last route by it', () => {
    const text = [...reviews]
    const wired = wire(text, { subset: 'v2' })
    expect(wired.data).toMatchObject({
      spec: { http: [{ route: [{ destination: { host: 'reviews', subset: 'v2' } }] }] },
    })
    expect(specOf(wired, RULE)).toEqual({ host: 'reviews', subsets: [{ labels: { version: 'v2' }, name: 'v2' }] })
    const calls = findGraph(wired.objects).relations.filter(({ rule }) => rule === 'destinationrule-subset-is-workload')
    expect(calls.map(({ to }) => to)).toEqual(['Deployment two in shop'])
    expect(unwireIn(wired.objects, ROUTES, VS, REVIEWS).objects).toEqual(
      objectsFrom(docs(virtual('gateways: [mesh]'), ...text)),
    )
  })
  it('adds it to a DestinationRule that is there, and takes only that back', () => {
    const texts = [...reviews, rule('[{name: v1, labels: {version: v1}}]')]
    const wired = wire(texts, { subset: 'v2' })
    expect(specOf(wired, RULE)).toMatchObject({ subsets: [{ name: 'v1' }, { name: 'v2', labels: { version: 'v2' } }] })
    expect(unwireIn(wired.objects, ROUTES, VS, REVIEWS).objects).toEqual(
      objectsFrom(docs(virtual('gateways: [mesh]'), ...texts)),
    )
  })
  it('leaves a subset that a person declared, or that another route names', () => {
    const texts = [...reviews, rule('[{name: v2, labels: {version: v2}}]')]
    const wired = wire(texts, { subset: 'v2' })
    expect(unwireIn(wired.objects, ROUTES, VS, REVIEWS).objects).toEqual(
      objectsFrom(docs(virtual('gateways: [mesh]'), ...texts)),
    )

    const second = istio('VirtualService', 'second', '{http: [{route: [{destination: {host: reviews, subset: v2}}]}]}')
    const shared = wire([...reviews, second], { subset: 'v2' })
    const left = unwireIn(shared.objects, ROUTES, VS, REVIEWS)
    expect(left.objects.map(({ id }) => id)).toContain(RULE)
  })
  it('un-wired from its pods says which routes still name it', () => {
    const text = docs(
      virtual('http: [{route: [{destination: {host: reviews, subset: v2}}]}]'),
      ...reviews,
      rule('[{name: v2, labels: {version: v2}}]'),
    )
    const tie = ['destinationrule-subset-is-workload', RULE, 'Deployment two in shop'] as const
    expect(unwireIn(objectsFrom(text), ...tie).brings).toEqual([
      {
        code: 'still-used',
        says: 'VirtualService web still routes to subset v2: those requests would fail.',
        objects: [VS],
      },
    ])
  })
})

describe('a wire from a DestinationRule to a Rollout', () => {
  const rollout = `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: web, namespace: shop}
spec:
  strategy: {canary: {trafficRouting: {istio: {destinationRule: {name: web, stableSubsetName: stable, canarySubsetName: canary}}}}}
  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: main}]}}
---`
  const wired = (subsets: string) => {
    const rule = istio('DestinationRule', 'web', `{host: web, subsets: ${subsets}}`)
    const text = docs(rule, service('web'), rollout)
    return wireIn(text, 'destinationrule-subset-is-workload', 'DestinationRule web in shop', 'Rollout web in shop').data
  }
  it('declares the subsets that it asks for, one after the other', () => {
    const stable = { name: 'stable', labels: { app: 'web' } }
    expect(wired('[]')).toMatchObject({ spec: { subsets: [stable] } })
    expect(wired('[{name: stable, labels: {app: web}}]')).toMatchObject({
      spec: { subsets: [stable, { name: 'canary', labels: { app: 'web' } }] },
    })
  })
})

describe('a wire from a VirtualService that speaks of TCP or TLS', () => {
  const split = (sort: string, match: string) =>
    docs(virtual(`${sort}: [{${match}route: [{destination: {host: old}}]}]`), service('reviews'), service('old'))
  it('adds a destination to what it says already', () => {
    const written = {
      route: [
        { destination: { host: 'old' }, weight: 100 },
        { destination: { host: 'reviews' }, weight: 0 },
      ],
    }
    expect(wireIn(split('tcp', ''), ROUTES, VS, REVIEWS).data).toMatchObject({ spec: { tcp: [written] } })
    const match = [{ port: 443, sniHosts: ['a.b'] }]
    const tls = split('tls', `match: ${JSON.stringify(match)}, `)
    const wired = wireIn(tls, ROUTES, VS, REVIEWS)
    expect(wired.data).toMatchObject({ spec: { tls: [{ match, ...written }] } })
    expect(unwireIn(wired.objects, ROUTES, VS, REVIEWS).objects).toEqual(objectsFrom(tls))
  })
  it('adds it to the HTTP route where there is one beside', () => {
    const text = docs(
      virtual('tcp: [{route: [{destination: {host: old}}]}], http: [{route: [{destination: {host: old}}]}]'),
      service('reviews'),
      service('old'),
    )
    expect(wireIn(text, ROUTES, VS, REVIEWS).data).toMatchObject({
      spec: { tcp: [{ route: [{ destination: { host: 'old' } }] }], http: [{ route: [{}, { weight: 0 }] }] },
    })
  })
})
