import { describe, expect, it } from 'vitest'
import { updateDesign } from '../design'
import { designOf, done, idOf, refused, textsOf, yaml } from '../design.test-data'
import { addFiles } from '../workspace'
import { connect } from './connect'
import { disconnect } from './disconnect'
import { patchObject } from './patch-object'
import { setField } from './set-field'

const deployment = yaml(`
  apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: web
    labels: {app: web}
  spec:
    replicas: 2   # by hand
    selector: {matchLabels: {app: web}}
    template:
      metadata: {labels: {app: web}}
      spec:
        containers:
        - name: web
          image: nginx
          ports: [{containerPort: 8080}]
`)
const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n  - port: 80\n'

describe('setField', () => {
  const set = (text: string, path: string, value: Parameters<typeof setField>[1]['value']): string => {
    const design = designOf({ 'a.yaml': text })
    const object = design.workspace.objects[0]!.id
    return textsOf(done(design, setField(design, { object, path, value })).after)['a.yaml']!
  }

  it('changes a value and keeps the comment behind it', () => {
    expect(set(deployment, '/spec/replicas', 3)).toBe(deployment.replace('2   #', '3   #'))
  })
  it('makes the maps around a field that is not there', () => {
    expect(set('kind: Pod\nmetadata:\n  name: a\n', '/metadata/labels/app', 'x')).toBe(
      'kind: Pod\nmetadata:\n  name: a\n  labels:\n    app: x\n',
    )
  })
  it('fills a map that is empty', () => {
    expect(set('kind: Pod\nmetadata:\n  name: a\nspec:\n', '/spec/nodeName', 'n1')).toBe(
      'kind: Pod\nmetadata:\n  name: a\nspec:\n  nodeName: n1\n',
    )
  })
  it('takes a field out', () => {
    expect(set(deployment, '/spec/replicas', undefined)).toBe(deployment.replace('  replicas: 2   # by hand\n', ''))
  })
  it('does nothing for the value that is there, or for a field that is not there to be taken out', () => {
    expect(set(deployment, '/spec/replicas', 2)).toBe(deployment)
    expect(set(deployment, '/spec/paused', undefined)).toBe(deployment)
  })
  it('names the step', () => {
    const design = designOf({ 'a.yaml': deployment })
    const planned = setField(design, { object: idOf(design, 'Deployment web'), path: '/spec/replicas', value: 3 })
    expect(done(design, planned).change.says).toBe('Set replicas of Deployment web')
  })
  it('refuses an object that is gone, and a file that is read-only', () => {
    expect(refused(setField(designOf({}), { object: 'o1', path: '/a', value: 1 })).code).toBe('object-is-gone')
    const file = { path: 'a.yaml', text: deployment, readOnly: 'it belongs to root' }
    const design = updateDesign(null, addFiles(designOf({}).workspace, [file]))
    const refusal = refused(setField(design, { object: idOf(design, 'Deployment web'), path: '/a', value: 1 }))
    expect(refusal).toMatchObject({ code: 'read-only', message: "a.yaml can't be edited: it belongs to root" })
  })
  it('says which file an edit was refused in', () => {
    const design = designOf({ 'a.yaml': 'kind: Pod\nmetadata: {name: a}\na: &x 1\nb: *x\n' })
    const refusal = refused(setField(design, { object: idOf(design, 'Pod a'), path: '/a', value: 2 }))
    expect(refusal).toMatchObject({ code: 'shared-by-alias', file: 'a.yaml' })
    expect(refusal.message).toMatch(/^a\.yaml: /)
  })
})

describe('patchObject', () => {
  it('does several operations as one step', () => {
    const design = designOf({ 'a.yaml': service })
    const patch = [
      { op: 'add', path: '/spec/type', value: 'NodePort' },
      { op: 'replace', path: '/spec/ports/0/port', value: 81 },
    ] as const
    const { after } = done(design, patchObject(design, { object: idOf(design, 'Service web'), patch }))
    expect(after.workspace.objects[0]?.data['spec']).toEqual({ type: 'NodePort', ports: [{ port: 81 }] })
  })
})

describe('connect and disconnect', () => {
  const files = { 'a.yaml': `# all\n${deployment}`, 'b.yaml': service }

  it('writes a relation into the file of the object that refers, and takes exactly that back', () => {
    const design = designOf(files)
    const [from, to] = [idOf(design, 'Service web'), idOf(design, 'Deployment web')]
    const { after, change } = done(design, connect(design, { rule: 'service-selects-workload', from, to }))
    expect(change.says).toBe('Connect Service web to Deployment web')
    expect([...change.files.keys()]).toEqual(['b.yaml'])
    const relations = after.graph.relations.filter(relation => relation.from === from && relation.to === to)
    expect(relations.map(({ rule }) => rule)).toEqual(['service-selects-workload'])
    expect(textsOf(done(after, disconnect(after, { relations })).after)).toEqual(textsOf(design))
  })

  it('refuses a rule that does not tie the two', () => {
    const design = designOf(files)
    const [from, to] = [idOf(design, 'Deployment web'), idOf(design, 'Service web')]
    expect(refused(connect(design, { rule: 'service-selects-workload', from, to })).code).toBe('cannot-wire')
    expect(refused(disconnect(design, { relations: [] })).code).toBe('cannot-unwire')
  })
})
