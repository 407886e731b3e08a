import { describe, expect, it } from 'vitest'
import { allKinds, starterKinds } from './kinds'
import { searchKinds } from './search-kinds'

const found = (words: string) => searchKinds(words, starterKinds()).map(row => row.kind)

describe('searchKinds', () => {
  it('puts the kind of that name or short name first', () => {
    expect(found('svc')[0]).toBe('Service')
    expect(found('service')[0]).toBe('Service')
    expect(found('role').slice(0, 2)).toEqual(['Role', 'RoleBinding'])
    expect(found('PVC')[0]).toBe('PersistentVolumeClaim')
  })
  it.each([
    ['queue', 'StatefulSet'],
    ['disk', 'PersistentVolumeClaim'],
    ['expose', 'Service'],
    ['cron', 'CronJob'],
    ['tls', 'Ingress'],
    ['firewall', 'NetworkPolicy'],
    ['password', 'Secret'],
    ['env', 'ConfigMap'],
    ['scale', 'HorizontalPodAutoscaler'],
    ['canary', 'Rollout'],
    ['gpu', 'ResourceClaim'],
    ['volume claim', 'PersistentVolumeClaim'],
  ])('finds for %j among others a %s', (words, kind) => {
    expect(found(words)).toContain(kind)
  })
  it('finds nothing for words that fit nothing', () => {
    expect(found('disk nonsense')).toEqual([])
  })
  it('gives all kinds in the table’s order without words', () => {
    expect(searchKinds('  ')).toEqual(allKinds())
  })
})
