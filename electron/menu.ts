import { Menu } from 'electron'
import { menuTemplate } from './menu-template'
import type { MenuInput } from './menu-template'

/** Puts the menus of the system in place of those before. */
export function showMenu(input: Omit<MenuInput, 'isMac'>): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...input, isMac: process.platform === 'darwin' })))
}
