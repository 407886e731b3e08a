import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'

/** Says so when the page crashes or hangs, and offers to load it again. What was not saved is kept by the recovery. */
export function watchFailures(window: BrowserWindow): void {
  let isAsking = false
  const ask = async (message: string, detail: string, other: string, otherwise: () => void): Promise<void> => {
    if (isAsking || window.isDestroyed()) return
    isAsking = true
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message,
      detail,
      buttons: ['Reload the window', other],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    isAsking = false
    if (window.isDestroyed()) return
    if (response === 0) window.webContents.reload()
    else otherwise()
  }
  const kept = 'No file was touched. Unsaved work that was kept is offered again after the reload.'
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void ask('The window has crashed', kept, 'Close it', () => window.destroy())
  })
  window.on('unresponsive', () => void ask('The window does not answer', kept, 'Wait', () => undefined))
}
