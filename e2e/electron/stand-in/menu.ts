import type { Menu as ElectronMenu, MenuItemConstructorOptions } from 'electron'
import { app } from './app'
import type { EditRole, LookOfItem } from './contract'
import { offer } from './offer'
import { checkOptions, menuItemOptions } from './options'
import { answer, desktop, fail } from './process'
import { focusedWindow } from './windows'
import type { OpenWindow } from './windows'

type Template = readonly MenuItemConstructorOptions[]
type Role = NonNullable<MenuItemConstructorOptions['role']>

const edit =
  (role: EditRole) =>
  ({ id }: OpenWindow): void =>
    void desktop.ask('page:edit', { window: id, role }).catch(fail)

/** The roles that the stand-in plays, with the names that Electron gives them. */
const roles: { readonly [R in Role]?: { readonly label: string; readonly act: (window: OpenWindow) => void } } = {
  about: { label: 'About', act: () => undefined },
  copy: { label: 'Copy', act: edit('copy') },
  cut: { label: 'Cut', act: edit('cut') },
  minimize: { label: 'Minimize', act: window => window.act({ type: 'minimize' }) },
  paste: { label: 'Paste', act: edit('paste') },
  redo: { label: 'Redo', act: edit('redo') },
  resetZoom: { label: 'Actual Size', act: window => window.zoom(() => 0) },
  selectAll: { label: 'Select All', act: edit('selectAll') },
  togglefullscreen: { label: 'Toggle Full Screen', act: window => window.toggleFullScreen() },
  undo: { label: 'Undo', act: edit('undo') },
  zoomIn: { label: 'Zoom In', act: window => window.zoom(level => level + 0.5) },
  zoomOut: { label: 'Zoom Out', act: window => window.zoom(level => level - 0.5) },
}

const MODIFIER = /^(Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)$/
const KEY =
  /^([0-9A-Z]|F([1-9]|1\d|2[0-4])|[)!@#$%^&*(:;+=<,_\->.?/~`{\][|}"'\\]|Plus|Space|Tab|Capslock|Numlock|Scrolllock|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc)$/

let shown: Template = []

export const Menu = offer<typeof ElectronMenu>('Menu', {
  buildFromTemplate(template) {
    if ('label' in template) throw new Error('A menu is made from a list')
    const items = readTemplate(template)
    check(items)
    const menu = offer<ElectronMenu>('menu', {})
    built.set(menu, items)
    return menu
  },
  setApplicationMenu(menu) {
    shown = (menu && built.get(menu)) ?? []
  },
})
const built = new WeakMap<object, Template>()

function check(template: Template): void {
  for (const item of template) {
    checkOptions('A menu item', item, menuItemOptions)
    const { label, role, type, accelerator, submenu } = item
    if (label === undefined && role === undefined && type !== 'separator') throw new Error('A menu item has no label')
    if (role !== undefined && role !== 'quit' && role !== 'appMenu' && !roles[role])
      throw new Error(`The stand-in plays no role ${role}`)
    if (accelerator) checkAccelerator(accelerator)
    if (submenu !== undefined) check(readSubmenu(submenu))
  }
}

function checkAccelerator(accelerator: string): void {
  const keys = accelerator.split('+')
  const key = keys.pop() ?? ''
  if (!KEY.test(key) || !keys.every(name => MODIFIER.test(name)))
    throw new Error(`${accelerator} is no accelerator of Electron's`)
}

export function lookAtMenu(template: Template = shown): readonly LookOfItem[] {
  return template
    .filter(item => item.type !== 'separator' && item.visible !== false)
    .map(({ label, role, accelerator, enabled, submenu }) => ({
      label: label ?? (role === 'quit' ? 'Quit' : ((role && roles[role]?.label) ?? String(role))),
      accelerator: accelerator ?? null,
      isEnabled: enabled !== false,
      role: role ?? null,
      items: submenu === undefined ? [] : lookAtMenu(readSubmenu(submenu)),
    }))
}

answer('user:menu', async ({ labels }) => {
  let items = shown
  for (const [depth, label] of labels.entries()) {
    const item = items.find((_item, i) => lookAtMenu(items.slice(i, i + 1))[0]?.label === label)
    if (!item) throw new Error(`There is no ${label} in the menu ${labels.slice(0, depth).join(' > ')}`)
    if (item.enabled === false) throw new Error(`${label} is greyed out`)
    if (depth < labels.length - 1) items = item.submenu === undefined ? [] : readSubmenu(item.submenu)
    else choose(item)
  }
  return null
})

function choose({ role, click }: MenuItemConstructorOptions): void {
  const window = focusedWindow()
  if (role === 'quit') app.quit()
  else if (role && window) roles[role]?.act(window)
  else if (click) readClick(click)()
}

/** What the app was given for clicks takes an item, a window and an event, which ours has no use for. */
function readClick(click: NonNullable<MenuItemConstructorOptions['click']>): () => void {
  return click as () => void
}

function readTemplate(template: readonly unknown[]): Template {
  return template as Template
}

function readSubmenu(submenu: NonNullable<MenuItemConstructorOptions['submenu']>): Template {
  if (!Array.isArray(submenu)) throw new Error('The stand-in takes submenus as lists')
  return submenu
}
