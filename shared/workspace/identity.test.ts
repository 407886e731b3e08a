import { describe, expect, it } from 'vitest'
import { matchObjects, type ObjectName } from './identity'
import type { KubeObject } from './kube-object'

const named = (text: string): ObjectName => {
  const [kind = '', name = ''] = text.split('/')
  return { group: '', kind, namespace: 'default', name }
}
const match = (before: string, after: string): string => {
  const objects = before.split(' ').map((text, i): KubeObject => {
    return { ...named(text), id: `o${i + 1}`, file: 'a.yaml', apiVersion: 'v1', data: {} }
  })
  return matchObjects(objects, after.split(' ').map(named))
    .map(object => object?.id ?? '-')
    .join(' ')
}

describe('matchObjects', () => {
  it('finds objects again by name, in whatever order', () => {
    expect(match('Pod/a Pod/b Service/a', 'Service/a Pod/b Pod/a')).toBe('o3 o2 o1')
  })
  it('finds a renamed object by its kind', () => {
    expect(match('Pod/a Service/a', 'Service/b Pod/a')).toBe('o2 o1')
  })
  it('finds an object whose kind and name changed where no other is left', () => {
    expect(match('Pod/a Service/a', 'Pod/a Job/b')).toBe('o1 o2')
  })
  it('takes a new object for a new one', () => {
    expect(match('Pod/a', 'Pod/x Pod/a Job/j')).toBe('- o1 -')
  })
  it('pairs equal names in order', () => {
    expect(match('Pod/a Pod/a', 'Pod/a Pod/a Pod/a')).toBe('o1 o2 -')
  })
})
