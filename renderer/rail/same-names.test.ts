import { expect, it } from 'vitest'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { areNamedTheSame } from './same-names'

const object = (id: string, name: string, replicas = 1): KubeObject => ({
  id,
  file: 'a.yaml',
  apiVersion: 'apps/v1',
  group: 'apps',
  kind: 'Deployment',
  namespace: 'shop',
  name,
  data: { spec: { replicas } },
})
const web = object('1', 'web')
const api = object('2', 'api')

it('an edit of a manifest leaves the names as they are', () => {
  expect(areNamedTheSame([web, api], [object('1', 'web', 5), api])).toBe(true)
})

it('a new object, one that is gone, another order and another name are told', () => {
  expect(areNamedTheSame([web], [web, api])).toBe(false)
  expect(areNamedTheSame([web, api], [api])).toBe(false)
  expect(areNamedTheSame([web, api], [api, web])).toBe(false)
  expect(areNamedTheSame([web, api], [web, object('2', 'backend')])).toBe(false)
})
