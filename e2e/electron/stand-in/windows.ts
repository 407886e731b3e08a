import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import type { BrowserWindow as ElectronWindow, BrowserWindowConstructorOptions, Rectangle, WebContents } from 'electron'
import { app, appEvents, mustBe, setWindows, windowClosed, windowStayed } from './app'
import type { LookOfWindow, WindowAct } from './contract'
import { eventNames } from './events'
import { Events, offer } from './offer'
import { checkOptions, webPreferences, windowOptions } from './options'
import { answer, desktop, fail } from './process'
import { defaultSession } from './session'

/** One window, as the rest of the stand-in sees it. */
export type OpenWindow = {
  readonly id: number
  readonly window: ElectronWindow
  readonly contents: WebContents
  readonly events: Events
  readonly contentsEvents: Events
  readonly act: (act: WindowAct) => void
  readonly toggleFullScreen: () => void
  readonly zoom: (to: (level: number) => number) => void
  readonly asksToOpen: (url: string) => 'allow' | 'deny'
  readonly isClosed: () => boolean
  readonly look: () => LookOfWindow
}

const windows = new Map<number, OpenWindow>()
let made = 0
let focused: number | null = null

export function openWindows(): readonly OpenWindow[] {
  return [...windows.values()]
}
export function focusedWindow(): OpenWindow | null {
  return (focused === null ? null : windows.get(focused)) ?? null
}
export function windowOf(id: number): OpenWindow {
  const found = windows.get(id)
  if (!found) throw new Error(`There is no window ${id}`)
  return found
}

setWindows({
  count: () => windows.size,
  closeAll: () => openWindows().forEach(({ act }) => act({ type: 'close' })),
})

/** What a window gets where the app says nothing: Electron's own. */
const DEFAULTS = {
  ...{ allowRunningInsecureContent: false, contextIsolation: true, experimentalFeatures: false, javascript: true },
  ...{ nodeIntegration: false, nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false, sandbox: true },
  ...{ webSecurity: true, webviewTag: false },
}

export function openWindow(options: BrowserWindowConstructorOptions): OpenWindow {
  mustBe('ready', 'new BrowserWindow')
  checkOptions('BrowserWindow', options, windowOptions)
  checkOptions('webPreferences', options.webPreferences ?? {}, webPreferences)
  const id = ++made
  const events = new Events('BrowserWindow', eventNames.BrowserWindow)
  const ofContents = new Events('webContents', eventNames.WebContents)
  let bounds: Rectangle = { x: 0, y: 0, width: 800, height: 600, ...definedBounds(options) }
  let isVisible = options.show !== false
  let isMaximized = false
  let isMinimized = false
  let isFullScreen = false
  let isClosed = false
  let url = ''
  let zoomLevel = 0
  let openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] = () => ({ action: 'allow' })

  /** Pages do one thing after the other, and nothing after their end. */
  let turn: Promise<unknown> = desktop.ask('page:open', {
    ...{ window: id, size: { width: bounds.width, height: bounds.height } },
    preload: preloadOf(options),
  })
  const inTurn = <T>(work: () => Promise<T>): Promise<T | null> => {
    const done = turn.then(() => (isClosed ? null : work()))
    turn = done.catch(() => undefined)
    return done
  }
  const alive = (): void => {
    if (isClosed) throw new TypeError('Object has been destroyed')
  }
  /** A method that throws once the window is gone, as Electron's do. */
  const living =
    <A extends unknown[], R>(method: (...args: A) => R) =>
    (...args: A): R => {
      alive()
      return method(...args)
    }
  const gone = (): void => {
    if (isClosed) return
    isClosed = true
    windows.delete(id)
    if (focused === id) focused = null
    events.tell('closed')
    windowClosed()
  }
  const close = (): void => {
    if (events.isPrevented('close')) return windowStayed()
    desktop.ask('page:close', { window: id, force: false }).then(closed => (closed ? gone() : windowStayed()), fail)
  }
  const focus = (): void => {
    focused = id
    events.tell('focus')
  }
  const setMaximized = (to: boolean): void => {
    isMaximized = to
    events.tell(to ? 'maximize' : 'unmaximize')
  }

  const contents = offer<WebContents>(
    'webContents',
    {
      id,
      session: defaultSession,
      isDestroyed: () => isClosed,
      setWindowOpenHandler: living(handler => void (openHandler = handler)),
      send: living((channel: string, ...args: unknown[]) => {
        const sent = { window: id, channel, args: structuredClone(args) }
        inTurn(() => desktop.ask('page:send', sent)).catch(fail)
      }),
      reload: living(() => void inTurn(() => desktop.ask('page:reload', { window: id })).catch(fail)),
      forcefullyCrashRenderer: living(() => void desktop.ask('page:crash', { window: id }).catch(fail)),
    },
    ofContents,
  )
  const window = offer<ElectronWindow>(
    'BrowserWindow',
    {
      id,
      get webContents() {
        alive()
        return contents
      },
      async loadURL(to) {
        alive()
        url = to
        await inTurn(() => desktop.ask('page:load', { window: id, url: to }))
      },
      isDestroyed: () => isClosed,
      close: living(close),
      destroy: living(() => {
        desktop.ask('page:close', { window: id, force: true }).catch(fail)
        gone()
      }),
      show: living(() => {
        isVisible = true
        events.tell('show')
        focus()
      }),
      focus: living(focus),
      maximize: living(() => setMaximized(true)),
      isMaximized: living(() => isMaximized),
      isMinimized: living(() => isMinimized),
      restore: living(() => {
        isMinimized = false
        events.tell('restore')
      }),
      getNormalBounds: living(() => ({ ...bounds })),
    },
    events,
  )
  const opened: OpenWindow = {
    ...{ id, window, contents, events, contentsEvents: ofContents, isClosed: () => isClosed },
    act(act) {
      if (act.type === 'close') return close()
      if (act.type === 'maximize') return setMaximized(!isMaximized)
      if (act.type === 'minimize') {
        isMinimized = true
        focused = null
        return events.tell('minimize')
      }
      const { type: _type, ...to } = act
      const isMoved = to.x !== bounds.x || to.y !== bounds.y
      const isResized = to.width !== bounds.width || to.height !== bounds.height
      bounds = to
      if (isMoved) events.tell('move')
      if (!isResized) return
      events.tell('resize')
      inTurn(() => desktop.ask('page:size', { window: id, size: to })).catch(fail)
    },
    toggleFullScreen() {
      isFullScreen = !isFullScreen
      events.tell(isFullScreen ? 'enter-full-screen' : 'leave-full-screen')
    },
    zoom(to) {
      zoomLevel = to(zoomLevel)
      inTurn(() => desktop.ask('page:zoom', { window: id, level: zoomLevel })).catch(fail)
    },
    asksToOpen: to =>
      openHandler({
        ...{ url: to, frameName: '', features: '', disposition: 'new-window' },
        referrer: { url: '', policy: 'default' },
      }).action,
    look: () => ({
      ...{ isVisible, isFocused: focused === id, isMaximized, isMinimized, isFullScreen, bounds, url },
      webPreferences: { ...DEFAULTS, ...options.webPreferences },
    }),
  }
  windows.set(id, opened)
  appEvents.tell('web-contents-created', {}, contents)
  return opened
}

function definedBounds({ x, y, width, height }: BrowserWindowConstructorOptions): Partial<Rectangle> {
  const given = Object.entries({ x, y, width, height }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}

function preloadOf({ webPreferences: preferences }: BrowserWindowConstructorOptions): string | null {
  const path = preferences?.preload
  if (path === undefined) return null
  if (!isAbsolute(path) || !existsSync(path)) throw new Error(`There is no preload script at ${path}`)
  return readFileSync(path, 'utf8')
}

answer('user:window', async ({ act }) => {
  const [shown] = openWindows()
  if (!shown) throw new Error('There is no window')
  shown.act(act)
  return null
})
answer('page:will-navigate', async ({ window, url, isMainFrame }) => {
  const { contentsEvents: pageEvents } = windowOf(window)
  const isFramePrevented = pageEvents.isPrevented('will-frame-navigate', { url, isMainFrame })
  return isFramePrevented || (isMainFrame && pageEvents.isPrevented('will-navigate', { url, isMainFrame }, url))
})
answer('page:open-window', async ({ window, url }) => windowOf(window).asksToOpen(url))
answer('page:will-attach-webview', async ({ window }) =>
  windowOf(window).contentsEvents.isPrevented('will-attach-webview', {}, {}, {}),
)
answer('page:prevents-unload', async ({ window }) => windowOf(window).contentsEvents.isPrevented('will-prevent-unload'))
answer('page:happened', async ({ window, event }) => {
  const found = windows.get(window)
  if (!found) return null
  if (event === 'crashed' || event === 'killed')
    found.contentsEvents.tell('render-process-gone', {}, { reason: event, exitCode: 1 })
  else found.events.tell(event)
  return null
})

/** `app` is loaded first: windows need it ready. */
export const BrowserWindow = class {
  constructor(options: BrowserWindowConstructorOptions = {}) {
    void app
    return readInstance(openWindow(options).window)
  }
}

function readInstance(window: ElectronWindow): object {
  return window
}
