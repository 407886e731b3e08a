import { describe, expect, it } from 'vitest'
import { foreignOwner, inventoryName, inventoryObject, joinRefs, readInventory, whyNotPruned } from './inventory'

const place = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop', name: 'chartroom-shop' }
const web = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web' }
const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', namespace: null, name: 'a:b' }
const ours = { managedFields: [{ manager: 'chartroom', operation: 'Apply' }] }

describe('the record of what a design made', () => {
  it('reads back what it says, each object once, in one order', () => {
    const object = inventoryObject(place, [web, role, web])
    expect(readInventory(object)).toEqual([web, role])
    expect(inventoryObject(place, [role, web])).toEqual(object)
  })

  it('passes over lines that nobody can read', () => {
    expect(readInventory({ data: { objects: 'nonsense\nv1 ConfigMap shop a b\nv1 ConfigMap shop a\n' } })).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop', name: 'a' },
    ])
  })

  it('knows an object again under another version of its kind', () => {
    expect(joinRefs([web], [{ ...web, apiVersion: 'apps/v1beta2' }])).toHaveLength(1)
    expect(joinRefs([web], [{ ...web, apiVersion: 'extensions/v1beta1' }])).toHaveLength(2)
  })

  it('has a name that a cluster takes', () => {
    expect(inventoryName('My Shop/k8s_', '0a1b2c3d')).toBe('chartroom-my-shop-k8s-0a1b2c3d')
    expect(inventoryName('…', null)).toBe('chartroom')
  })
})

describe('what is never pruned', () => {
  it.each([
    ['Helm', { labels: { 'app.kubernetes.io/managed-by': 'Helm' } }],
    ['Helm', { annotations: { 'meta.helm.sh/release-name': 'x' } }],
    ['Argo CD', { labels: { 'argocd.argoproj.io/instance': 'x' } }],
    ['Flux', { labels: { 'kustomize.toolkit.fluxcd.io/name': 'x' } }],
    ['ReplicaSet x', { ownerReferences: [{ kind: 'ReplicaSet', name: 'x' }] }],
  ])('is what %s manages', (owner, metadata) => {
    expect(foreignOwner({ metadata })).toBe(owner)
    expect(whyNotPruned(web, { metadata: { ...ours, ...metadata } })).toBe(`${owner} manages it.`)
  })

  it('is what another label of that name says nothing of', () => {
    expect(foreignOwner({ metadata: { labels: { 'app.kubernetes.io/managed-by': 'us' } } })).toBeNull()
  })

  it('is what we did not apply, and what holds more than itself', () => {
    expect(whyNotPruned(web, { metadata: ours })).toBeNull()
    expect(whyNotPruned(web, { metadata: {} })).toContain('somebody else')
    const namespace = { apiVersion: 'v1', kind: 'Namespace', namespace: null, name: 'shop' }
    expect(whyNotPruned(namespace, { metadata: ours })).toContain('everything in it')
  })
})
