import { describe, expect, it } from 'vitest'
import { findGraph } from '../find'
import { objectsFrom, sentences } from '../objects-for-tests'
import { outsideSideOf } from '../chains'
import { portsToExpose } from '../ports'
import { wireIn } from '../wires-for-tests'

const object = (apiVersion: string, kind: string, name: string, rest: string, metadata = '') =>
  `\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}${metadata}}\n${rest}\n---`
const service = (name: string, spec: string) => object('v1', 'Service', name, `spec: ${spec}`)
const docs = (...texts: readonly string[]) => texts.join('').replace(/\s*---$/, '')
const INGRESS = 'networking.k8s.io/v1'

describe('ends outside', () => {
  const sides = (text: string) =>
    findGraph(objectsFrom(text)).relations.map(relation => `${outsideSideOf(relation)} ${relation.outside}`)
  it('come in by hosts, balancers and the ports of nodes', () => {
    const text = docs(
      object(INGRESS, 'Ingress', 'in', 'spec: {rules: [{host: a.example}, {host: b.example}]}'),
      service('lb', '{type: LoadBalancer}'),
      service('np', '{type: NodePort, ports: [{port: 80, nodePort: 30080}, {port: 81, nodePort: 30081}]}'),
      service('inside', '{type: ClusterIP}'),
      object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'r', 'spec: {hostnames: [c.example]}'),
    )
    expect(sides(text)).toEqual([
      'entry a.example',
      'entry b.example',
      'entry LoadBalancer',
      'entry NodePort 30080 30081',
      'entry c.example',
    ])
  })
  it('are led to by external names, and by what Istio brings', () => {
    const text = docs(
      service('db', '{type: ExternalName, externalName: db.example.com}'),
      object('networking.istio.io/v1', 'ServiceEntry', 'partner', 'spec: {hosts: [api.partner.example]}'),
    )
    expect(sides(text)).toEqual(['exit db.example.com', 'exit api.partner.example'])
  })
  it('are none where the external name is a Service of the cluster', () => {
    const text = docs(
      service('alias', '{type: ExternalName, externalName: web.default.svc.cluster.local}'),
      service('web', '{}'),
    )
    expect(sentences(text)).toEqual(['Service alias leads to Service web'])
  })
})

describe('endpoints', () => {
  it('belong to the Service of their name or label; others miss none', () => {
    const slice = object(
      'discovery.k8s.io/v1',
      'EndpointSlice',
      'web-x',
      'endpoints: [{targetRef: {kind: Pod, name: web-0}}]',
      ', labels: {kubernetes.io/service-name: web}',
    )
    const text = docs(slice, object('v1', 'Endpoints', 'leader', 'subsets: []'), service('web', '{}'))
    expect(sentences(text)).toEqual([
      'EndpointSlice web-x lists pods of Service web',
      'EndpointSlice web-x lists optional Pod default/web-0',
      'Endpoints leader lists pods of optional Service default/leader',
    ])
  })
})

describe('the certificate of an Ingress', () => {
  const tls = (metadata: string) =>
    sentences(docs(object(INGRESS, 'Ingress', 'in', 'spec: {tls: [{secretName: cert}]}', metadata)))
  it('is missing, but not where cert-manager makes it', () => {
    expect(tls('')).toEqual(['Ingress in serves TLS with missing Secret default/cert'])
    expect(tls(', annotations: {cert-manager.io/cluster-issuer: le}')).toContain(
      'Ingress in serves TLS with optional Secret default/cert',
    )
  })
  it('or where a Certificate of the design does, whichever comes first', () => {
    const ingress = object(INGRESS, 'Ingress', 'in', 'spec: {tls: [{secretName: cert}]}')
    const certificate = object('cert-manager.io/v1', 'Certificate', 'c', 'spec: {secretName: cert}')
    const first = objectsFrom(docs(ingress))
    const graph = findGraph(first)
    expect(graph.relations[0]?.optional).toBe(false)
    const both = findGraph([...first, ...objectsFrom(docs(certificate))], graph)
    expect(both.relations[0]?.optional).toBe(true)
    expect(findGraph(first, both).relations[0]?.optional).toBe(false)
  })
})

describe('a Service and its workload', () => {
  const pods = (labels: string, ports: string) =>
    object('v1', 'Pod', 'web', `spec: {containers: [{name: main, ports: ${ports}}]}`, `, labels: ${labels}`)
  it('are never tied by labels that change with a release', () => {
    const text = docs(
      service('web', '{ports: [{port: 80}]}'),
      pods('{app: web, version: v1, helm.sh/chart: web-1.2, pod-template-hash: abc}', '[]'),
    )
    expect(wireIn(text, 'service-selects-workload', 'Service web', 'Pod web').data).toMatchObject({
      spec: { selector: { app: 'web' } },
    })
  })
  it('made for each other lead to the ports that the containers declare, by name where they have one', () => {
    const ports = (declared: string) => portsToExpose(objectsFrom(docs(pods('{app: web}', declared)))[0]!.data)
    expect(ports('[{name: web, containerPort: 3000}]')).toEqual([{ name: 'web', port: 80, targetPort: 'web' }])
    expect(ports('[{containerPort: 8080}]')).toEqual([{ name: 'http', port: 80, targetPort: 8080 }])
    expect(ports('[{containerPort: 5432}]')).toEqual([{ name: 'tcp-5432', port: 5432, targetPort: 5432 }])
    expect(ports('[{name: grpc, containerPort: 9000}, {name: dns, containerPort: 53, protocol: UDP}]')).toEqual([
      { name: 'grpc', port: 9000, targetPort: 'grpc' },
      { name: 'dns', port: 53, targetPort: 'dns', protocol: 'UDP' },
    ])
    expect(ports('[]')).toEqual([{ name: 'http', port: 80 }])
  })
  it('say when a port leads to no container', () => {
    const brings = (ports: string, declared: string) =>
      wireIn(
        docs(service('web', `{ports: ${ports}}`), pods('{app: web}', declared)),
        'service-selects-workload',
        'Service web',
        'Pod web',
      ).brings.map(({ says }) => says)
    expect(brings('[{port: 80, targetPort: http}]', '[{name: http, containerPort: 8080}]')).toEqual([])
    expect(brings('[{port: 80, targetPort: web}]', '[{name: http, containerPort: 8080}]')).toEqual([
      'Port 80 of Service web leads to web, which no container of Pod web has. It has http (8080).',
    ])
    expect(brings('[{port: 80}]', '[{containerPort: 8080}]')).toEqual([
      'Port 80 of Service web leads to 80, which no container of Pod web has. It has 8080.',
    ])
    expect(brings('[{port: 80}]', '[]')).toEqual([])
    expect(brings('[{port: 80, targetPort: http}]', '[]')).toEqual([
      'Port 80 of Service web leads to http, which no container of Pod web has.',
    ])
  })
})
