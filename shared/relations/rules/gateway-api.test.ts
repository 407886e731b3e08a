import { describe, expect, it } from 'vitest'
import { findGraph } from '../find'
import { objectsFrom, sentences } from '../objects-for-tests'
import { offersFor, planUnwire, planWire, relationsBetween } from '../wire'
import { objectsAfter, refusalIn, unwireIn, wireIn } from '../wires-for-tests'

const api = (kind: string, name: string, namespace: string, spec: string) => `
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}
---`
const core = (kind: string, name: string, rest: string) => `
apiVersion: v1
kind: ${kind}
metadata: {name: ${name}, ${rest}
---`
const docs = (...texts: readonly string[]) => texts.join('').replace(/\s*---$/, '')

const gateway = (listeners: string) => api('Gateway', 'gw', 'infra', `{gatewayClassName: x, listeners: ${listeners}}`)
const route = (spec: string, kind = 'HTTPRoute') => api(kind, 'r', 'shop', spec)
const service = (namespace: string) =>
  core('Service', 'web', `namespace: ${namespace}}\nspec: {ports: [{name: http, port: 80}]}`)
const grant = (to: string, from = 'HTTPRoute') =>
  api(
    'ReferenceGrant',
    'g',
    'other',
    `{from: [{group: gateway.networking.k8s.io, kind: ${from}, namespace: shop}], to: ${to}}`,
  )

const ROUTE = 'HTTPRoute r in shop'
const GATEWAY = 'Gateway gw in infra'
const ALL = 'allowedRoutes: {namespaces: {from: All}}'
const relations = (...texts: readonly string[]) => findGraph(objectsFrom(docs(...texts))).relations
/** Why the first relation of a rule is not followed; null where it is. */
const refused = (rule: string, ...texts: readonly string[]) => {
  const found = relations(...texts).find(each => each.rule === rule && each.to !== null)
  if (found === undefined) throw new Error(`No relation ${rule}`)
  return found.detail['refused'] ?? null
}

describe('a route and the listeners of its Gateway', () => {
  const attached = (listeners: string, parent = '{name: gw, namespace: infra}', more = '', kind = 'HTTPRoute') =>
    refused('route-attaches-to-gateway', gateway(listeners), route(`{parentRefs: [${parent}]${more}}`, kind))
  it('in another namespace are taken where allowedRoutes says so, and only there', () => {
    expect(attached(`[{name: a, port: 80, protocol: HTTP, ${ALL}}]`)).toBeNull()
    const none = 'No listener of Gateway gw takes routes from namespace shop.'
    expect(attached('[{name: a, port: 80, protocol: HTTP}]')).toBe(none)
    const selector = 'allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {team: a}}}}'
    expect(attached(`[{name: a, port: 80, protocol: HTTP, ${selector}}]`)).toBe(none)
  })
  it('are taken by the labels of the namespace', () => {
    const selector = 'allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {team: a}}}}'
    const listeners = `[{name: a, port: 80, protocol: HTTP, ${selector}}]`
    const texts = [gateway(listeners), route('{parentRefs: [{name: gw, namespace: infra}]}')]
    expect(refused('route-attaches-to-gateway', ...texts, core('Namespace', 'shop', 'labels: {team: a}}'))).toBeNull()
  })
  it('by section or port are those of that listener, whatever others take', () => {
    const listeners = `[{name: a, port: 80, protocol: HTTP, ${ALL}}, {name: b, port: 81, protocol: HTTP}]`
    expect(attached(listeners, '{name: gw, namespace: infra, sectionName: a}')).toBeNull()
    const parent = (section: string) => `{name: gw, namespace: infra, ${section}}`
    expect(attached(listeners, parent('sectionName: b'))).toBe(
      "Listener b of Gateway gw doesn't take routes from namespace shop.",
    )
    expect(attached(listeners, parent('port: 81'))).toBe('No listener of Gateway gw takes routes from namespace shop.')
    expect(attached(listeners, parent('sectionName: zz'))).toBe('Gateway gw has no listener zz.')
    expect(attached(listeners, parent('port: 9'))).toBe('Gateway gw has no listener on port 9.')
  })
  it('must agree on the kind of route, by the list or by the protocol', () => {
    expect(attached(`[{name: a, port: 80, protocol: TCP, ${ALL}}]`)).toBe('No listener of Gateway gw takes HTTPRoutes.')
    const only = 'allowedRoutes: {namespaces: {from: All}, kinds: [{kind: GRPCRoute}]}'
    expect(attached(`[{name: a, port: 80, protocol: HTTP, ${only}}]`)).toBe(
      'No listener of Gateway gw takes HTTPRoutes.',
    )
  })
  it('must share a host, where both name some; a wildcard stands for one word or more', () => {
    const hosts = (own: string, asked: string) =>
      attached(
        `[{name: a, port: 80, protocol: HTTP, hostname: '${own}', ${ALL}}]`,
        undefined,
        `, hostnames: ['${asked}']`,
      )
    expect(hosts('*.shop.example', 'www.shop.example')).toBeNull()
    expect(hosts('*.shop.example', 'a.b.shop.example')).toBeNull()
    expect(hosts('www.shop.example', '*.shop.example')).toBeNull()
    expect(hosts('*.shop.example', 'shop.example')).toBe('No listener of Gateway gw takes requests for shop.example.')
    expect(hosts('a.example', 'b.example')).toBe('No listener of Gateway gw takes requests for b.example.')
  })
  it('are wired only where one takes it, and the chooser lists those that do', () => {
    const mixed = gateway(`[{name: a, port: 80, protocol: HTTP, ${ALL}}, {name: b, port: 81, protocol: HTTP}]`)
    const text = docs(mixed, route('{}'))
    const [offer] = offersFor(findGraph(objectsFrom(text)), ROUTE, GATEWAY)
    expect(offer?.asks).toEqual([
      { key: 'listener', label: 'Listener', choices: ['any listener', 'a'], default: 'any listener' },
    ])
    const wired = wireIn(text, 'route-attaches-to-gateway', ROUTE, GATEWAY, { listener: 'a' })
    expect(wired.data['spec']).toEqual({ parentRefs: [{ name: 'gw', namespace: 'infra', sectionName: 'a' }] })
    expect(refusalIn(text, 'route-attaches-to-gateway', ROUTE, GATEWAY, { listener: 'b' })).toBe(
      "Listener b of Gateway gw doesn't take routes from namespace shop.",
    )
    const closed = docs(gateway('[{name: a, port: 80, protocol: HTTP}]'), route('{}'))
    expect(offersFor(findGraph(objectsFrom(closed)), ROUTE, GATEWAY)).toEqual([])
    expect(refusalIn(closed, 'route-attaches-to-gateway', ROUTE, GATEWAY)).toBe(
      'No listener of Gateway gw takes routes from namespace shop.',
    )
  })
})

describe('a backend in another namespace', () => {
  const to = (...grants: readonly string[]) =>
    refused(
      'route-routes-to-service',
      route('{rules: [{backendRefs: [{name: web, namespace: other, port: 80}]}]}'),
      service('other'),
      ...grants,
    )
  it('is followed with a ReferenceGrant for this kind, namespace and name', () => {
    expect(to()).toBe('No ReferenceGrant in namespace other lets HTTPRoutes of namespace shop refer to Service web.')
    expect(to(grant("[{group: '', kind: Service}]"))).toBeNull()
    expect(to(grant("[{group: '', kind: Service, name: web}]"))).toBeNull()
    expect(to(grant("[{group: '', kind: Service, name: api}]"))).not.toBeNull()
    expect(to(grant("[{group: '', kind: Secret}]"))).not.toBeNull()
    expect(to(grant("[{group: '', kind: Service}]", 'GRPCRoute'))).not.toBeNull()
  })
  it('is not one of the same name in the route’s own namespace', () => {
    expect(sentences(docs(route('{rules: [{backendRefs: [{name: web, port: 80}]}]}'), service('other')))).toEqual([
      `${ROUTE} routes to missing Service shop/web`,
    ])
  })
  it('is wired together with its grant, which goes with the last wire that needs it', () => {
    const objects = objectsFrom(docs(route('{}'), service('other')))
    const graph = findGraph(objects)
    const plan = planWire(graph, 'route-routes-to-service', ROUTE, 'Service web in other')
    if (!plan.ok) throw new Error(plan.message)
    const [made, ...more] = plan.makes
    expect(more).toEqual([])
    expect(made).toEqual({
      beside: 'Service web in other',
      data: {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'ReferenceGrant',
        metadata: { name: 'shop-httproute-to-web', namespace: 'other' },
        spec: {
          from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'shop' }],
          to: [{ group: '', kind: 'Service', name: 'web' }],
        },
      },
    })
    const after = findGraph(objectsAfter(objects, plan))
    const tie = relationsBetween(after, 'route-routes-to-service', ROUTE, 'Service web in other')
    expect(tie.map(({ detail }) => detail)).toEqual([{ port: 80 }])
    expect(planUnwire(after, tie)).toMatchObject({ unmakes: ['ReferenceGrant shop-httproute-to-web in other'] })

    const second = api('HTTPRoute', 's', 'shop', '{rules: [{backendRefs: [{name: web, namespace: other, port: 80}]}]}')
    const shared = findGraph([...after.objects, ...objectsFrom(docs(second))])
    expect(planUnwire(shared, tie)).toMatchObject({ unmakes: [] })
  })
  it('keeps a grant that a person wrote', () => {
    const text = docs(
      route('{rules: [{backendRefs: [{name: web, namespace: other, port: 80}]}]}'),
      service('other'),
      grant("[{group: '', kind: Service}]"),
    )
    const graph = findGraph(objectsFrom(text))
    const tie = relationsBetween(graph, 'route-routes-to-service', ROUTE, 'Service web in other')
    expect(planUnwire(graph, tie)).toMatchObject({ ok: true, unmakes: [] })
  })
})

describe('the other ties of the Gateway API', () => {
  it('are found with the place of each', () => {
    const text = docs(
      gateway('[{name: a, port: 443, protocol: HTTPS, hostname: a.example, tls: {certificateRefs: [{name: cert}]}}]'),
      api('GatewayClass', 'x', 'none', '{}').replace(', namespace: none', ''),
      core('Secret', 'cert', 'namespace: infra}'),
      route(
        '{parentRefs: [{name: gw, namespace: infra}], rules: [{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: web, port: 80}}}, {type: ExtensionRef, extensionRef: {group: traefik.io, kind: Middleware, name: m}}]}]}',
      ),
      service('shop'),
      api(
        'BackendTLSPolicy',
        'tls',
        'shop',
        "{targetRefs: [{group: '', kind: Service, name: web}], validation: {caCertificateRefs: [{group: '', kind: ConfigMap, name: ca}]}}",
      ),
      api('ListenerSet', 'more', 'infra', '{parentRef: {name: gw}, listeners: []}'),
      grant("[{group: '', kind: Service, name: web}]"),
      core('Namespace', 'shop', 'labels: {}}'),
    )
    const graph = findGraph(objectsFrom(text))
    const told = graph.relations.map(({ rule, because, to, outside, missing }) => [
      rule,
      to ?? outside ?? `missing ${missing?.kind} ${missing?.name}`,
      because.map(({ path }) => path).join(),
    ])
    expect(told).toEqual([
      ['gateway-of-class', 'GatewayClass x', '/spec/gatewayClassName'],
      ['gateway-serves-host', 'a.example', '/spec/listeners/0/hostname'],
      ['gateway-uses-certificate', 'Secret cert in infra', '/spec/listeners/0/tls/certificateRefs/0/name'],
      ['route-attaches-to-gateway', GATEWAY, '/spec/parentRefs/0/name'],
      ['route-mirrors-to-service', 'Service web in shop', '/spec/rules/0/filters/0/requestMirror/backendRef/name'],
      ['route-extended-by', 'missing Middleware m', '/spec/rules/0/filters/1/extensionRef/name'],
      ['policy-targets-object', 'Service web in shop', '/spec/targetRefs/0/name'],
      ['policy-trusts-certificate', 'missing ConfigMap ca', '/spec/validation/caCertificateRefs/0/name'],
      ['listenerset-extends-gateway', GATEWAY, '/spec/parentRef/name'],
      ['grant-lets-in-namespace', 'Namespace shop', '/spec/from/0/namespace'],
      ['grant-opens-object', 'missing Service web', '/spec/to/0/name'],
    ])
  })
})

describe('a certificate of a Gateway', () => {
  const cert = core('Secret', 'cert', 'namespace: infra}')
  const wire = (listeners: string) =>
    wireIn(docs(gateway(listeners), cert), 'gateway-uses-certificate', GATEWAY, 'Secret cert in infra')
  it('is wired to an HTTPS listener that says nothing of TLS yet, and taken back whole', () => {
    const listeners = '[{name: s, port: 443, protocol: HTTPS}]'
    const wired = wire(listeners)
    expect(wired.data).toMatchObject({
      spec: { listeners: [{ protocol: 'HTTPS', tls: { certificateRefs: [{ name: 'cert' }] } }] },
    })
    const back = unwireIn(wired.objects, 'gateway-uses-certificate', GATEWAY, 'Secret cert in infra')
    expect(back.objects).toEqual(objectsFrom(docs(gateway(listeners), cert)))
  })
  it('leaves what else its listener says of TLS', () => {
    const listeners = '[{name: s, port: 443, protocol: HTTPS, tls: {mode: Terminate}}]'
    const back = unwireIn(wire(listeners).objects, 'gateway-uses-certificate', GATEWAY, 'Secret cert in infra')
    expect(back.objects).toEqual(objectsFrom(docs(gateway(listeners), cert)))
  })
  it('is not offered where TLS is passed through or not spoken', () => {
    for (const listener of ['protocol: HTTP', 'protocol: TLS, tls: {mode: Passthrough}']) {
      const text = docs(gateway(`[{name: s, port: 443, ${listener}}]`), cert)
      expect(offersFor(findGraph(objectsFrom(text)), GATEWAY, 'Secret cert in infra')).toEqual([])
    }
  })
})
