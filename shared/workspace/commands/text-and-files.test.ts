import { describe, expect, it } from 'vitest'
import { designOf, done, idOf, refused, textsOf } from '../design.test-data'
import { addFiles } from '../workspace'
import { updateDesign } from '../design'
import { deleteFile } from './delete-file'
import { editText } from './edit-text'
import { moveCards } from './move-cards'
import { newFile } from './new-file'
import { renameFile } from './rename-file'

const pod = (name: string): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n`

describe('editText', () => {
  it('takes over what was typed', () => {
    const design = designOf({ 'a.yaml': pod('web') })
    const from = design.workspace.files.get('a.yaml')!.text.indexOf('web')
    const { after } = done(
      design,
      editText(design, { file: 'a.yaml', splices: [{ from, to: from + 3, insert: 'api' }] }),
    )
    expect(after.workspace.objects.map(({ name, id }) => [name, id])).toEqual([['api', idOf(design, 'Pod web')]])
  })

  it('refuses a file that is read-only, with the reason', () => {
    const { workspace } = designOf({})
    const file = { path: 'a.yaml', text: pod('web'), readOnly: 'you have no right to write it' }
    const design = updateDesign(null, addFiles(workspace, [file]))
    const refusal = refused(editText(design, { file: 'a.yaml', splices: [{ from: 0, to: 1, insert: '' }] }))
    expect(refusal).toMatchObject({
      code: 'read-only',
      message: "a.yaml can't be edited: you have no right to write it",
    })
  })

  it('refuses a file that is not there', () => {
    expect(refused(editText(designOf({}), { file: 'a.yaml', splices: [] })).code).toBe('no-such-file')
  })
})

describe('moveCards', () => {
  it('puts cards where they were dropped, on whole numbers', () => {
    const design = designOf({ 'a.yaml': pod('web') })
    const id = idOf(design, 'Pod web')
    const { after, change } = done(design, moveCards(design, { places: new Map([[id, { x: 10.4, y: 20 }]]) }))
    expect(after.places.get(id)).toMatchObject({ x: 10, y: 20 })
    expect(change.says).toBe('Move Pod web')
    expect(after.graph).toBe(design.graph)
  })

  it('refuses cards that are gone', () => {
    expect(refused(moveCards(designOf({}), { places: new Map([['o9', { x: 0, y: 0 }]]) })).code).toBe('object-is-gone')
  })
})

describe('newFile', () => {
  it('makes a file that is not on the disk yet', () => {
    const design = designOf({})
    const { after } = done(design, newFile(design, { path: 'shop/web.yaml', text: pod('web') }))
    expect(after.workspace.files.get('shop/web.yaml')).toMatchObject({ savedText: null, text: pod('web') })
  })

  it.each([
    ['a.yaml', 'file-exists'],
    ['a.txt', 'invalid-path'],
    ['../a.yaml', 'invalid-path'],
    ['/a.yaml', 'invalid-path'],
    ['.git/a.yaml', 'invalid-path'],
    ['a//b.yaml', 'invalid-path'],
    ['a?.yaml', 'invalid-path'],
    ['.yaml', 'invalid-path'],
  ])('refuses %s as %s', (path, code) => {
    expect(refused(newFile(designOf({ 'a.yaml': '' }), { path })).code).toBe(code)
  })
})

describe('renameFile', () => {
  it('keeps the objects, their ids and their places', () => {
    const first = designOf({ 'a.yaml': `${pod('web')}---\n${pod('api')}` })
    const id = idOf(first, 'Pod api')
    const design = done(first, moveCards(first, { places: new Map([[id, { x: 1, y: 2 }]]) })).after
    const { after, applied } = done(design, renameFile(design, { path: 'a.yaml', to: 'shop/b.yaml' }))
    expect(after.workspace.object(id)).toMatchObject({ file: 'shop/b.yaml', name: 'api' })
    expect(after.places.get(id)).toMatchObject({ x: 1, y: 2 })
    expect(applied.made).toEqual([])
    expect([...after.workspace.deleted.keys()]).toEqual(['a.yaml'])
  })

  it('refuses a path that is taken', () => {
    const design = designOf({ 'a.yaml': '', 'b.yaml': '' })
    expect(refused(renameFile(design, { path: 'a.yaml', to: 'b.yaml' })).code).toBe('file-exists')
  })
})

describe('deleteFile', () => {
  it('takes the file, its objects and their places away', () => {
    const first = designOf({ 'a.yaml': pod('web'), 'b.yaml': pod('api') })
    const places = new Map([[idOf(first, 'Pod web'), { x: 1, y: 2 }]])
    const design = done(first, moveCards(first, { places })).after
    const { after, applied } = done(design, deleteFile(design, { path: 'a.yaml' }))
    expect(textsOf(after)).toEqual({ 'b.yaml': pod('api') })
    expect(after.workspace.layout.cards.size).toBe(0)
    expect(applied.inverse.select).toEqual([idOf(first, 'Pod web')])
  })

  it('refuses a file that could not be read: undo could not bring it back', () => {
    const failure = { code: 'not-utf-8', message: 'it is not UTF-8' }
    const design = updateDesign(null, addFiles(designOf({}).workspace, [{ path: 'a.yaml', failure }]))
    expect(refused(deleteFile(design, { path: 'a.yaml' })).code).toBe('read-only')
  })
})
