import { describe, expect, it } from 'vitest'
import { readFile } from '../yaml/read/read-file'
import { yaml } from './design.test-data'
import { objectsIn, type FoundObjects } from './objects-in'

const found = (text: string): FoundObjects => {
  const source = yaml(text)
  return objectsIn(source, readFile(source)[0]!)
}
const titles = (text: string): readonly string[] =>
  found(text).objects.map(({ apiVersion, kind, name, span }) => `${span.item ?? '-'} ${apiVersion} ${kind} ${name}`)

describe('objectsIn', () => {
  it('finds the object of a document', () => {
    const { objects, holds } = found(`
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
    `)
    expect(holds).toBe('objects')
    expect(objects).toMatchObject([
      { group: 'apps', kind: 'Deployment', name: 'web', writtenNamespace: 'shop', isClusterScoped: false },
    ])
  })

  it('takes each item of a List for an object of its own', () => {
    expect(
      titles(`
        apiVersion: v1
        kind: List
        items:
          - apiVersion: v1
            kind: Service
            metadata: {name: a}
          - apiVersion: apps/v1
            kind: Deployment
            metadata: {name: b}
      `),
    ).toEqual(['0 v1 Service a', '1 apps/v1 Deployment b'])
  })

  it('fills in what a typed list says once for all its items, and no more', () => {
    const text = `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleList
      items:
        - metadata: {name: a}
        - apiVersion: v1
          kind: Role
          metadata: {name: b}
    `
    expect(titles(text)).toEqual(['0 rbac.authorization.k8s.io/v1 Role a', '1 v1 Role b'])
    expect(found(text).objects[0]?.data).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'a' },
    })
  })

  it('tells where items of a list are no objects', () => {
    const { objects, strangers } = found('kind: List\nitems:\n- 1\n- {kind: Pod, metadata: {name: a}}\n- {kind: Pod}\n')
    expect(objects.map(({ span }) => span.item)).toEqual([1])
    expect(strangers.map(({ item }) => item)).toEqual([0, 2])
  })

  it('gives the place of a document and of an item', () => {
    const text = yaml(`
      # a comment
      kind: List
      items:
      - kind: Pod
        metadata:
          name: a
    `)
    const [object] = objectsIn(text, readFile(text)[0]!).objects
    expect(text.slice(object!.span.from, object!.span.to)).toBe('kind: Pod\n  metadata:\n    name: a')
  })

  it.each([
    ['', 'nothing'],
    ['# only a comment\n', 'nothing'],
    ['null\n', 'nothing'],
    ['replicaCount: 1\n', 'something-else'],
    ['kind: Pod\n', 'something-else'],
    ['kind: Pod\nmetadata:\n', 'something-else'],
    ['- 1\n', 'something-else'],
    ['apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n', 'kustomization'],
    ['a: [\n', 'unreadable'],
    ['a: .inf\n', 'unreadable'],
  ])('takes %j for %s', (text, holds) => {
    const reading = readFile(text)[0] ?? {
      piece: { index: 0, from: 0, to: 0 },
      root: null,
      comments: [],
      problems: [],
      readBy: 'fast',
    }
    expect(objectsIn(text, reading).holds).toBe(holds)
  })
})
