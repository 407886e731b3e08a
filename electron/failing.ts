import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'

const KEPT = 'No file was touched. Unsaved work that was kept is offered again after the reload.'
const RELOAD = 0
const CLOSE = 1

/**
 * Says so when the page crashes or hangs, and offers to load it again. What was not saved is kept by the recovery.
 * `pageGone` is told when the page, and all that it knew, is lost.
 */
export function watchFailures(window: BrowserWindow, pageGone: () => void): void {
  const { webContents } = window
  let isAsking = false
  let isKilled = false

  /** The number of the button chosen; null where nobody can be asked. */
  const ask = async (message: string, detail: string, buttons: string[], signal?: AbortSignal) => {
    if (isAsking || window.isDestroyed()) return null
    isAsking = true
    const { response } = await dialog.showMessageBox(window, {
      ...{ type: 'error', message, detail, buttons, defaultId: 0, cancelId: buttons.length - 1, noLink: true },
      ...(signal ? { signal } : {}),
    })
    isAsking = false
    return window.isDestroyed() ? null : response
  }

  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    pageGone()
    if (isKilled) isKilled = false
    else void offerReload()
  })
  const offerReload = async (): Promise<void> => {
    const answer = await ask('The window has crashed', KEPT, ['Reload the window', 'Close it'])
    if (answer === RELOAD) webContents.reload()
    else if (answer === CLOSE) window.destroy()
  }

  window.on('unresponsive', () => {
    const answering = new AbortController()
    window.once('responsive', () => answering.abort())
    void offerToWait(answering.signal)
  })
  const offerToWait = async (signal: AbortSignal): Promise<void> => {
    const buttons = ['Reload the window', 'Close it', 'Wait']
    const answer = await ask('The window does not answer', `${KEPT} Waiting loses nothing.`, buttons, signal)
    if (answer === CLOSE) window.destroy()
    if (answer !== RELOAD) return
    // A page that hangs can't be asked to load again: its process has to go first.
    isKilled = true
    webContents.forcefullyCrashRenderer()
    webContents.reload()
  }
}
