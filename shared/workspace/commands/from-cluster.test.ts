import { describe, expect, it } from 'vitest'
import { designOf, done, idOf, refused, textsOf } from '../design.test-data'
import { importFiles } from './import-files'
import { takeDrift } from './take-drift'

const web = `
  # scaled by hand
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: web, namespace: shop}
  spec:
    replicas: 2 # for now
  ---
  apiVersion: v1
  kind: ConfigMap
  metadata: {name: old, namespace: shop}
`

describe('takeDrift', () => {
  const design = designOf({ 'web.yaml': web })
  const replicas = { op: 'replace', path: '/spec/replicas', value: 5 } as const

  it('takes fields and deletions as one step, and leaves the comments', () => {
    const { after, change } = done(
      design,
      takeDrift(design, {
        edits: [{ object: idOf(design, 'Deployment web'), patch: [replicas] }],
        gone: [idOf(design, 'ConfigMap old')],
      }),
    )
    expect(change.says).toBe('Take 2 objects from the cluster')
    expect(textsOf(after)['web.yaml']).toContain('# scaled by hand')
    expect(textsOf(after)['web.yaml']).toContain('replicas: 5 # for now')
    expect(after.workspace.objects.map(object => object.name)).toEqual(['web'])
  })

  it('takes nothing where one field can’t be taken', () => {
    const missing = { op: 'replace', path: '/spec/paused', value: true } as const
    const edits = [{ object: idOf(design, 'Deployment web'), patch: [replicas, missing] }]
    expect(refused(takeDrift(design, { edits, gone: [] })).code).toBe('no-such-path')
  })

  it('does nothing where nothing was chosen', () => {
    expect(refused(takeDrift(design, { edits: [], gone: [] })).code).toBe('nothing-to-take')
  })
})

describe('importFiles', () => {
  const design = designOf({ 'shop/web.yaml': web })
  const file = (path: string, name: string) => ({
    path,
    text: `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: shop\n`,
  })

  it('adds the files as they are, under paths that are free', () => {
    const files = [file('shop/web.yaml', 'a'), file('shop/b.yaml', 'b')]
    const { after, change } = done(design, importFiles(design, { files, from: 'kind-local' }))
    expect(change.says).toBe('Import 2 objects from kind-local')
    expect([...after.workspace.files.keys()]).toEqual(['shop/b.yaml', 'shop/web-imported.yaml', 'shop/web.yaml'])
    expect(textsOf(after)['shop/b.yaml']).toBe(files[1]!.text)
  })

  it('leaves out what the design has already', () => {
    const files = [file('shop/old.yaml', 'old'), file('shop/b.yaml', 'b')]
    const { change } = done(design, importFiles(design, { files, from: 'kind-local' }))
    expect([...change.files.keys()]).toEqual(['shop/b.yaml'])
    expect(refused(importFiles(design, { files: files.slice(0, 1), from: 'kind-local' })).code).toBe(
      'nothing-to-import',
    )
  })
})
