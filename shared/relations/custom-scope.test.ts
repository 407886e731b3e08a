import { expect, it } from 'vitest'
import { designOf, idOf } from '../workspace/design.test-data'
import { referencesTo } from './rename'

const definition = (scope: string) => `
  apiVersion: apiextensions.k8s.io/v1
  kind: CustomResourceDefinition
  metadata: {name: zones.example.com}
  spec:
    group: example.com
    scope: ${scope}
    names: {kind: Zone, plural: zones}
    versions: [{name: v1, served: true, storage: true}]
`
const files = {
  'zone.yaml': `
    apiVersion: example.com/v1
    kind: Zone
    metadata: {name: north}
  `,
  'made.yaml': `
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: made
      namespace: shop
      ownerReferences: [{apiVersion: example.com/v1, kind: Zone, name: north, uid: x}]
  `,
}

it('a reference finds a custom kind of the cluster by what its definition says of its scope', () => {
  const design = designOf({ ...files, 'definition.yaml': definition('Cluster') })
  const zone = idOf(design, 'Zone north')
  const ties = design.graph.relationsOf(zone).filter(({ rule }) => rule === 'object-owned-by')
  expect(ties.map(({ from, missing }) => [from, missing])).toEqual([[idOf(design, 'ConfigMap made'), null]])
  expect(referencesTo(design.graph, zone).map(({ path }) => path)).toEqual(['/metadata/ownerReferences/0/name'])
})

it('and not one of another namespace where the kind is in namespaces', () => {
  const design = designOf({ ...files, 'definition.yaml': definition('Namespaced') })
  const ties = design.graph.relations.filter(({ rule }) => rule === 'object-owned-by')
  expect(ties.map(({ to, missing }) => [to, missing?.namespace])).toEqual([[null, 'shop']])
})

it('a custom resource is tied to its definition', () => {
  const design = designOf({ ...files, 'definition.yaml': definition('Cluster') })
  const ties = design.graph.relationsOf(idOf(design, 'Zone north')).filter(({ rule }) => rule === 'resource-defined-by')
  expect(ties.map(({ to }) => to)).toEqual([idOf(design, 'CustomResourceDefinition zones.example.com')])
})
