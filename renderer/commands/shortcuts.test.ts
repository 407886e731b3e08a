// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { kindRow } from '../../shared/kinds/kinds'
import { addKind } from '../store/edits'
import { sessionForTests } from '../store/host-for-tests'
import { startDesign } from '../store/new-design'
import type { Session } from '../store/session'
import { commands } from './commands'
import { keysOf, listenForShortcuts } from './shortcuts'

const key = (init: KeyboardEventInit) => new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })

describe('keysOf', () => {
  it('writes keys as the table does', () => {
    expect(keysOf(key({ key: 'z', ctrlKey: true }))).toBe('Ctrl Z')
    expect(keysOf(key({ key: 'Z', ctrlKey: true, shiftKey: true }))).toBe('Ctrl Shift Z')
    expect(keysOf(key({ key: 'F6', shiftKey: true }))).toBe('Shift F6')
  })
  it('takes Cmd for Ctrl, and signs as the keyboard makes them', () => {
    expect(keysOf(key({ key: 's', metaKey: true }))).toBe('Ctrl S')
    expect(keysOf(key({ key: '+', shiftKey: true }))).toBe('+')
  })
})

describe('the table of commands', () => {
  it('gives each command an id, and each key to one command', () => {
    const keys = commands.flatMap(command => command.keys ?? [])
    expect(new Set(commands.map(command => command.id)).size).toBe(commands.length)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('listenForShortcuts', () => {
  let session: Session
  let stop: () => void
  const press = (selector: string, init: KeyboardEventInit) => {
    const event = key(init)
    document.querySelector(selector)?.dispatchEvent(event)
    return event.defaultPrevented
  }
  const count = () => session.store.getState().open?.design.workspace.objects.length

  beforeEach(() => {
    document.body.innerHTML = `
      <div data-region="canvas"><div id="card" tabindex="0"></div></div>
      <input id="search" />
      <input id="settled" data-settled="true" />
      <div id="yaml" class="cm-content" contenteditable="true"></div>`
    ;({ session } = sessionForTests())
    startDesign(session)
    addKind(session, kindRow('', 'ConfigMap'))
    stop = listenForShortcuts(session, window)
  })
  afterEach(() => stop())

  it('undoes from the canvas, from the YAML, and from a field that is done with', () => {
    for (const place of ['#card', '#yaml', '#settled']) {
      expect(count()).toBe(1)
      expect(press(place, { key: 'z', ctrlKey: true })).toBe(true)
      expect(count()).toBe(0)
      press(place, { key: 'Z', ctrlKey: true, shiftKey: true })
    }
  })
  it('leaves undo to a field in which something is typed', () => {
    expect(press('#search', { key: 'z', ctrlKey: true })).toBe(false)
    expect(count()).toBe(1)
  })
  it('takes letters on the canvas only', () => {
    press('#yaml', { key: 'p' })
    expect(session.store.getState().view.panels['problems']).toBeUndefined()
    press('#card', { key: 'p' })
    expect(session.store.getState().view.panels['problems']).toBe(true)
  })
  it('does nothing while a dialog is open', () => {
    session.store.setState({ dialog: { type: 'keys' } })
    expect(press('#card', { key: 'z', ctrlKey: true })).toBe(false)
    expect(count()).toBe(1)
  })
})
