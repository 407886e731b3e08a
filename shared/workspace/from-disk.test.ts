import { describe, expect, it } from 'vitest'
import { deleteFile } from './commands/delete-file'
import { editText } from './commands/edit-text'
import { moveCards } from './commands/move-cards'
import { updateDesign, type Design } from './design'
import { designOf, done, idOf, textsOf } from './design.test-data'
import { fromDisk, type FromDisk } from './from-disk'
import { LAYOUT_PATH } from './layout'
import { savePlan } from './save'
import { applyChange } from './workspace'

const pod = (name: string): string => `kind: Pod\nmetadata: {name: ${name}}\n`
const two = `${pod('a')}---\n${pod('b')}`

const seen = (design: Design, disk: Record<string, string | null>): FromDisk =>
  fromDisk(
    design.workspace,
    new Map(Object.entries(disk).map(([path, text]) => [path, text === null ? null : { path, text }])),
  )
/** The design after another program's doing, which can be undone. */
const taken = (design: Design, disk: Record<string, string | null>): Design => {
  const { workspace, change } = seen(design, disk)
  return done(updateDesign(design, workspace), { ok: true, change: change! }).after
}
const typed = (design: Design): Design =>
  done(design, editText(design, { file: 'a.yaml', splices: [{ from: 0, to: 0, insert: '# mine\n' }] })).after

describe('fromDisk', () => {
  it('takes over a file that another program wrote; what it left alone keeps its identity', () => {
    const before = designOf({ 'a.yaml': two })
    const after = taken(before, { 'a.yaml': two.replace('name: b', 'name: c') })
    expect(after.workspace.objects[0]).toBe(before.workspace.objects[0])
    expect(after.workspace.objects[1]).toMatchObject({ id: before.workspace.objects[1]!.id, name: 'c' })
    expect(savePlan(after.workspace)).toEqual([])
  })

  it('takes over new files and removals', () => {
    const after = taken(designOf({ 'a.yaml': two }), { 'a.yaml': null, 'b.yaml': pod('x') })
    expect(textsOf(after)).toEqual({ 'b.yaml': pod('x') })
    expect(savePlan(after.workspace)).toEqual([])
  })

  it('merges what was written with unsaved edits that are elsewhere, as one step', () => {
    const design = typed(designOf({ 'a.yaml': two }))
    const theirs = two.replace('name: b', 'name: c')
    const { change, merged, conflicts, workspace } = seen(design, { 'a.yaml': theirs })
    expect([merged, conflicts]).toEqual([['a.yaml'], []])
    const { workspace: after, inverse } = applyChange(workspace, change!)
    expect(after.files.get('a.yaml')!.text).toBe(`# mine\n${theirs}`)
    expect(savePlan(after)).toMatchObject([{ path: 'a.yaml', expected: theirs }])
    expect(applyChange(after, inverse).workspace.files.get('a.yaml')!.text).toBe(`# mine\n${two}`)
  })

  it('leaves unsaved edits alone where the two conflict', () => {
    const before = designOf({ 'a.yaml': two })
    const splices = [{ from: two.indexOf('a}'), to: two.indexOf('a}') + 1, insert: 'mine' }]
    const design = done(before, editText(before, { file: 'a.yaml', splices })).after
    const { change, conflicts, workspace } = seen(design, { 'a.yaml': two.replace('name: a', 'name: theirs') })
    expect([change, conflicts]).toEqual([null, ['a.yaml']])
    expect(savePlan(workspace)).toMatchObject([{ path: 'a.yaml', expected: two }])
  })

  it('calls a merge that has a key twice a conflict', () => {
    const text = 'a: 1\nb: 2\nc: 3\n'
    const before = designOf({ 'a.yaml': text })
    const splices = [{ from: 0, to: 0, insert: 'd: 4\n' }]
    const design = done(before, editText(before, { file: 'a.yaml', splices })).after
    expect(seen(design, { 'a.yaml': `${text}d: 5\n` }).conflicts).toEqual(['a.yaml'])
  })

  it('knows its own save when it hears of it', () => {
    const design = typed(designOf({ 'a.yaml': two }))
    const { change, conflicts, workspace } = seen(design, { 'a.yaml': `# mine\n${two}` })
    expect([change, conflicts]).toEqual([null, []])
    expect(savePlan(workspace)).toEqual([])
  })

  it('keeps an edited file that another program removed, as an unsaved one', () => {
    const design = typed(designOf({ 'a.yaml': two }))
    const { change, workspace } = seen(design, { 'a.yaml': null })
    expect(change).toBeNull()
    expect(savePlan(workspace)).toMatchObject([{ path: 'a.yaml', expected: null }])
  })

  it('calls a file a conflict that was deleted here and written there', () => {
    const before = designOf({ 'a.yaml': two })
    const design = done(before, deleteFile(before, { path: 'a.yaml' })).after
    expect(seen(design, { 'a.yaml': pod('x') }).conflicts).toEqual(['a.yaml'])
    expect(seen(design, { 'a.yaml': two }).conflicts).toEqual([])
  })

  it('shows a file that became unreadable, and takes it back when it is readable again', () => {
    const before = designOf({ 'a.yaml': two })
    const failure = { code: 'not-utf-8', message: 'a.yaml is not UTF-8' }
    const { workspace, withoutStep } = fromDisk(before.workspace, new Map([['a.yaml', { path: 'a.yaml', failure }]]))
    expect(withoutStep).toEqual(['a.yaml'])
    expect(updateDesign(before, workspace).problems).toMatchObject([{ code: 'not-utf-8', file: 'a.yaml' }])
    expect(savePlan(workspace)).toEqual([])
    const again = fromDisk(workspace, new Map([['a.yaml', { path: 'a.yaml', text: two }]]))
    expect(again.workspace.objects).toEqual(before.workspace.objects)
  })

  it('takes over places from another program, except for cards that were moved here', () => {
    const before = designOf({ 'a.yaml': two })
    const places = new Map([[idOf(before, 'Pod a'), { x: 1, y: 1 }]])
    const design = done(before, moveCards(before, { places })).after
    const layout = '{"version": 1, "cards": {"default/Pod./a": {"x": 9, "y": 9}, "default/Pod./b": {"x": 7, "y": 7}}}'
    const { workspace, change } = seen(design, { [LAYOUT_PATH]: layout })
    const after = updateDesign(design, applyChange(workspace, change!).workspace)
    expect(after.places.get(idOf(after, 'Pod a'))).toMatchObject({ x: 1, y: 1 })
    expect(after.places.get(idOf(after, 'Pod b'))).toMatchObject({ x: 7, y: 7 })
    expect(savePlan(after.workspace)).toMatchObject([{ path: LAYOUT_PATH, expected: layout }])
  })
})
