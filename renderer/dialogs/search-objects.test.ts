import { describe, expect, it } from 'vitest'
import { addFiles, emptyWorkspace } from '../../shared/workspace/workspace'
import { findObjects } from './search-objects'

const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop, labels: {tier: front}}
spec:
  template:
    spec: {containers: [{name: a, image: "nginx:1.29"}]}
---
apiVersion: v1
kind: Service
metadata: {name: nginx, namespace: shop}
---
apiVersion: v1
kind: Service
metadata: {name: other}
`
const { objects } = addFiles(emptyWorkspace(), [{ path: 'a.yaml', text }])
const found = (words: string, most = 10) =>
  findObjects(objects, words, most).map(({ object, by }) => `${object.name}${by === null ? '' : `, ${by}`}`)

describe('findObjects', () => {
  it('finds by name first, then by image', () => {
    expect(found('NGINX')).toEqual(['nginx', 'web, image nginx:1.29'])
  })
  it('finds by label and namespace, and wants every word', () => {
    expect(found('tier=front')).toEqual(['web, label tier=front'])
    expect(found('service shop')).toEqual(['nginx, namespace shop'])
    expect(found('service front')).toEqual([])
  })
  it('finds nothing for nothing, and stops at the number that is wanted', () => {
    expect(found(' ')).toEqual([])
    expect(found('e', 1)).toHaveLength(1)
  })
})
