import { describe, expect, it } from 'vitest'
import { loadKindSchema } from '../../../shared/kinds/schemas/load'
import { newItem } from './new-item'

const itemOf = async (apiVersion: string, kind: string, path: readonly string[]) => {
  const known = await loadKindSchema(apiVersion, kind)
  const items = known?.at([...path, '0'])?.schema
  if (!known || !items) throw new Error(`${kind} has no list at ${path.join('/')}`)
  return newItem(path.at(-1) ?? '', items, known.definitions, [])
}

describe('newItem', () => {
  it('gives a container port the number that it needs', async () => {
    expect(await itemOf('v1', 'Pod', ['spec', 'containers', '0', 'ports'])).toEqual({ containerPort: 8080 })
  })
  it('fills in what is required, all the way down', async () => {
    expect(await itemOf('autoscaling/v2', 'HorizontalPodAutoscaler', ['spec', 'metrics'])).toEqual({ type: '' })
    expect(await itemOf('networking.k8s.io/v1', 'Ingress', ['spec', 'rules', '0', 'http', 'paths'])).toMatchObject({
      backend: {},
    })
  })
  it('names a thing as no other of its list is named', () => {
    expect(newItem('env', {}, new Map(), [{ name: 'NAME', value: 'a' }])).toEqual({ name: 'NAME_2', value: '' })
    expect(newItem('volumes', {}, new Map(), [{ name: 'data' }])).toEqual({ name: 'data-2', emptyDir: {} })
  })
  it('gives a role a rule that reads', async () => {
    expect(await itemOf('rbac.authorization.k8s.io/v1', 'Role', ['rules'])).toEqual({
      apiGroups: [''],
      resources: ['pods'],
      verbs: ['get', 'list', 'watch'],
    })
  })
})
