import { expect, it } from 'vitest'
import type { WindowCommand } from '../shared/host'
import { acceleratorOf, menuTemplate } from './menu-template'

const command = (id: string, more: Partial<WindowCommand> = {}): WindowCommand => ({
  id,
  label: id,
  keys: null,
  everywhere: true,
  available: true,
  ...more,
})

it('puts each command of the window in a menu, once, and runs it by its id', () => {
  const ran: string[] = []
  const commands = [command('undo', { keys: 'Ctrl Z' }), command('arrange'), command('something-new')]
  const template = menuTemplate({ commands, recents: [], isMac: false, run: id => ran.push(id), open: () => undefined })
  const items = template.flatMap(menu => (Array.isArray(menu.submenu) ? menu.submenu : []))
  for (const { id } of commands) {
    const found = items.filter(item => item.label === id)
    expect(found, id).toHaveLength(1)
    found[0]!.click?.(undefined as never, undefined, undefined as never)
  }
  expect(ran).toEqual(['undo', 'arrange', 'something-new'])
})

it('greys out what would do nothing now', () => {
  const commands = [command('undo', { available: false })]
  const template = menuTemplate({ commands, recents: [], isMac: false, run: () => undefined, open: () => undefined })
  const items = template.flatMap(menu => (Array.isArray(menu.submenu) ? menu.submenu : []))
  expect(items.find(item => item.label === 'undo')?.enabled).toBe(false)
})

it('shows a switch as what it would do now', () => {
  const labels = (rows: readonly WindowCommand[]) =>
    menuTemplate({ commands: rows, recents: [], isMac: true, run: () => undefined, open: () => undefined })
      .flatMap(menu => (Array.isArray(menu.submenu) ? menu.submenu : []))
      .map(item => item.label)
      .filter(label => label?.startsWith('versions'))
  const on = command('versions-on')
  const off = command('versions-off', { available: false })
  expect(labels([on, off])).toEqual(['versions-on'])
  expect(labels([{ ...on, available: false }, off])).toEqual([])
})

it('writes keys as Electron does', () => {
  const keys = ['Ctrl Shift Z', 'Ctrl Enter', 'F8', 'Alt ArrowUp', 'Ctrl +']
  expect(keys.map(acceleratorOf)).toEqual(['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Return', 'F8', 'Alt+Up', 'CmdOrCtrl+Plus'])
})
