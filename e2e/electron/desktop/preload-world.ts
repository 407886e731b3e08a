/** Where the page reaches the desktop, before the preload took it away. */
type Outlet = (message: { type: 'invoke' | 'send'; channel: string; args: readonly unknown[] }) => Promise<unknown>

/**
 * Runs in a page before any script of its own: what a sandboxed preload finds there, then the preload itself. Real
 * Electron has another world for it; here it shares the page's, so the bridge alone keeps the two apart. It is sent to
 * the page as text, so it may use nothing from outside of itself.
 */
export function preloadWorld(source: string, platform: string): void {
  if (window.top !== window) return
  const world = window as unknown as Record<string, unknown>
  const outlet = world.standInOutlet as Outlet | undefined
  if (!outlet) throw new Error('The page has no way out')
  delete world.standInOutlet

  const listeners = new Map<string, Set<(...args: unknown[]) => void>>()
  Object.defineProperty(window, 'standInHear', {
    value: (channel: string, args: readonly unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({ ports: [] }, ...args)
    },
  })

  const only = <T extends object>(name: string, part: T): T =>
    new Proxy(part, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target || key === 'then' || key === '__esModule')
          return Reflect.get(target, key) as unknown
        throw new Error(`A sandboxed preload finds no ${name}.${key} in the stand-in`)
      },
    })

  const ipcRenderer = only('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) => outlet({ type: 'invoke', channel, args: structuredClone(args) }),
    send: (channel: string, ...args: unknown[]) => void outlet({ type: 'send', channel, args: structuredClone(args) }),
    on(channel: string, listener: (...args: unknown[]) => void) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    },
    off(channel: string, listener: (...args: unknown[]) => void) {
      listeners.get(channel)?.delete(listener)
    },
  })

  /** What crosses the bridge: functions by a function, promises by a promise, everything else as a copy. */
  const bridge = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...args: unknown[]) => bridge((value as (...args: unknown[]) => unknown)(...args.map(bridge)))
    if (value instanceof Promise)
      return value.then(bridge, (error: unknown) => {
        throw new Error(error instanceof Error ? error.message : String(error))
      })
    if (Array.isArray(value)) return value.map(bridge)
    if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bridge(inner)])))
    return structuredClone(value)
  }
  const contextBridge = only('contextBridge', {
    exposeInMainWorld(name: string, api: unknown) {
      if (name in window) throw new Error('Cannot bind an API on top of an existing property on the window object')
      Object.defineProperty(window, name, { value: bridge(api), enumerable: true })
    },
  })

  /** Real files have a path, which the desktop knows that dropped them; what a page made has none. */
  const webUtils = only('webUtils', {
    getPathForFile: (file: File) =>
      ((world.standInDropped ?? []) as readonly string[]).find(path => path.endsWith(`/${file.name}`)) ?? '',
  })

  const modules: Record<string, unknown> = {
    electron: only('electron', { contextBridge, ipcRenderer, webUtils }),
  }
  const requireSandboxed = (name: string): unknown => {
    if (!Object.hasOwn(modules, name)) throw new Error(`A sandboxed preload may not require ${name}`)
    return modules[name]
  }
  const run = new Function('require', 'exports', 'module', 'process', '__dirname', '__filename', source)
  run(requireSandboxed, {}, { exports: {} }, { platform, sandboxed: true, contextIsolated: true })
}
