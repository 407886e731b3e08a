import { describe, expect, it } from 'vitest'
import { editText } from '../workspace/commands/edit-text'
import { updateDesign, type Design } from '../workspace/design'
import { designOf, done, idOf, yaml } from '../workspace/design.test-data'
import { applyChange } from '../workspace/workspace'

/** Each problem as "severity code: the text that it marks". */
const marks = (design: Design): readonly string[] =>
  design.problems.map(({ severity, code, file, from, to }) => {
    return `${severity} ${code}: ${design.workspace.files.get(file)?.text.slice(from, to)}`
  })
const found = (text: string): readonly string[] => marks(designOf({ 'a.yaml': text }))

const pod = (spec: string): string => `kind: Pod\napiVersion: v1\nmetadata: {name: web}\nspec: ${spec}\n`
const workload = (selector: string, labels: string): string => `
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: web}
  spec:
    selector: ${selector}
    template: {metadata: {labels: ${labels}}, spec: {containers: []}}
`

describe('dangling-reference', () => {
  const env = (more: string): string =>
    pod(`{containers: [{name: a, image: nginx, envFrom: [{configMapRef: {name: settings${more}}}]}]}`)

  it('is an error that marks the name and says what is missing', () => {
    const { problems } = designOf({ 'a.yaml': env('') })
    expect(problems).toMatchObject([
      {
        message: 'Pod web refers to ConfigMap settings, which is in no file of namespace default',
        path: '/spec/containers/0/envFrom/0/configMapRef/name',
        fix: 'Create ConfigMap settings, or name one that is there.',
      },
    ])
    expect(found(env(''))).toEqual(['error dangling-reference: settings'])
  })
  it('is only told where the reference is optional', () => {
    expect(found(env(', optional: true'))).toEqual(['info dangling-reference: settings'])
  })
  it('is not said of what every cluster has', () => {
    expect(found(pod('{serviceAccountName: default}')).filter(mark => mark.startsWith('error'))).toEqual([])
  })
  it('goes when the target appears in another file, and comes back with its removal', () => {
    const before = designOf({ 'a.yaml': env(''), 'b.yaml': '' })
    const insert = 'kind: ConfigMap\napiVersion: v1\nmetadata: {name: settings}\n'
    const { after } = done(before, editText(before, { file: 'b.yaml', splices: [{ from: 0, to: 0, insert }] }))
    expect(after.problems).toEqual([])
    const removal = [{ from: 0, to: insert.length, insert: '' }]
    expect(marks(done(after, editText(after, { file: 'b.yaml', splices: removal })).after)).toEqual(marks(before))
  })
})

describe('duplicate-object', () => {
  const account = 'kind: ServiceAccount\napiVersion: v1\nmetadata: {name: web}\n'

  it('warns at the later of two that differ in one folder', () => {
    const { problems } = designOf({ 'a.yaml': account, 'b.yaml': `${account}automountServiceAccountToken: false\n` })
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        file: 'b.yaml',
        message: 'ServiceAccount web of namespace default is also in a.yaml: the one that is applied last wins',
      },
    ])
  })
  it('only tells of the same object twice, and of overlays in folders of their own', () => {
    expect(found(`${account}---\n${account}`)).toEqual(['info duplicate-object: web'])
    const { problems } = designOf({ 'dev/a.yaml': account, 'prod/a.yaml': `${account}secrets: []\n` })
    expect(problems.map(({ severity, file }) => `${severity} ${file}`)).toEqual(['info prod/a.yaml'])
  })
  it('leaves objects of other namespaces and objects without a name alone', () => {
    const nameless = 'kind: Job\napiVersion: batch/v1\nmetadata: {generateName: x-}\n'
    expect(found(`${account}---\n${account.replace('web', 'web, namespace: shop')}`)).toEqual([])
    expect(found(`${nameless}---\n${nameless}`)).toEqual([])
  })
})

describe('selector-matches-nothing', () => {
  const service = (selector: string): string =>
    `kind: Service\napiVersion: v1\nmetadata: {name: web}\nspec: {ports: [{port: 80}], selector: ${selector}}\n`

  it('warns at the selector', () => {
    expect(found(service('{app: web}'))).toEqual(['warning selector-matches-nothing: selector'])
  })
  it('is content with a workload that has more labels', () => {
    expect(
      found(`${service('{app: web}')}---\n${yaml(workload('{matchLabels: {app: web}}', '{app: web, v: a}'))}`),
    ).toEqual([])
  })
  it('leaves a Service without a selector, or with an empty one, alone', () => {
    expect(found(service('{}'))).toEqual([])
    expect(found('kind: Service\napiVersion: v1\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n')).toEqual([])
  })
})

describe('selector-misses-template', () => {
  it.each([
    ['{matchLabels: {app: web}}', '{app: api}', 1],
    ['{matchExpressions: [{key: app, operator: In, values: [web]}]}', '{app: api}', 1],
    ['{matchLabels: {app: web}}', '{app: web, more: x}', 0],
    ['{matchExpressions: [{key: app, operator: Exists}]}', '{app: api}', 0],
    // A patch for a kustomization names the selector and leaves the labels to its base.
    ['{matchLabels: {app: web}}', '{}', 0],
  ])('of selector %s and labels %s: %i', (selector, labels, count) => {
    expect(found(yaml(workload(selector, labels)))).toHaveLength(count)
  })
})

describe('problems of an edited design', () => {
  const dangling = pod('{containers: [{name: a, image: nginx, envFrom: [{secretRef: {name: keys}}]}]}')
  const two = `${dangling}---\n${dangling.replace('name: web', 'name: api')}`

  it('move with the text above them', () => {
    const before = designOf({ 'a.yaml': two })
    const { after } = done(before, editText(before, { file: 'a.yaml', splices: [{ from: 0, to: 0, insert: '# x\n' }] }))
    expect(marks(after)).toEqual(marks(before))
  })
  it('stay the same lists for objects that stay', () => {
    const before = designOf({ 'a.yaml': two })
    const splices = [{ from: two.length, to: two.length, insert: '# x\n' }]
    const { after } = done(before, editText(before, { file: 'a.yaml', splices }))
    const id = idOf(before, 'Pod web')
    expect(after.problemsByObject.get(id)).toBe(before.problemsByObject.get(id))
  })
  it('name the object whose text can not be read at the moment', () => {
    const before = designOf({ 'a.yaml': two })
    const change = {
      says: 'Type',
      files: new Map([['a.yaml', { type: 'edit', splices: [{ from: 0, to: 0, insert: '"' }] } as const]]),
    }
    const after = updateDesign(before, applyChange(before.workspace, change).workspace)
    const id = idOf(before, 'Pod web')
    expect(after.problemsByObject.get(id)?.map(({ code }) => code)).toEqual(['unreadable-yaml'])
  })
})

describe('not-an-object', () => {
  it('says what a document is instead', () => {
    const { problems } = designOf({
      'kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n',
      'list.yaml': 'kind: List\nitems: [{a: 1}]\n',
      'other.yaml': 'replicas: 1\n',
      'values.yaml': 'replicas: 1\n',
    })
    expect(problems.map(({ message, severity }) => `${severity} ${message}`)).toEqual([
      'info This is a kustomization: kubectl builds objects from it, it is none itself',
      'info Item 0 of this list is no Kubernetes object: it has no kind or no metadata',
      'info This document is no Kubernetes object: it has no kind or no metadata',
      'info These are values for templates, not a Kubernetes object',
    ])
  })
})

describe('files that a kustomization patches with', () => {
  const patch = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {containers: [{name: web}]}}}\n`
  const kustomization = (more: string): string =>
    `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../base]\n${more}`
  const errorsIn = (files: Readonly<Record<string, string>>): readonly string[] =>
    designOf(files).problems.flatMap(({ severity, code, file }) => (severity === 'error' ? [`${file} ${code}`] : []))

  it.each(['patches: [{path: patch.yaml}]\n', 'patchesStrategicMerge: [./patch.yaml]\n'])(
    'are no whole objects: %s',
    more => {
      expect(errorsIn({ 'prod/kustomization.yaml': kustomization(more), 'prod/patch.yaml': patch })).toEqual([])
    },
  )
  it('are judged as objects in other folders, and without the kustomization', () => {
    const files = {
      'dev/patch.yaml': patch,
      'prod/kustomization.yaml': kustomization('patches: [{path: patch.yaml}]\n'),
    }
    expect(errorsIn(files)).toEqual(['dev/patch.yaml container-without-image'])
  })
  it('are judged anew when the kustomization changes', () => {
    const file = 'prod/kustomization.yaml'
    const before = designOf({ [file]: kustomization(''), 'prod/patch.yaml': patch })
    const insert = 'patches:\n  - path: patch.yaml\n'
    const end = kustomization('').length
    const { after } = done(before, editText(before, { file, splices: [{ from: end, to: end, insert }] }))
    expect(before.problems.some(({ severity }) => severity === 'error')).toBe(true)
    expect(after.problems.some(({ severity }) => severity === 'error')).toBe(false)
  })
})
