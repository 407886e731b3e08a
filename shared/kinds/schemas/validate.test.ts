import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import type { PlainMap } from '../../yaml/plain'
import { loadKindSchema, loadServedKinds } from './load'
import { validateObject } from './validate'

const schemaOf = async (apiVersion: string, kind: string) => {
  const schema = await loadKindSchema(apiVersion, kind)
  if (!schema) throw new Error(`There is no schema of ${apiVersion} ${kind}`)
  return schema
}
/** What a server would refuse of a text, as "code /path: message". */
const findingsOf = async (text: string) => {
  const object = parse(text) as PlainMap
  const schema = await schemaOf(String(object.apiVersion), String(object.kind))
  return validateObject(schema, object).map(({ code, path, message }) => `${code} /${path.join('/')}: ${message}`)
}
const deployment = (spec: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: ${spec}\n`
const pod = (container: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [${container}] }\n`

describe('validateObject', () => {
  it('finds nothing in a valid object', async () => {
    const selector = '{ matchLabels: { app: web } }'
    const template = '{ metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: nginx }] } }'
    expect(await findingsOf(deployment(`{ replicas: 2, selector: ${selector}, template: ${template} }`))).toEqual([])
  })
  it('names the field that was probably meant', async () => {
    expect(await findingsOf(pod('{ name: web, image: nginx, imagePullPolciy: Always }'))).toEqual([
      'unknown-field /spec/containers/0/imagePullPolciy: imagePullPolciy is no field here; did you mean imagePullPolicy',
    ])
  })
  it('tells what is missing, also where the whole spec is', async () => {
    expect(await findingsOf('apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\n')).toEqual([
      'missing-required /spec: selector is required',
      'missing-required /spec: template is required',
    ])
  })
  it('takes an empty text for none where the server does, and leaves the others', async () => {
    expect(await findingsOf(pod('{ name: "", image: nginx, env: [{ name: A, value: "" }] }'))).toEqual([
      'missing-required /spec/containers/0: name is required',
    ])
  })
  it('tells items of a custom resource apart by their keys', async () => {
    const listener = '{ name: web, port: 80, protocol: HTTP }'
    expect(
      await findingsOf(
        `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: a }\nspec: { gatewayClassName: a, listeners: [${listener}, ${listener}] }\n`,
      ),
    ).toEqual(['same-key-twice /spec/listeners/1: Another item before it has the same name'])
  })
  it('leaves out a spec that needs nothing, as the server does', async () => {
    expect(await findingsOf('apiVersion: storage.k8s.io/v1\nkind: CSIDriver\nmetadata: { name: nfs }\n')).toEqual([])
  })
  it('says that a number which should be text needs quotes', async () => {
    expect(await findingsOf(pod('{ name: web, image: nginx, env: [{ name: PORT, value: 8080 }] }'))).toEqual([
      'wrong-type /spec/containers/0/env/0/value: text is wanted here, and this is a number: put it in quotes',
    ])
  })
  it('takes a port by number and by name, and a quantity as text and as number', async () => {
    const probe = 'readinessProbe: { httpGet: { port: http } }, livenessProbe: { httpGet: { port: 80 } }'
    const resources = 'resources: { limits: { cpu: 2, memory: 1.5Gi } }'
    expect(await findingsOf(pod(`{ name: web, image: nginx, ${probe}, ${resources} }`))).toEqual([])
  })
  it('finds a quantity that is none', async () => {
    expect(await findingsOf(pod('{ name: web, resources: { limits: { memory: 2GB } } }'))).toEqual([
      'wrong-type /spec/containers/0/resources/limits/memory: 2GB is no quantity such as 500m or 2Gi',
    ])
  })
  it('finds a value that is none of the choices', async () => {
    expect(await findingsOf(pod('{ name: web, imagePullPolicy: Sometimes }'))).toEqual([
      'not-an-allowed-value /spec/containers/0/imagePullPolicy: Sometimes is none of Always, IfNotPresent, Never',
    ])
  })
  it('takes any field where the schema keeps what it does not know', async () => {
    const crd =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, annotations: { any: thing } }\ndata: { free: key }\n'
    expect(await findingsOf(crd)).toEqual([])
  })
  it('holds custom resources to their definitions', async () => {
    const service = '{ hosts: [a], http: [{ route: [{ destination: { host: a }, wieght: 3 }] }] }'
    expect(
      await findingsOf(
        `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: a }\nspec: ${service}`,
      ),
    ).toEqual(['unknown-field /spec/http/0/route/0/wieght: wieght is no field here; did you mean weight'])
  })
})

describe('the generated schemas', () => {
  it('know defaults, choices, list keys and descriptions at a path', async () => {
    const schema = await schemaOf('v1', 'Service')
    expect(schema.at(['spec', 'ports', '0', 'protocol'])?.schema).toMatchObject({ type: 'string', default: 'TCP' })
    expect(schema.at(['spec', 'ports'])?.schema.listMapKeys).toEqual(['port', 'protocol'])
    expect(schema.at(['spec', 'type'])?.schema.enum).toContain('LoadBalancer')
    expect(schema.at(['metadata', 'labels', 'app'])).toMatchObject({ freeKey: true, schema: { type: 'string' } })
    expect(schema.at(['spec', 'nothing'])).toBeNull()
  })
  it('lead each reference of each kind to a definition', async () => {
    for (const kind of await loadServedKinds()) {
      const apiVersion = kind.group ? `${kind.group}/${kind.version}` : kind.version
      const schema = await schemaOf(apiVersion, kind.kind)
      const texts = [...schema.definitions.values()].map(each => JSON.stringify(each))
      const names = texts.flatMap(text => [...text.matchAll(/"ref":"([^"]+)"/g)].map(match => match[1]!))
      const dangling = names.filter(name => !schema.definitions.has(name))
      expect(dangling, `${apiVersion} ${kind.kind}`).toEqual([])
    }
  })
  it('differ between Kubernetes versions', async () => {
    const names = async (version: '1.34' | '1.35' | '1.36' | '1.37') =>
      (await loadServedKinds(version)).map(kind => `${kind.group}/${kind.version}/${kind.kind}`)
    const [oldest, newest] = [await names('1.34'), await names('1.37')]
    expect(oldest).toContain('apps/v1/Deployment')
    expect(newest).not.toEqual(oldest)
    const before = JSON.stringify([...(await loadKindSchema('v1', 'Pod', '1.34'))!.definitions])
    const after = JSON.stringify([...(await loadKindSchema('v1', 'Pod', '1.37'))!.definitions])
    expect(before).not.toBe(after)
  })
  it('give the same object when they are asked again', async () => {
    expect(await loadKindSchema('v1', 'Pod')).toBe(await loadKindSchema('v1', 'Pod'))
  })
})
