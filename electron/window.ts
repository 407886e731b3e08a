import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import type { Rectangle } from 'electron'
import type { WindowPlace } from '../shared/host'
import { START_PAGE } from './app-pages'

const INITIAL = { width: 1440, height: 900 }
const SMALLEST = { width: 800, height: 560 }

/** The window: a sandboxed page without Node, which has what the preload gives it and nothing more. */
export function createWindow(place: WindowPlace | null): BrowserWindow {
  const window = new BrowserWindow({
    ...boundsIn(place),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Chartroom',
    // The colour of the page before it is there, so that a dark window does not flash.
    backgroundColor: '#12161e',
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  if (place?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  // A window that is closed while it loads ends the loading; there is nothing else to fail, for the pages are our own.
  window.loadURL(START_PAGE).catch(() => undefined)
  return window
}

/** Where the window was, if a screen is still there; a place without a screen would open it out of reach. */
function boundsIn(place: WindowPlace | null): Partial<Rectangle> & { width: number; height: number } {
  if (!place) return INITIAL
  const { x, y, width, height } = place
  const screens = screen.getAllDisplays().map(display => display.workArea)
  const isSeen = screens.some(
    area => x + width > area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height,
  )
  return isSeen ? { x, y, width, height } : { width, height }
}

/** Tells `changed` where the window is, after it came to rest and when it is about to go. */
export function followPlace(window: BrowserWindow, changed: (place: WindowPlace) => void): void {
  let resting: NodeJS.Timeout | null = null
  const tell = (): void => {
    if (resting === null || window.isDestroyed()) return
    clearTimeout(resting)
    resting = null
    changed({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const rest = (): void => {
    if (resting) clearTimeout(resting)
    resting = setTimeout(tell, 500)
  }
  window.on('resize', rest)
  window.on('move', rest)
  window.on('maximize', rest)
  window.on('unmaximize', rest)
  window.on('close', tell)
}
