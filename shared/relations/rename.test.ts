import { expect, it } from 'vitest'
import { findGraph } from './find'
import { objectsFrom } from './objects-for-tests'
import { referencesTo } from './rename'

const DESIGN = `
apiVersion: v1
kind: Secret
metadata: {name: keys}
stringData: {a: x}
---
apiVersion: v1
kind: Secret
metadata: {name: keys, namespace: other}
---
apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  containers: [{name: m, env: [{name: A, valueFrom: {secretKeyRef: {name: keys, key: a}}}, {name: B, valueFrom: {secretKeyRef: {name: keys, key: gone}}}]}]
  volumes: [{name: v, secret: {secretName: keys, items: [{key: a, path: a}]}}]
---
apiVersion: v1
kind: Service
metadata: {name: keys}`

it('every value that names the object, each once, and none that names another of its name', () => {
  const graph = findGraph(objectsFrom(DESIGN))
  const places = referencesTo(graph, 'Secret keys')
  expect(places.map(({ object, path, renamed }) => [object, path, renamed('new')])).toEqual([
    ['Pod p', '/spec/containers/0/env/0/valueFrom/secretKeyRef/name', 'new'],
    ['Pod p', '/spec/containers/0/env/1/valueFrom/secretKeyRef/name', 'new'],
    ['Pod p', '/spec/volumes/0/secret/secretName', 'new'],
  ])
  expect(referencesTo(graph, 'Secret keys in other')).toEqual([])
  expect(referencesTo(graph, 'Service keys')).toEqual([])
})
