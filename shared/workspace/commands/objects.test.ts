import { describe, expect, it } from 'vitest'
import { designOf, done, idOf, refused, textsOf, yaml } from '../design.test-data'
import { addObject } from './add-object'
import { createMissing } from './create-missing'
import { deleteObjects } from './delete-objects'
import { duplicateObjects } from './duplicate-objects'
import { moveCards } from './move-cards'
import { moveObjectToFile } from './move-object-to-file'
import { pasteYaml } from './paste-yaml'
import { renameObject } from './rename-object'

const deployment = (name: string): string =>
  yaml(`
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: ${name}   # the name
      labels: {app: ${name}}
    spec:
      selector:
        matchLabels: {app: ${name}}
      template:
        metadata:
          labels: {app: ${name}}
        spec:
          containers:
          - name: main
            image: nginx
            envFrom:
            - secretRef: {name: keys}
  `)
const service = (name: string): string =>
  yaml(`
    apiVersion: v1
    kind: Service
    metadata:
      name: ${name}
    spec:
      selector:
        app: ${name}
      ports:
      - port: 80
  `)
const secret = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: keys\nstringData:\n  password: x\n'

describe('addObject', () => {
  it('makes a new file for it, named for the object, where the objects of its namespace are', () => {
    const design = designOf({ 'shop/api.yaml': deployment('api') })
    const { after, change, applied } = done(design, addObject(design, { group: 'apps', kind: 'Deployment' }))
    const object = after.workspace.object(applied.made[0]!)!
    expect(change.says).toBe(`Add Deployment ${object.name}`)
    expect(object.file).toBe(`shop/${object.name}.yaml`)
    expect(after.problems.filter(problem => problem.object === object.id)).toEqual([])
  })

  it('puts it at the end of a file, and its card where it was dropped', () => {
    const design = designOf({ 'a.yaml': secret })
    const input = { group: '', kind: 'ConfigMap', name: 'settings', file: 'a.yaml', at: { x: 4, y: 8 } }
    const { after, applied } = done(design, addObject(design, input))
    expect(textsOf(after)['a.yaml']).toMatch(/^apiVersion[^]*password: x\n---\napiVersion: v1\nkind: ConfigMap\n/)
    expect(after.places.get(applied.made[0]!)).toMatchObject({ x: 4, y: 8 })
  })

  it('writes the namespace where it is not the one that is meant without', () => {
    const design = designOf({})
    const added = done(design, addObject(design, { group: '', kind: 'ConfigMap', namespace: 'shop' })).after
    expect(added.workspace.objects[0]?.data['metadata']).toMatchObject({ namespace: 'shop' })
    const plain = done(design, addObject(design, { group: '', kind: 'ConfigMap' })).after
    expect(plain.workspace.objects[0]?.data['metadata']).not.toHaveProperty('namespace')
  })

  it('chooses a name that is free', () => {
    const first = designOf({})
    const input = { group: '', kind: 'ServiceAccount' }
    const once = done(first, addObject(first, input)).after
    const twice = done(once, addObject(once, input)).after
    expect(new Set(twice.workspace.objects.map(({ name }) => name)).size).toBe(2)
    expect(twice.workspace.files.size).toBe(2)
  })

  it.each([
    [{ group: '', kind: 'Secret', name: 'keys' }, 'name-is-taken'],
    [{ group: '', kind: 'Secret', name: 'My Keys' }, 'invalid-name'],
    [{ group: '', kind: 'Secret', name: 'x', file: 'a.txt' }, 'invalid-path'],
    [{ group: 'example.com', kind: 'Widget', name: 'x' }, 'no-starter'],
  ])('refuses %j as %s', (input, code) => {
    expect(refused(addObject(designOf({ 'a.yaml': secret }), input)).code).toBe(code)
  })
})

describe('renameObject', () => {
  it('rewrites the name and every reference to it, in all files, and nothing else', () => {
    const design = designOf({
      'a.yaml': deployment('api'),
      'b.yaml': `# first\n${secret}`,
      'c.yaml': deployment('web'),
    })
    const { after, change } = done(
      design,
      renameObject(design, { object: idOf(design, 'Secret keys'), name: 'tokens' }),
    )
    expect(textsOf(after)).toEqual({
      'a.yaml': deployment('api').replace('name: keys', 'name: tokens'),
      'b.yaml': `# first\n${secret}`.replace('name: keys', 'name: tokens'),
      'c.yaml': deployment('web').replace('name: keys', 'name: tokens'),
    })
    expect(change.says).toBe('Rename Secret keys to tokens')
    expect(after.problems.filter(({ code }) => code === 'dangling-reference')).toEqual([])
  })

  it('keeps the id and the place of the card', () => {
    const first = designOf({ 'b.yaml': secret })
    const id = idOf(first, 'Secret keys')
    const design = done(first, moveCards(first, { places: new Map([[id, { x: 1, y: 2 }]]) })).after
    const { after } = done(design, renameObject(design, { object: id, name: 'tokens' }))
    expect(after.workspace.object(id)?.name).toBe('tokens')
    expect(after.places.get(id)).toMatchObject({ x: 1, y: 2 })
  })

  it('does nothing for the name that it has', () => {
    const design = designOf({ 'b.yaml': secret })
    const { change } = done(design, renameObject(design, { object: idOf(design, 'Secret keys'), name: 'keys' }))
    expect(change.files.size).toBe(0)
  })

  it('refuses a name that is taken, and one that the API server would not take', () => {
    const design = designOf({ 'a.yaml': `${deployment('api')}---\n${deployment('web')}` })
    const object = idOf(design, 'Deployment web')
    expect(refused(renameObject(design, { object, name: 'api' }))).toMatchObject({
      code: 'name-is-taken',
      message: 'There is a Deployment api in namespace default already, in a.yaml. Choose another name.',
    })
    expect(refused(renameObject(design, { object, name: 'Web' })).code).toBe('invalid-name')
    expect(refused(renameObject(design, { object: 'o99', name: 'x' })).code).toBe('object-is-gone')
  })
})

describe('deleteObjects', () => {
  it('takes documents out, and a file that is empty then', () => {
    const design = designOf({
      'a.yaml': `${secret}---\n${deployment('web')}---\n${service('web')}`,
      'b.yaml': service('x'),
    })
    const objects = ['Deployment web', 'Secret keys', 'Service x'].map(title => idOf(design, title))
    const { after, change } = done(design, deleteObjects(design, { objects }))
    expect(textsOf(after)).toEqual({ 'a.yaml': service('web') })
    expect(change.says).toBe('Delete 3 objects')
  })

  it('takes items out of a List', () => {
    const list =
      'apiVersion: v1\nkind: List\nitems:\n- kind: Pod\n  metadata: {name: a}\n- kind: Pod\n  metadata: {name: b}\n'
    const design = designOf({ 'a.yaml': list })
    const { after } = done(design, deleteObjects(design, { objects: [idOf(design, 'Pod a')] }))
    expect(textsOf(after)['a.yaml']).toBe(list.replace('- kind: Pod\n  metadata: {name: a}\n', ''))
    expect(idOf(after, 'Pod b')).toBe(idOf(design, 'Pod b'))
  })

  it('brings the places of cards back when it is undone', () => {
    const first = designOf({ 'b.yaml': secret })
    const places = new Map([[idOf(first, 'Secret keys'), { x: 1, y: 2 }]])
    const design = done(first, moveCards(first, { places })).after
    const { after } = done(design, deleteObjects(design, { objects: [...places.keys()] }))
    expect(after.workspace.layout.cards.size).toBe(0)
  })

  it('refuses objects that are gone', () => {
    expect(refused(deleteObjects(designOf({}), { objects: ['o9'] })).code).toBe('object-is-gone')
  })
})

describe('duplicateObjects', () => {
  it('copies documents with comments, under new names, behind their originals', () => {
    const design = designOf({ 'a.yaml': deployment('web') })
    const { after } = done(design, duplicateObjects(design, { objects: [idOf(design, 'Deployment web')] }))
    expect(textsOf(after)['a.yaml']).toBe(`${deployment('web')}---\n${deployment('web-2')}`)
  })

  it('lets copies refer to copies: a Service selects the copied pods', () => {
    const design = designOf({ 'a.yaml': deployment('web'), 'b.yaml': service('web'), 'c.yaml': secret })
    const objects = ['Deployment web', 'Service web', 'Secret keys'].map(title => idOf(design, title))
    const { after, applied } = done(design, duplicateObjects(design, { objects }))
    expect(textsOf(after)['b.yaml']).toBe(`${service('web')}---\n${service('web-2')}`)
    expect(textsOf(after)['a.yaml']).toContain('name: keys-2')
    const made = new Set(applied.made)
    const crossing = after.graph.relations.filter(({ from, to }) => to !== null && made.has(from) !== made.has(to))
    expect(crossing).toEqual([])
  })

  it('puts the copies beside the cards that were placed', () => {
    const first = designOf({ 'b.yaml': secret })
    const id = idOf(first, 'Secret keys')
    const design = done(first, moveCards(first, { places: new Map([[id, { x: 1, y: 2 }]]) })).after
    const { after } = done(design, duplicateObjects(design, { objects: [id] }))
    expect(after.places.get(idOf(after, 'Secret keys-2'))).toMatchObject({ x: 41, y: 42 })
  })

  it('refuses objects that are gone', () => {
    expect(refused(duplicateObjects(designOf({}), { objects: ['o9'] })).code).toBe('object-is-gone')
  })
})

describe('pasteYaml', () => {
  it('puts objects into a new file as they are written', () => {
    const design = designOf({})
    const text = `# mine\n${secret}---\n${deployment('web')}`
    const { after, change } = done(design, pasteYaml(design, { text, at: { x: 0, y: 0 } }))
    expect(textsOf(after)).toEqual({ 'keys.yaml': text })
    expect(change.says).toBe('Paste 2 objects')
    expect(after.places.size).toBe(2)
  })

  it('gives taken names a number, and rewrites what the text says of them', () => {
    const design = designOf({ 'a.yaml': secret })
    const { after } = done(design, pasteYaml(design, { text: `${secret}---\n${deployment('web')}`, file: 'b.yaml' }))
    expect(textsOf(after)['b.yaml']).toBe(`${secret}---\n${deployment('web')}`.replaceAll('name: keys', 'name: keys-2'))
  })

  it.each([
    ['a: [', 'unreadable-yaml'],
    ['just words', 'nothing-to-paste'],
    ['', 'nothing-to-paste'],
  ])('refuses %j as %s', (text, code) => {
    expect(refused(pasteYaml(designOf({}), { text })).code).toBe(code)
  })
})

describe('createMissing', () => {
  it('makes the object that is missing, beside what refers to it', () => {
    const design = designOf({ 'shop/a.yaml': deployment('web') })
    const [relation] = design.graph.relations.filter(({ missing }) => missing)
    const { after, change } = done(design, createMissing(design, { relation: relation!, at: { x: 4, y: 4 } }))
    expect(change.says).toBe('Create Secret keys')
    expect(Object.keys(textsOf(after))).toEqual(['shop/a.yaml', 'shop/keys.yaml'])
    expect(after.problems.filter(({ code }) => code === 'dangling-reference')).toEqual([])
  })

  const reading = (key: string): string =>
    yaml(`
      apiVersion: v1
      kind: Pod
      metadata: {name: p-${key}}
      spec:
        containers:
        - name: main
          image: nginx
          env:
          - name: A
            valueFrom: {secretKeyRef: {name: keys, key: ${key}}}
    `)

  it('gives it the keys that are read of it', () => {
    const design = designOf({ 'a.yaml': `${reading('user')}---\n${reading('token')}` })
    const [relation] = design.graph.relations.filter(({ missing }) => missing)
    const { after } = done(design, createMissing(design, { relation: relation! }))
    const { data } = after.workspace.object(idOf(after, 'Secret keys'))!
    expect(Object.keys(data['stringData'] ?? {})).toEqual(['user', 'token'])
    expect(after.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('adds a key to an object that is there', () => {
    const design = designOf({ 'a.yaml': reading('user'), 'b.yaml': secret })
    const [relation] = design.graph.relations.filter(({ missing }) => missing?.key)
    const { after } = done(design, createMissing(design, { relation: relation! }))
    expect(textsOf(after)['b.yaml']).toBe(`${secret}  user: ""\n`)
  })

  it('refuses where nothing is missing', () => {
    const design = designOf({ 'a.yaml': deployment('web'), 'b.yaml': secret })
    expect(refused(createMissing(design, { relation: design.graph.relations[0]! })).code).toBe('nothing-to-create')
  })
})

describe('moveObjectToFile', () => {
  it('moves a document with its comments, and keeps the object', () => {
    const design = designOf({ 'a.yaml': `${secret}---\n${deployment('web')}`, 'b.yaml': service('web') })
    const object = idOf(design, 'Deployment web')
    const { after, applied } = done(design, moveObjectToFile(design, { object, file: 'b.yaml' }))
    expect(textsOf(after)).toEqual({ 'a.yaml': secret, 'b.yaml': `${service('web')}---\n${deployment('web')}` })
    expect([applied.made, applied.gone]).toEqual([[], []])
  })

  it('moves an item of a List into a new file, to the left edge', () => {
    const list =
      'apiVersion: v1\nkind: List\nitems:\n  # mine\n  - kind: Pod\n    metadata:\n      name: a # x\n  - kind: Pod\n    metadata: {name: b}\n'
    const design = designOf({ 'a.yaml': list })
    const { after } = done(design, moveObjectToFile(design, { object: idOf(design, 'Pod a'), file: 'a-pod.yaml' }))
    expect(textsOf(after)['a-pod.yaml']).toBe('# mine\nkind: Pod\nmetadata:\n  name: a # x\n')
  })

  it('refuses an item that takes its kind from its list', () => {
    const list = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleList\nitems:\n- metadata: {name: a}\n'
    const design = designOf({ 'a.yaml': list })
    const refusal = refused(moveObjectToFile(design, { object: idOf(design, 'Role a'), file: 'b.yaml' }))
    expect(refusal.code).toBe('cannot-edit-in-place')
  })

  it('does nothing when the object is there already', () => {
    const design = designOf({ 'a.yaml': secret })
    const planned = moveObjectToFile(design, { object: idOf(design, 'Secret keys'), file: 'a.yaml' })
    expect(done(design, planned).change.files.size).toBe(0)
  })
})
