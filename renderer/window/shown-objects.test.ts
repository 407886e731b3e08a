import { describe, expect, it } from 'vitest'
import { updateDesign } from '../../shared/workspace/design'
import { addFiles, emptyWorkspace } from '../../shared/workspace/workspace'
import { NO_FILTER } from '../store/state'
import type { Filter } from '../store/state'
import { shownObjects } from './shown-objects'

const text = `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop, labels: { team: Payments } }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web, image: web, envFrom: [{ configMapRef: { name: missing } }] }]
---
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: other }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: reads }
`
const { workspace, problemsByObject } = updateDesign(null, addFiles(emptyWorkspace(), [{ path: 'a.yaml', text }]))
const shown = (filter: Partial<Filter>) => {
  const ids = shownObjects(workspace.objects, problemsByObject, { ...NO_FILTER, ...filter })
  return workspace.objects.filter(object => ids?.has(object.id)).map(({ kind, namespace }) => `${kind} ${namespace}`)
}

describe('shownObjects', () => {
  it('is nothing to ask about without a filter', () => {
    expect(shownObjects(workspace.objects, problemsByObject, NO_FILTER)).toBeNull()
  })
  it('looks for every word in kind, name and namespace', () => {
    expect(shown({ text: 'pod SHOP' })).toEqual(['Pod shop'])
  })
  it('keeps what belongs to no namespace with each of them', () => {
    expect(shown({ namespace: 'other' })).toEqual(['Pod other', 'ClusterRole null'])
    expect(shown({ namespace: 'shop' })).toContain('Namespace null')
  })
  it('hides families', () => {
    expect(shown({ hiddenFamilies: new Set(['workload']) })).not.toContain('Pod shop')
  })
  it.each([
    ['kind:po', ['Pod shop', 'Pod other']],
    ['kind:cm', ['ConfigMap shop']],
    ['kind:map', ['ConfigMap shop']],
    ['ns:shop', ['ConfigMap shop', 'Pod shop']],
    ['label:team', ['ConfigMap shop']],
    ['team=payments', ['ConfigMap shop']],
    ['team=others', []],
    ['image:web', ['Pod shop']],
    ['name:web -ns:shop', ['Pod other']],
    ['problem:error', ['Pod shop']],
    ['problem:', ['Pod shop']],
  ])('understands %s', (words, found) => {
    expect(shown({ text: words })).toEqual(found)
  })
  it('finds what has problems', () => {
    expect(shown({ problemsOnly: true })).toEqual(['Pod shop'])
  })
})
