import { describe, expect, it } from 'vitest'
import { deleteFile } from './commands/delete-file'
import { editText } from './commands/edit-text'
import { moveCards } from './commands/move-cards'
import { renameFile } from './commands/rename-file'
import { designOf, done, idOf } from './design.test-data'
import { LAYOUT_PATH } from './layout'
import { hasUnsaved, markSaved, savePlan } from './save'
import { addFiles, emptyWorkspace, type Workspace } from './workspace'
import { updateDesign } from './design'

const pod = 'kind: Pod\nmetadata: {name: web}\n'
const insertion = { file: 'a.yaml', splices: [{ from: 0, to: 0, insert: '# x\n' }] }

/** The workspace after its save plan was carried out. */
const saved = (workspace: Workspace): Workspace =>
  markSaved(workspace, new Map(savePlan(workspace).map(({ path, text }) => [path, text])))

describe('savePlan', () => {
  it('writes nothing after opening, and nothing after an edit that was taken back', () => {
    const design = designOf({ 'a.yaml': pod })
    expect(savePlan(design.workspace)).toEqual([])
    const { after } = done(design, editText(design, insertion))
    const back = { ...insertion, splices: [{ from: 0, to: 4, insert: '' }] }
    expect(savePlan(done(after, editText(after, back)).after.workspace)).toEqual([])
  })

  it('writes changed files, and expects what was read', () => {
    const design = designOf({ 'a.yaml': pod, 'b.yaml': '' })
    const { workspace } = done(design, editText(design, insertion)).after
    expect(savePlan(workspace)).toEqual([{ path: 'a.yaml', text: `# x\n${pod}`, expected: pod }])
    expect(hasUnsaved(workspace)).toBe(true)
    expect(hasUnsaved(saved(workspace))).toBe(false)
  })

  it('removes a deleted file, and the old path of a renamed one', () => {
    const design = designOf({ 'a.yaml': pod })
    const removal = { path: 'a.yaml', text: null, expected: pod }
    expect(savePlan(done(design, deleteFile(design, { path: 'a.yaml' })).after.workspace)).toEqual([removal])
    const { workspace } = done(design, renameFile(design, { path: 'a.yaml', to: 'b.yaml' })).after
    expect(savePlan(workspace)).toEqual([removal, { path: 'b.yaml', text: pod, expected: null }])
    expect(savePlan(saved(workspace))).toEqual([])
  })

  it('writes the layout when a card was moved, and not when it was moved back', () => {
    const design = designOf({ 'a.yaml': pod })
    const id = idOf(design, 'Pod web')
    const moved = done(design, moveCards(design, { places: new Map([[id, { x: 1, y: 2 }]]) })).after
    expect(savePlan(moved.workspace)).toMatchObject([{ path: LAYOUT_PATH, expected: null }])
    expect(savePlan(saved(moved.workspace))).toEqual([])
    const back = done(moved, moveCards(moved, { places: new Map([[id, null]]) })).after
    expect(savePlan(back.workspace)).toEqual([])
  })

  it('never writes over a layout file that can not be read', () => {
    const files = [
      { path: 'a.yaml', text: pod },
      { path: LAYOUT_PATH, text: '<<<<<<< mine' },
    ]
    const design = updateDesign(null, addFiles(emptyWorkspace(), files))
    expect(design.problems).toMatchObject([{ code: 'broken-layout', file: LAYOUT_PATH }])
    const places = new Map([[idOf(design, 'Pod web'), { x: 1, y: 2 }]])
    expect(savePlan(done(design, moveCards(design, { places })).after.workspace)).toEqual([])
  })

  it('leaves a layout file alone that only looks different', () => {
    const text = '{"version":1,"cards":{"default/Pod./web":{"x":1,"y":2}}}'
    const workspace = addFiles(emptyWorkspace(), [
      { path: 'a.yaml', text: pod },
      { path: LAYOUT_PATH, text },
    ])
    expect(savePlan(workspace)).toEqual([])
  })
})
