import { describe, expect, it } from 'vitest'
import { allKinds, groupOf, isClusterScoped, kindOfData, kindRow, resolveKind } from './kinds'

const idsOf = (reference: string) => resolveKind(reference).map(row => `${row.group}/${row.kind}`)

describe('kindRow', () => {
  it('gives the row of a group and kind', () => {
    expect(kindRow('apps', 'Deployment').plural).toBe('deployments')
    expect(kindRow('', 'Service').family).toBe('traffic')
  })
  it('gives the row of today for a group that served the kind once', () => {
    expect(kindRow('extensions', 'Ingress')).toBe(kindRow('networking.k8s.io', 'Ingress'))
    expect(kindRow('extensions', 'Deployment')).toBe(kindRow('apps', 'Deployment'))
  })
  it('gives an unknown kind a row of its own, the same one each time', () => {
    const row = kindRow('example.com', 'PostgresCluster')
    expect(row).toMatchObject({ family: 'other', icon: 'k-custom', scope: 'namespaced', plural: 'postgresclusters' })
    expect(row.cardLines({ apiVersion: 'example.com/v1' })).toMatchObject([{ text: 'example.com/v1' }])
    expect(kindRow('example.com', 'PostgresCluster')).toBe(row)
  })
  it('keeps kinds of one name in different groups apart', () => {
    expect(kindRow('serving.knative.dev', 'Service')).not.toBe(kindRow('', 'Service'))
  })
  it('reads group and kind of plain data, whatever it is', () => {
    expect(kindOfData({ apiVersion: 'apps/v1', kind: 'Deployment' })).toBe(kindRow('apps', 'Deployment'))
    expect(kindOfData({ apiVersion: 3, kind: null }).family).toBe('other')
    expect([groupOf('v1'), groupOf('batch/v1'), groupOf('')]).toEqual(['', 'batch', ''])
  })
})

describe('resolveKind', () => {
  it('takes kind, plural and short name in any case', () => {
    for (const reference of ['Deployment', 'deployments', 'deploy', 'DEPLOY'])
      expect(idsOf(reference)).toEqual(['apps/Deployment'])
  })
  it('takes a group behind a dot, with or without version', () => {
    expect(idsOf('deployments.apps')).toEqual(['apps/Deployment'])
    expect(idsOf('deployments.v1.apps')).toEqual(['apps/Deployment'])
    expect(idsOf('deployment.extensions')).toEqual(['apps/Deployment'])
    expect(idsOf('deployment.example.com')).toEqual([])
  })
  it('gives every kind that shares a word, Kubernetes’ own first, then by group', () => {
    expect(idsOf('gateway')).toEqual(['gateway.networking.k8s.io/Gateway', 'networking.istio.io/Gateway'])
    expect(idsOf('gateway.networking.istio.io')).toEqual(['networking.istio.io/Gateway'])
    expect(idsOf('vs')).toEqual(['networking.istio.io/VirtualService', 'snapshot.storage.k8s.io/VolumeSnapshot'])
    expect(idsOf('event')).toEqual(['/Event', 'events.k8s.io/Event'])
  })
  it('finds nothing for a word that no kind has', () => {
    expect(idsOf('nonsense')).toEqual([])
  })
})

describe('the table', () => {
  it('has every group and kind once', () => {
    const ids = allKinds().flatMap(row => [row.group, ...row.formerGroups].map(group => `${group}/${row.kind}`))
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('has lower-case plurals, a version for each kind, and short names that no other kind of its group has', () => {
    for (const row of allKinds()) {
      expect(row.plural, row.kind).toMatch(/^[a-z]+$/)
      expect(row.versions.length, row.kind).toBeGreaterThan(0)
    }
    const short = allKinds().flatMap(row => row.shortNames.map(name => `${row.group}/${name}`))
    expect(new Set(short).size).toBe(short.length)
  })
  it('knows which kinds stand outside namespaces', () => {
    expect(isClusterScoped('', 'Namespace')).toBe(true)
    expect(isClusterScoped('rbac.authorization.k8s.io', 'ClusterRole')).toBe(true)
    expect(isClusterScoped('rbac.authorization.k8s.io', 'Role')).toBe(false)
  })
})
