import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'

/** What stands between a window with unsaved work and its end. */
export type Leaving = {
  /** The window said whether closing it would lose something. */
  readonly setUnsaved: (unsaved: boolean) => void
  /** The window answered that it saved all, or not. */
  readonly saved: (all: boolean) => void
  /** The page is lost, with all that it could still say. */
  readonly pageGone: () => void
}

export type LeavingOptions = {
  readonly askToSave: () => void
  /** The user gives the unsaved work up: settles when none of it is kept any more. */
  readonly discard: () => Promise<void>
  /** The user stays: whoever wanted to quit the app does not any more. */
  readonly stayed: () => void
}

const SAVE = 0
const DISCARD = 1
const CANCEL = 2

/** Asks about unsaved work when the window is closed, by its button, the menu or the end of the app. */
export function guardLeaving(window: BrowserWindow, { askToSave, discard, stayed }: LeavingOptions): Leaving {
  let unsaved = false
  let isAsking = false
  /** Saves that the window was asked for and has not answered. */
  let saves = 0
  let isLeaving = false

  const ask = async (): Promise<void> => {
    if (isAsking) return
    isAsking = true
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'Save the changes before closing?',
      detail: 'What is not saved is lost.',
      buttons: ['Save', 'Don’t save', 'Cancel'],
      defaultId: SAVE,
      cancelId: CANCEL,
      noLink: true,
    })
    isAsking = false
    if (window.isDestroyed()) return
    // A save that does not answer (a disk that hangs) leads here again with the next click on Close: there is always a
    // way out that waits for nobody.
    isLeaving = response === SAVE
    if (response === SAVE) {
      saves++
      askToSave()
    } else if (response === DISCARD) {
      await discard()
      if (!window.isDestroyed()) window.destroy()
    } else stayed()
  }

  window.on('close', event => {
    if (!unsaved) return
    event.preventDefault()
    void ask()
  })
  // Work that was done in the moment before closing, of which the window has not told yet.
  window.webContents.on('will-prevent-unload', () => void ask())
  return {
    setUnsaved: value => (unsaved = value),
    saved(all) {
      saves = Math.max(0, saves - 1)
      if (!isLeaving || saves > 0) return
      isLeaving = false
      if (all) window.destroy()
      else stayed()
    },
    pageGone() {
      unsaved = false
      saves = 0
      isLeaving = false
    },
  }
}
