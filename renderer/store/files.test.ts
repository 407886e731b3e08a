import { beforeEach, describe, expect, it } from 'vitest'
import { removeFile, tryMoveFile, tryNewFile } from './files'
import { redo, undo } from './history'
import { sessionForTests } from './host-for-tests'
import { startDesign } from './new-design'
import type { Session } from './session'

let session: Session
beforeEach(() => {
  ;({ session } = sessionForTests())
  startDesign(session)
})
const paths = () => [...(session.store.getState().open?.design.workspace.files.keys() ?? [])]

describe('files of a design', () => {
  it('are made, shown in the editor, and undone', () => {
    expect(tryNewFile(session, 'shop/web.yaml')).toBeNull()
    expect(session.store.getState().file).toBe('shop/web.yaml')
    undo(session)
    expect(paths()).toEqual([])
    redo(session)
    expect(paths()).toEqual(['shop/web.yaml'])
  })
  it('move to another folder and back', () => {
    tryNewFile(session, 'web.yaml')
    expect(tryMoveFile(session, 'web.yaml', 'shop/front.yaml')).toBeNull()
    expect(session.store.getState().file).toBe('shop/front.yaml')
    undo(session)
    expect(paths()).toEqual(['web.yaml'])
  })
  it('are refused a path that is taken, or that is none, with the reason', () => {
    tryNewFile(session, 'web.yaml')
    expect(tryNewFile(session, 'web.yaml')).toContain('already')
    expect(tryMoveFile(session, 'web.yaml', '../web.yaml')).toContain('no path')
    expect(tryMoveFile(session, 'web.yaml', 'web.txt')).toContain('.yaml')
    expect(paths()).toEqual(['web.yaml'])
  })
  it('are deleted with the way back in the message', () => {
    tryNewFile(session, 'web.yaml')
    removeFile(session, 'web.yaml')
    expect(paths()).toEqual([])
    session.store.getState().toasts.at(-1)?.action?.run()
    expect(paths()).toEqual(['web.yaml'])
  })
})
