import { describe, expect, it } from 'vitest'
import { updateDesign } from './design'
import { addFiles, applyChange, emptyWorkspace } from './workspace'

const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: regions.example.com}
spec:
  group: example.com
  scope: Cluster
  names: {kind: Region, plural: regions}
  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]
`
const region = 'apiVersion: example.com/v1\nkind: Region\nmetadata: {name: north}\n'
const start = addFiles(emptyWorkspace(), [
  { path: 'region.yaml', text: region },
  { path: 'crd.yaml', text: crd },
])
const north = start.objects.find(object => object.name === 'north')!
const edit = (path: string, text: string, from: string, to: string) => {
  const at = text.indexOf(from)
  const splices = [{ from: at, to: at + from.length, insert: to }]
  return { says: 'Edit', files: new Map([[path, { type: 'edit' as const, splices }]]) }
}

describe('the scope of a kind that the workspace defines', () => {
  it('takes its objects out of every namespace', () => {
    expect(north.namespace).toBeNull()
    expect(start.object(north.id)).toBe(north)
  })
  it('gives them their namespace back when the definition goes or says otherwise, and undoes that', () => {
    for (const change of [
      { says: 'Delete', files: new Map([['crd.yaml', { type: 'delete' as const }]]) },
      edit('crd.yaml', crd, 'Cluster', 'Namespaced'),
    ]) {
      const { workspace, inverse } = applyChange(start, change)
      expect(workspace.object(north.id)?.namespace).toBe('default')
      expect(applyChange(workspace, inverse).workspace.object(north.id)?.namespace).toBeNull()
    }
  })
  it('holds for an object that is edited, which stays the same object', () => {
    const { workspace, made, gone } = applyChange(start, edit('region.yaml', region, 'north', 'south'))
    expect(workspace.object(north.id)).toMatchObject({ name: 'south', namespace: null })
    expect([made, gone]).toEqual([[], []])
  })
})

describe('the kinds of a design', () => {
  it('are checked by their definitions, and kept while those stay', () => {
    const wide = crd.replace('{type: object}', '{type: object, properties: {spec: {type: object, required: [size]}}}')
    const workspace = addFiles(start, [
      { path: 'crd.yaml', text: wide },
      { path: 'region.yaml', text: `${region}spec: {}\n` },
    ])
    const design = updateDesign(null, workspace)
    expect(design.problems.map(problem => `${problem.code} ${problem.file}`)).toEqual(['missing-required region.yaml'])
    const moved = applyChange(workspace, edit('region.yaml', region, 'north', 'south')).workspace
    expect(updateDesign(design, moved).customKinds).toBe(design.customKinds)
  })
})
