import { describe, expect, it } from 'vitest'
import { designOf, done, idOf, refused } from '../design.test-data'
import type { Note, SavedView } from '../layout-marks'
import { parseLayout, printLayout } from '../layout-file'
import { markSaved, savePlan } from '../save'
import { fromDisk } from '../from-disk'
import { applyChange } from '../workspace'
import { updateDesign } from '../design'
import { keepView } from './keep-view'
import { renameObject } from './rename-object'
import { showNamespaces } from './show-namespaces'
import { writeNotes } from './write-notes'

const files = {
  'shop.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n',
  '.chartroom/layout.json':
    '{"version": 1, "cards": {}, "notes": {"old": {"x": 0, "y": 0, "width": 200, "height": 60, "text": "old"}}}',
}
const note: Note = { x: 4, y: 8, width: 240, height: 80, text: 'Why', isFrame: false, colour: null, more: {} }
const view: SavedView = {
  text: 'kind:Pod',
  namespace: 'shop',
  hiddenFamilies: [],
  hiddenGroups: ['mesh'],
  problemsOnly: false,
  lens: null,
  x: 0,
  y: 0,
  zoom: 1,
  more: {},
}

describe('writeNotes', () => {
  it('adds a note, which a save writes beside what is there', () => {
    const design = designOf(files)
    const { after, change } = done(design, writeNotes(design, { notes: new Map([['new', note]]) }))
    expect(change.says).toBe('Add note')
    const [saved] = savePlan(after.workspace)
    expect(saved?.text).toContain('"new": { "x": 4, "y": 8, "width": 240, "height": 80, "text": "Why" }')
    expect(saved?.text).toContain('"old": { "x": 0')
  })

  it('moves a frame with its cards in one step, and says what it did', () => {
    const design = designOf(files)
    const id = idOf(design, 'Namespace shop')
    const old = design.workspace.layout.marks.notes.get('old')!
    const planned = writeNotes(design, {
      notes: new Map([['old', { ...old, x: 20 }]]),
      places: new Map([[id, { x: 20, y: 0 }]]),
    })
    const { after, change } = done(design, planned)
    expect(change.says).toBe('Move note')
    expect(after.places.get(id)).toMatchObject({ x: 20, y: 0 })
  })

  it('deletes one, and refuses to delete what is gone', () => {
    const design = designOf(files)
    const { after } = done(design, writeNotes(design, { notes: new Map([['old', null]]) }))
    expect(after.workspace.layout.marks.notes.size).toBe(0)
    expect(refused(writeNotes(after, { notes: new Map([['old', null]]) })).code).toBe('nothing-to-change')
  })
})

describe('showNamespaces', () => {
  it('collapses, colours, and leaves nothing behind where all is as usual again', () => {
    const design = designOf(files)
    const collapsed = done(design, showNamespaces(design, { namespaces: ['shop'], isCollapsed: true })).after
    const red = done(collapsed, showNamespaces(collapsed, { namespaces: ['shop'], colour: 'red' })).after
    expect(red.workspace.layout.marks.namespaces.get('shop')).toMatchObject({ isCollapsed: true, colour: 'red' })
    const open = done(red, showNamespaces(red, { namespaces: ['shop'], isCollapsed: false, colour: null })).after
    expect(open.workspace.layout.marks.namespaces.size).toBe(0)
    expect(refused(showNamespaces(open, { namespaces: ['shop'], isCollapsed: false })).code).toBe('nothing-to-change')
  })

  it('has a look that follows when the Namespace gets another name', () => {
    const design = designOf(files)
    const red = done(design, showNamespaces(design, { namespaces: ['shop'], colour: 'red' })).after
    const { after } = done(red, renameObject(red, { object: idOf(red, 'Namespace shop'), name: 'store' }))
    expect([...after.workspace.layout.marks.namespaces.keys()]).toEqual(['store'])
  })
})

describe('keepView', () => {
  it('keeps, replaces and forgets a view', () => {
    const design = designOf(files)
    const kept = done(design, keepView(design, { name: 'Pods', view }))
    expect(kept.change.says).toBe('Keep view Pods')
    expect(kept.after.workspace.layout.marks.views.get('Pods')).toEqual(view)
    const changed = done(kept.after, keepView(kept.after, { name: 'Pods', view: { ...view, zoom: 0.5 } }))
    expect(changed.change.says).toBe('Change view Pods')
    const forgotten = done(changed.after, keepView(changed.after, { name: 'Pods', view: null })).after
    expect(forgotten.workspace.layout.marks.views.size).toBe(0)
  })

  it('is saved when it was saved, wherever the view stood', () => {
    const design = designOf(files)
    const { text, ...rest } = view
    const crooked = { ...rest, x: 0.4, y: -7.5, zoom: 1.10003, text }
    const { workspace } = done(design, keepView(design, { name: 'Pods', view: crooked })).after
    const saved = new Map(savePlan(workspace).map(({ path, text }) => [path, text]))
    expect(savePlan(markSaved(workspace, saved))).toEqual([])
  })

  it('refuses a view without a name', () => {
    expect(refused(keepView(designOf(files), { name: ' ', view })).code).toBe('invalid-name')
  })
})

describe('a layout file that another program writes', () => {
  it('brings its notes in, and leaves those alone that were edited here', () => {
    const design = designOf(files)
    const old = design.workspace.layout.marks.notes.get('old')!
    const edit = writeNotes(design, { notes: new Map([['old', { ...old, text: 'mine' }]]) })
    const mine = done(design, edit).after.workspace
    const reading = parseLayout(files['.chartroom/layout.json'])
    if (!reading.ok) throw new Error(reading.message)
    const notes = new Map([
      ['old', { ...old, text: 'theirs' }],
      ['new', note],
    ])
    const text = printLayout({ ...reading.layout, marks: { ...reading.layout.marks, notes } })
    const path = '.chartroom/layout.json'
    const { workspace, change } = fromDisk(mine, new Map([[path, { path, text }]]))
    const after = updateDesign(null, applyChange(workspace, change!).workspace).workspace.layout.marks.notes
    expect([...after].map(([id, { text: says }]) => [id, says])).toEqual([
      ['old', 'mine'],
      ['new', 'Why'],
    ])
  })
})
