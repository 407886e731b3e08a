import { describe, expect, it } from 'vitest'
import { updateDesign } from '../../shared/workspace/design'
import { addFiles, emptyWorkspace } from '../../shared/workspace/workspace'
import { NO_FILTER } from '../store/state'
import type { Filter } from '../store/state'
import { shownObjects } from './shown-objects'

const text = `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
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
    expect(shown({ namespace: 'other' })).toEqual(['Namespace null', 'Pod other'])
  })
  it('hides families', () => {
    expect(shown({ hiddenFamilies: new Set(['workload']) })).not.toContain('Pod shop')
  })
  it('finds what has problems', () => {
    expect(shown({ problemsOnly: true })).toEqual(['Pod shop'])
  })
})
