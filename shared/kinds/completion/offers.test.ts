import { describe, expect, it } from 'vitest'
import { loadKindSchema, loadServedKinds } from '../schemas/load'
import type { Offer } from './offer'
import { offersAt } from './offers'
import { placeAt } from './place'

const names = {
  objects: (kind: string) => (kind === 'ConfigMap' ? ['settings', 'on'] : []),
  keys: (kind: string, name: string) => (kind === 'ConfigMap' && name === 'settings' ? ['color', 'size'] : []),
}

/** What is offered at the `|` of a text. */
async function offers(marked: string): Promise<readonly Offer[]> {
  const offset = marked.indexOf('|')
  const text = marked.slice(0, offset) + marked.slice(offset + 1)
  const place = placeAt(text, offset)
  if (!place) return []
  const schema = await loadKindSchema(place.apiVersion, place.kind)
  return offersAt(text, place, { schema, served: await loadServedKinds(), names })
}
const labels = async (marked: string): Promise<readonly string[]> => (await offers(marked)).map(({ label }) => label)
const insert = async (marked: string, label: string): Promise<string | undefined> =>
  (await offers(marked)).find(offer => offer.label === label)?.insert

const DEPLOYMENT = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n'
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n    - name: web\n'

describe('fields', () => {
  it('are those of the place that are not there yet, the required ones first', async () => {
    const found = await labels(`${DEPLOYMENT}spec:\n  replicas: 2\n  |\n`)
    expect(found.slice(0, 3)).toEqual(['selector, template', 'selector', 'template'])
    expect(found).toContain('strategy')
    expect(found).not.toContain('replicas')
  })
  it('come with what they require, indented as it will stand', async () => {
    expect(await insert(`${DEPLOYMENT}spec:\n  |\n`, 'template')).toBe('template:\n  ${}')
    expect(await insert('apiVersion: v1\nkind: Pod\nspec:\n  |\n', 'containers')).toBe('containers:\n  - name: ${}')
  })
  it('are those of its own kind in an item of a List, and of the list’s in one of a typed list', async () => {
    const items = (spec: string) =>
      `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  ${spec}\n- apiVersion: apps/v1\n  kind: Deployment\n`
    expect(await labels(items('spec:\n    |'))).toContain('clusterIP')
    expect(await labels(`${items('metadata: {}')}  spec:\n    |\n`)).toContain('replicas')
    expect(await labels(`${items('metadata: {}')}- apiVersion: v1\n  kind: Po|\n`)).toContain('Pod')
    const pods = 'apiVersion: v1\nkind: PodList\nitems:\n  - metadata:\n      name: a\n    spec:\n      |\n'
    expect(await labels(pods)).toContain('containers')
  })
  it('begin an item below the key of a list, and follow the style of the file', async () => {
    expect(await insert('apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    |\n', 'name')).toBe('- name: ${}')
    const unindented = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: a\n    |\n'
    expect(await insert(unindented, 'env')).toBe('env:\n- name: ${}')
    expect(await insert(`${POD}      |\n`, 'env')).toBe('env:\n  - name: ${}')
    expect(await insert('apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - |\n', 'env')).toBe(
      'env:\n    - name: ${}',
    )
  })
  it('stand between braces on one line', async () => {
    const flow = 'apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a, |}]}\n'
    expect(await insert(flow, 'ports')).toBe('ports: [${}]')
    expect(await labels(flow)).not.toContain('name')
  })
  it('are not offered where keys are free', async () => {
    expect(await labels('apiVersion: v1\nkind: ConfigMap\ndata:\n  |\n')).toEqual([])
  })
})

describe('values', () => {
  it('are the choices, with the default first', async () => {
    expect(await labels('apiVersion: v1\nkind: Service\nspec:\n  type: |\n')).toEqual([
      'ClusterIP',
      'ExternalName',
      'LoadBalancer',
      'NodePort',
    ])
    expect(await labels(`${POD}      stdin: |\n`)).toEqual(['true', 'false'])
  })
  it('are names of the design where a field names an object, in quotes where they need them', async () => {
    const env = `${POD}      envFrom:\n        - configMapRef:\n            name: |\n`
    expect(await labels(env)).toEqual(['settings', 'on'])
    expect(await insert(env, 'on')).toBe('"on"')
  })
  it('are keys of the ConfigMap that is named beside', async () => {
    const env = `${POD}      env:\n        - name: A\n          valueFrom:\n            configMapKeyRef:\n              name: settings\n              key: |\n`
    expect(await labels(env)).toEqual(['color', 'size'])
    expect(
      await labels(`${POD}      env: [{name: A, valueFrom: {configMapKeyRef: {name: settings, key: |}}}]\n`),
    ).toEqual(['color', 'size'])
  })
  it('are kinds and versions that go together', async () => {
    expect(await labels('apiVersion: batch/v1\nkind: |\n')).toEqual(expect.arrayContaining(['Job', 'CronJob']))
    expect(await labels('apiVersion: |\nkind: HorizontalPodAutoscaler\n')).toEqual(
      expect.arrayContaining(['autoscaling/v2']),
    )
    expect(await labels('apiVersion: batch/v1\nkind: |\n')).not.toContain('Pod')
  })
})

describe('a new document', () => {
  it('is offered as any kind, also behind another document', async () => {
    expect(await insert(`${DEPLOYMENT}---\nSer|`, 'Service')).toBe(
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n',
    )
  })
  it('has the head of an object first where its kind is unknown', async () => {
    expect(await labels('apiVersion: acme.io/v1\nkind: Thing\n|')).toEqual(['metadata'])
  })
})
