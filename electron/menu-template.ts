import type { MenuItemConstructorOptions } from 'electron'
import type { Recent, WindowCommand } from '../shared/host'

export type MenuInput = {
  readonly commands: readonly WindowCommand[]
  readonly recents: readonly Recent[]
  readonly isMac: boolean
  readonly run: (id: string) => void
  readonly open: (path: string) => void
}

type Item = MenuItemConstructorOptions
type Menu = { readonly label: string; readonly commands: readonly string[] }

/** Which menu a command stands in, by id; a line between groups. What stands in none is found under Tools. */
const menus: readonly Menu[] = [
  {
    label: 'File',
    commands: ['open-folder', 'recent', 'new-design', '-', 'save', 'export', '-', 'apply', '-', 'close-design'],
  },
  {
    label: 'Edit',
    commands: [
      ...['undo', 'redo', '-', 'clipboard', 'copy-yaml', 'paste-yaml', 'duplicate', '-'],
      ...['rename-object', 'connect', 'unwire', 'delete-objects', '-', 'find-in-yaml', 'search'],
    ],
  },
  {
    label: 'View',
    commands: [
      ...['commands', '-', 'arrange', 'fit', 'zoom-100', 'zoom-selection', 'zoom-in', 'zoom-out', 'minimap', '-'],
      ...['filter', 'clear-filter', 'problems', 'go-to-yaml', '-', 'theme-dark', 'theme-light', 'theme-system', '-'],
      ...['interface-size', '-', 'full-screen'],
    ],
  },
  { label: 'Tools', commands: [] },
  { label: 'Window', commands: ['minimize', 'next-region', 'previous-region'] },
  { label: 'Help', commands: ['keys', '-', 'versions-on', 'versions-off', '-', 'about'] },
]

/** The menus of the system, made from the rows of the window's own table: label, keys and whether it would do something. */
export function menuTemplate(input: MenuInput): Item[] {
  const placed = new Set(menus.flatMap(menu => menu.commands))
  const unplaced = input.commands.map(command => command.id).filter(id => !placed.has(id))
  const made = menus.map(({ label, commands }) => ({
    label,
    submenu: withoutStrayLines((label === 'Tools' ? unplaced : commands).flatMap(id => itemsFor(id, input))),
  }))
  const shown = made.filter(menu => menu.submenu.length > 0)
  return input.isMac ? [{ role: 'appMenu' }, ...shown] : withQuit(shown)
}

function itemsFor(id: string, input: MenuInput): Item[] {
  switch (id) {
    case '-':
      return [{ type: 'separator' }]
    case 'recent':
      return [recentMenu(input)]
    case 'clipboard':
      // Text fields are the browser's own; their roles act on whatever has the focus.
      return [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }, { type: 'separator' }]
    case 'interface-size':
      // All of the window, as in a browser; the canvas has a zoom of its own.
      return [
        { role: 'zoomIn', label: 'Larger interface' },
        { role: 'zoomOut', label: 'Smaller interface' },
        { role: 'resetZoom', label: 'Usual size' },
      ]
    case 'full-screen':
      return [{ role: 'togglefullscreen' }]
    case 'minimize':
      return [{ role: 'minimize' }]
    case 'versions-on':
    case 'versions-off':
      // One switch: the item says what it would do, and there is none where it would do nothing.
      return input.commands.filter(row => row.id === id && row.available).map(row => commandItem(row, input))
    case 'about':
      return input.isMac ? [] : [{ role: 'about' }]
    default: {
      const command = input.commands.find(row => row.id === id)
      return command ? [commandItem(command, input)] : []
    }
  }
}

function commandItem({ id, label, keys, everywhere, available }: WindowCommand, { run }: MenuInput): Item {
  return {
    id,
    label,
    enabled: available,
    click: () => run(id),
    // The window hears its own keys. The menu shows those that count everywhere; a letter would be taken for a shortcut.
    ...(keys !== null && everywhere ? { accelerator: acceleratorOf(keys), registerAccelerator: false } : {}),
  }
}

const ELECTRON_NAMES: Readonly<Record<string, string>> = { Ctrl: 'CmdOrCtrl', Enter: 'Return', '+': 'Plus' }

/** Keys of the window's table as Electron writes them: "Ctrl Shift Z" is "CmdOrCtrl+Shift+Z". */
export function acceleratorOf(keys: string): string {
  return keys
    .split(' ')
    .map(key => ELECTRON_NAMES[key] ?? key.replace(/^Arrow/, ''))
    .join('+')
}

function recentMenu({ recents, open }: MenuInput): Item {
  const there = recents.filter(recent => recent.there).slice(0, 10)
  const submenu = there.map(({ path }): Item => ({ label: path, click: () => open(path) }))
  return { id: 'recent', label: 'Open Recent', enabled: submenu.length > 0, submenu }
}

function withQuit(shown: Item[]): Item[] {
  const [file, ...others] = shown
  if (!file || !Array.isArray(file.submenu)) return shown
  return [{ ...file, submenu: [...file.submenu, { type: 'separator' }, { role: 'quit' }] }, ...others]
}

/** No line at an end, none beside another: commands that a window does not have leave gaps. */
function withoutStrayLines(items: readonly Item[]): Item[] {
  const isLine = (item: Item | undefined): boolean => item === undefined || item.type === 'separator'
  const kept = items.filter((item, i) => !(isLine(item) && isLine(items[i - 1])))
  return isLine(kept.at(-1)) ? kept.slice(0, -1) : kept
}
