import type { BaseWindow, Dialog, MessageBoxOptions, OpenDialogOptions } from 'electron'
import { mustBe } from './app'
import { offer } from './offer'
import { checkOptions, messageBoxOptions, openDialogOptions } from './options'
import { desktop, fail } from './process'

let shown = 0

/** Dialogs are answered by the test, which sees what a person would. */
export const dialog = offer<Dialog>('dialog', {
  async showMessageBox(...args: [BaseWindow, MessageBoxOptions] | [MessageBoxOptions]) {
    mustBe('ready', 'A dialog')
    const { signal, icon: _icon, ...options } = lastOf(args)
    checkOptions('A message box', lastOf(args), messageBoxOptions)
    const { buttons = ['OK'], defaultId = 0, cancelId = 0 } = options
    if (buttons[defaultId] === undefined || buttons[cancelId] === undefined)
      throw new Error(`No button ${defaultId} or ${cancelId} among ${buttons.join(', ')}`)
    const id = ++shown
    const answered = desktop.ask('dialog:message', { id, options })
    signal?.addEventListener('abort', () => void desktop.ask('dialog:withdraw', { id }).catch(fail))
    return { ...(await answered), checkboxChecked: false }
  },
  async showOpenDialog(...args: [BaseWindow, OpenDialogOptions] | [OpenDialogOptions]) {
    mustBe('ready', 'A dialog')
    checkOptions('An open dialog', lastOf(args), openDialogOptions)
    return desktop.ask('dialog:open', { options: lastOf(args) })
  },
  showErrorBox(title, content) {
    desktop.ask('dialog:error', { title, content }).catch(fail)
  },
})

/** Dialogs take the window that they belong to, or none, before their options. */
function lastOf<O>(args: readonly [unknown, O] | readonly [O]): O {
  return args.length === 2 ? args[1] : args[0]
}
