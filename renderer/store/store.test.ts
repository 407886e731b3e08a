// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { kindRow } from '../../shared/kinds/kinds'
import { addKind, changeField, typeText, wire } from './edits'
import { followDisk, settleConflict } from './from-disk'
import { redo, undo } from './history'
import { sessionForTests, settled } from './host-for-tests'
import { whenSaved } from './leave'
import { startDesign } from './new-design'
import { openFolder } from './open-folder'
import { save, saveInto } from './save'
import { selectAtCaret, selectObject } from './selection'
import type { Session } from './session'
import { unsavedWork } from './unsaved'

const web = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web # ours\nspec:\n  replicas: 2\n'
const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  LEVEL: info\n'

async function opened(files: Readonly<Record<string, string>> = { 'web.yaml': web, 'config.yaml': config }) {
  const { session, host } = sessionForTests(files)
  const stop = followDisk(session)
  await openFolder(session, '/somewhere')
  return { session, host, stop }
}
const textOf = (session: Session, path: string) => session.store.getState().open?.design.workspace.files.get(path)?.text
const idOf = (session: Session, name: string) => {
  const object = session.store.getState().open?.design.workspace.objects.find(each => each.name === name)
  if (!object) throw new Error(`No object ${name}`)
  return object.id
}
const unsaved = (session: Session) => unsavedWork(session.store.getState()).map(file => file.path)

describe('opening a folder', () => {
  it('reads every manifest, and ends with nothing unsaved', async () => {
    const { session } = await opened()
    const { open } = session.store.getState()
    expect(open?.design.workspace.objects.map(object => object.name)).toEqual(['settings', 'web'])
    expect(open?.reading).toBeNull()
    expect(unsaved(session)).toEqual([])
  })
  it('shows a file that is not YAML as a problem, and the others all the same', async () => {
    const { session } = await opened({ 'bad.yaml': 'a: [1,\n', 'web.yaml': web })
    const { open } = session.store.getState()
    expect(open?.design.problems.map(problem => [problem.file, problem.code])).toEqual([
      ['bad.yaml', 'unreadable-yaml'],
    ])
    expect(open?.design.workspace.objects).toHaveLength(1)
  })
})

describe('a change', () => {
  it('touches its value only, and is undone and redone', async () => {
    const { session } = await opened()
    changeField(session, idOf(session, 'web'), '/spec/replicas', 5)
    expect(textOf(session, 'web.yaml')).toBe(web.replace('replicas: 2', 'replicas: 5'))
    expect(unsaved(session)).toEqual(['web.yaml'])
    undo(session)
    expect(textOf(session, 'web.yaml')).toBe(web)
    expect(unsaved(session)).toEqual([])
    redo(session)
    expect(textOf(session, 'web.yaml')).toContain('replicas: 5')
  })
  it('that cannot be made changes nothing and says why', async () => {
    const { session } = await opened()
    const connect = { rule: 'no-such-rule', says: '', group: 'other', label: '', asks: [] } as const
    const ends = { from: idOf(session, 'web'), to: idOf(session, 'settings') }
    expect(wire(session, { offer: connect, ...ends }, {})).toBe(false)
    expect(textOf(session, 'web.yaml')).toBe(web)
    expect(session.store.getState().toasts).toHaveLength(1)
    expect(session.store.getState().announcement?.urgent).toBe(true)
  })
  it('that makes an object selects it and turns the editor to its file', async () => {
    const { session } = await opened({})
    addKind(session, kindRow('', 'ConfigMap'))
    const { selection, file, open } = session.store.getState()
    const [made] = open?.design.workspace.objects ?? []
    expect(selection.objects).toEqual([made?.id])
    expect(file).toBe(made?.file)
  })
  it('of typing is one step while it goes on', async () => {
    const { session } = await opened()
    for (const [n, letter] of [...'# by hand\n'].entries())
      typeText(session, 'web.yaml', [{ from: n, to: n, insert: letter }])
    expect(textOf(session, 'web.yaml')).toBe(`# by hand\n${web}`)
    undo(session)
    expect(textOf(session, 'web.yaml')).toBe(web)
  })
})

describe('selection', () => {
  it('follows the caret into the object in which it stands', async () => {
    const { session } = await opened()
    selectAtCaret(session, 'web.yaml', web.indexOf('replicas'))
    expect(session.store.getState().selection.objects).toEqual([idOf(session, 'web')])
  })
  it('keeps its identity through changes that leave its objects there', async () => {
    const { session } = await opened()
    selectObject(session, idOf(session, 'web'))
    const before = session.store.getState().selection
    changeField(session, idOf(session, 'settings'), '/data/LEVEL', 'debug')
    expect(session.store.getState().selection).toBe(before)
  })
})

describe('saving', () => {
  it('writes only what differs', async () => {
    const { session, host } = await opened()
    changeField(session, idOf(session, 'web'), '/spec/replicas', 5)
    expect(await save(session)).toBe(true)
    expect(host.files.get('web.yaml')).toBe(web.replace('2', '5'))
    expect(host.files.get('config.yaml')).toBe(config)
    expect(unsaved(session)).toEqual([])
  })
  it('asks the host nothing when nothing differs', async () => {
    const { session, host } = await opened()
    expect(await save(session)).toBe(true)
    expect(host.asked).not.toContain('files:save')
  })
  it('that is asked for twice at once is no change of another program', async () => {
    const { session, host } = await opened()
    changeField(session, idOf(session, 'web'), '/spec/replicas', 5)
    expect(await Promise.all([save(session), save(session)])).toEqual([true, true])
    expect(host.asked.filter(name => name === 'files:save')).toHaveLength(1)
    expect(session.store.getState().dialog).toBeNull()
  })
  it('gives a new design its folder', async () => {
    const { session, host } = sessionForTests()
    startDesign(session)
    addKind(session, kindRow('', 'ConfigMap'))
    expect(await save(session)).toBe(false)
    expect(session.store.getState().dialog).toEqual({ type: 'pick-folder', purpose: 'save' })
    expect(await saveInto(session, '/somewhere')).toBe(true)
    expect([...host.files.keys()].filter(path => path.endsWith('.yaml'))).toHaveLength(1)
    expect(session.store.getState().open?.folder?.root).toBe('root')
  })
  it('never writes over a file that the folder had already', async () => {
    const { session, host } = sessionForTests({ 'config.yaml': config })
    startDesign(session)
    addKind(session, kindRow('', 'ConfigMap'))
    expect(await saveInto(session, '/somewhere')).toBe(false)
    expect(host.files.get('config.yaml')).toBe(config)
    expect(session.store.getState().open?.folder).toBeNull()
  })
})

describe('a file that another program writes', () => {
  const theirs = config.replace('info', 'warn')

  it('is taken in as one step, and needs no saving', async () => {
    const { session, host } = await opened()
    host.writeFromOutside('config.yaml', theirs)
    await settled()
    expect(textOf(session, 'config.yaml')).toBe(theirs)
    expect(unsaved(session)).toEqual([])
    undo(session)
    expect(textOf(session, 'config.yaml')).toBe(config)
    expect(unsaved(session)).toEqual(['config.yaml'])
  })
  it('comes and goes with its objects', async () => {
    const { session, host } = await opened()
    host.writeFromOutside('more/extra.yaml', config.replace('settings', 'extra'))
    await settled()
    expect(idOf(session, 'extra')).toBeTruthy()
    host.writeFromOutside('more/extra.yaml', null)
    await settled()
    expect(textOf(session, 'more/extra.yaml')).toBeUndefined()
    expect(unsaved(session)).toEqual([])
  })
  it('is left alone while it has unsaved work here, and not written over either', async () => {
    const { session, host } = await opened()
    changeField(session, idOf(session, 'settings'), '/data/LEVEL', 'debug')
    host.writeFromOutside('config.yaml', theirs)
    await settled()
    expect(textOf(session, 'config.yaml')).toContain('debug')
    expect(await save(session)).toBe(false)
    expect(host.files.get('config.yaml')).toBe(theirs)
    expect(session.store.getState().dialog).toEqual({ type: 'changed-on-disk', files: ['config.yaml'] })
  })
  it('stays a question until the user has chosen, beside others of its kind', async () => {
    const { session, host } = await opened()
    const conflicts = () => [...(session.store.getState().open?.conflicts ?? [])]
    changeField(session, idOf(session, 'settings'), '/data/LEVEL', 'debug')
    changeField(session, idOf(session, 'web'), '/spec/replicas', 5)
    host.writeFromOutside('config.yaml', theirs)
    host.writeFromOutside('web.yaml', web.replace('replicas: 2', 'replicas: 3'))
    await settled()
    expect(conflicts()).toEqual(['config.yaml', 'web.yaml'])
    await settleConflict(session, new Map([['config.yaml', 'mine']]))
    expect(conflicts()).toEqual(['web.yaml'])
    await settleConflict(session, new Map([['web.yaml', 'theirs']]))
    expect(conflicts()).toEqual([])
  })
  it('is no question any more when the other program takes it back', async () => {
    const { session, host } = await opened()
    changeField(session, idOf(session, 'settings'), '/data/LEVEL', 'debug')
    host.writeFromOutside('config.yaml', theirs)
    host.writeFromOutside('config.yaml', config)
    await settled()
    expect(session.store.getState().open?.conflicts.size).toBe(0)
    expect(await save(session)).toBe(true)
  })
  it('gives way when mine is kept', async () => {
    const { session, host } = await opened()
    changeField(session, idOf(session, 'settings'), '/data/LEVEL', 'debug')
    host.writeFromOutside('config.yaml', theirs)
    await settled()
    await settleConflict(session, new Map([['config.yaml', 'mine']]))
    expect(await save(session)).toBe(true)
    expect(host.files.get('config.yaml')).toContain('debug')
  })
  it('is settled before a save that is asked for at once', async () => {
    const { session, host } = await opened()
    changeField(session, idOf(session, 'settings'), '/data/LEVEL', 'debug')
    host.writeFromOutside('config.yaml', theirs)
    await settled()
    const merged = theirs.replace('info', 'debug')
    void settleConflict(session, new Map([['config.yaml', { text: merged }]]))
    expect(await save(session)).toBe(true)
    expect(host.files.get('config.yaml')).toBe(merged)
  })
  it('takes the place of mine when theirs is taken, and mine can be had back', async () => {
    const { session, host } = await opened()
    changeField(session, idOf(session, 'settings'), '/data/LEVEL', 'debug')
    host.writeFromOutside('config.yaml', theirs)
    await settled()
    await settleConflict(session, new Map([['config.yaml', 'theirs']]))
    expect(textOf(session, 'config.yaml')).toBe(theirs)
    expect(unsaved(session)).toEqual([])
    undo(session)
    expect(textOf(session, 'config.yaml')).toContain('debug')
  })
})

describe('leaving a design', () => {
  it('goes on at once when all is saved, and asks when not', async () => {
    const { session } = await opened()
    let left = 0
    whenSaved(session, () => left++)
    expect(left).toBe(1)
    changeField(session, idOf(session, 'web'), '/spec/replicas', 5)
    whenSaved(session, () => left++)
    expect(left).toBe(1)
    expect(session.store.getState().dialog?.type).toBe('unsaved')
  })
})
