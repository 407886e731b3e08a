import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import type { Rectangle, WebContents } from 'electron'
import type { WindowPlace } from '../shared/host'
import { isOwnPage, START_PAGE } from './app-pages'

const INITIAL = { width: 1440, height: 900 }
const SMALLEST = { width: 800, height: 560 }

/** The window: a sandboxed page without Node that can go nowhere, open nothing, and is asked no permissions for. */
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
  confine(window.webContents)
  void window.loadURL(START_PAGE)
  return window
}

/** Keeps a page where it is and alone: whatever it becomes, it stays without ways out. */
export function confine(contents: WebContents): void {
  contents.on('will-navigate', event => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.session.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)))
  contents.session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission))
}

/** Copying YAML and pictures is all that the page does with the system. */
function isAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write'
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

/** Tells `changed` where the window is, after it came to rest and when it goes. */
export function followPlace(window: BrowserWindow, changed: (place: WindowPlace) => void): void {
  let resting: NodeJS.Timeout | null = null
  const tell = (): void => {
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
  window.on('closed', () => {
    if (resting) clearTimeout(resting)
  })
}
