import type { BrowserContext, CDPSession, Page, Route } from '@playwright/test'
import type { EditRole, ElectronCalls, PageToOpen, Size } from '../stand-in/contract'
import type { Link } from '../stand-in/link'
import { toApp, toChromium } from './app-urls'
import { preloadWorld } from './preload-world'

type Message = { readonly type: 'invoke' | 'send'; readonly channel: string; readonly args: readonly unknown[] }

/** What Chromium calls the permissions that Electron asks the app about. */
const permissions = [
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['geolocation', 'geolocation'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['notifications', 'notifications'],
] as const

/** One window of the app: a page of a real Chromium that asks the app's process what Chromium would ask Electron's. */
export class DesktopPage {
  readonly #context: BrowserContext
  readonly #electron: Link<ElectronCalls>
  readonly #opening: PageToOpen
  /** Addresses outside of the app that a page loaded something from, or tried to. */
  readonly outside: string[] = []
  /** What the page threw and nobody caught, its preload included. */
  readonly errors: string[] = []
  #page: Page | null = null
  #cdp: CDPSession | null = null
  #size: Size
  #zoom = 1
  #url = ''
  #isOwnNavigation = false
  #going: Promise<unknown> = Promise.resolve()
  #isKilled = false
  #isShown = false

  private constructor(context: BrowserContext, electron: Link<ElectronCalls>, opening: PageToOpen) {
    this.#context = context
    this.#electron = electron
    this.#opening = opening
    this.#size = opening.size
  }

  static async open(context: BrowserContext, electron: Link<ElectronCalls>, opening: PageToOpen): Promise<DesktopPage> {
    const page = new DesktopPage(context, electron, opening)
    await page.#begin()
    return page
  }

  /** Null while the page's process is gone. */
  get page(): Page | null {
    return this.#page
  }

  async load(url: string): Promise<void> {
    this.#url = url
    await this.#grant()
    await this.#navigate(page => page.goto(toChromium(url)))
    if (this.#isShown || !this.#page) return
    this.#isShown = true
    await this.#tell('ready-to-show')
  }

  /** A page whose process is gone gets a new one. */
  async reload(): Promise<void> {
    await this.#going
    if (this.#page) return this.#navigate(page => page.reload())
    await this.#begin()
    await this.#navigate(page => page.goto(toChromium(this.#url)))
  }

  async send(channel: string, args: readonly unknown[]): Promise<void> {
    const hear = ([to, sent]: [string, readonly unknown[]]): void => {
      const world = window as unknown as { standInHear?: (channel: string, args: readonly unknown[]) => void }
      world.standInHear?.(to, sent)
    }
    // What is sent to a page that goes away is lost, in Electron too.
    await this.#page?.evaluate(hear, [channel, args] as [string, readonly unknown[]]).catch(() => undefined)
  }

  /** Ends the page's process, as a bug in Chromium would (`crashed`) or the app does (`killed`). */
  async crash(as: 'crashed' | 'killed'): Promise<void> {
    const page = this.#page
    if (!page) return
    this.#isKilled = as === 'killed'
    this.#going = page.waitForEvent('crash')
    this.#cdp?.send('Page.crash').catch(() => undefined)
    await this.#going
  }

  async zoom(level: number): Promise<void> {
    this.#zoom = 1.2 ** level
    await this.resize(this.#size)
  }

  /** A page that is zoomed sees a smaller window. */
  async resize(size: Size): Promise<void> {
    this.#size = size
    const zoomed = { width: Math.round(size.width / this.#zoom), height: Math.round(size.height / this.#zoom) }
    await this.#page?.setViewportSize(zoomed)
  }

  async edit(role: EditRole): Promise<void> {
    await this.#cdp?.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Unidentified', commands: [role] })
  }

  /** Lets files of the disk fall on the middle of the page, as a file manager does. */
  async drop(paths: readonly string[]): Promise<void> {
    await this.#page?.evaluate(dropped => {
      Object.assign(window, { standInDropped: dropped })
    }, paths)
    const data = { items: [], files: [...paths], dragOperationsMask: 1 }
    const at = { x: this.#size.width / 2, y: this.#size.height / 2 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await this.#cdp?.send('Input.dispatchDragEvent', { type, ...at, data })
  }

  /** Answers whether the page is closed: one with unsaved work may prevent it, unless it is forced. */
  async close(force: boolean): Promise<boolean> {
    const page = this.#page
    if (!page || force) {
      await page?.close()
      return true
    }
    const closed = new Promise<boolean>(resolve => {
      page.once('close', () => resolve(true))
      page.once('dialog', async dialog => {
        const goes = await this.#electron.ask('page:prevents-unload', { window: this.#opening.window })
        await (goes ? dialog.accept() : dialog.dismiss())
        if (!goes) resolve(false)
      })
    })
    await page.close({ runBeforeUnload: true })
    return closed
  }

  /** Answers a request of this page: with what the app serves, or not at all. */
  async answer(route: Route): Promise<void> {
    const request = route.request()
    const url = toApp(request.url())
    if (request.isNavigationRequest() && !(await this.#mayNavigate(route))) return route.abort('aborted')
    const fetched = /^https?:/.test(url)
      ? ({ found: false } as const)
      : await this.#electron.ask('protocol:fetch', { url, method: request.method(), headers: request.headers() })
    if (fetched.found) return route.fulfill({ ...fetched, body: Buffer.from(fetched.body) })
    this.outside.push(url)
    // Nothing leaves this machine; a page that got away sees that it did.
    return request.isNavigationRequest() ? route.fulfill({ body: `<title>${url}</title>` }) : route.abort()
  }

  async #mayNavigate(route: Route): Promise<boolean> {
    const frame = route.request().frame()
    const isMainFrame = frame.parentFrame() === null
    if (isMainFrame && this.#isOwnNavigation) return true
    const url = toApp(route.request().url())
    return !(await this.#electron.ask('page:will-navigate', { window: this.#opening.window, url, isMainFrame }))
  }

  async #navigate(to: (page: Page) => Promise<unknown>): Promise<void> {
    const page = this.#page
    if (!page) return
    this.#isOwnNavigation = true
    // A page that is closed while it loads is closed.
    await to(page).catch((error: unknown) => {
      if (!page.isClosed()) throw error
    })
    this.#isOwnNavigation = false
  }

  async #begin(): Promise<void> {
    const page = await this.#context.newPage()
    this.#page = page
    this.#cdp = await this.#context.newCDPSession(page)
    await this.resize(this.#size)
    await page.exposeBinding('standInOutlet', ({ frame }, message: Message) => this.#take(frame.url(), message))
    const { preload, window } = this.#opening
    if (preload !== null)
      await page.addInitScript(
        `(${String(preloadWorld)})(${JSON.stringify(preload)}, ${JSON.stringify(process.platform)})`,
      )
    page.on('pageerror', error => this.errors.push(error.message))
    page.on('popup', popup => {
      const asked = this.#electron.ask('page:open-window', { window, url: toApp(popup.url()) })
      void asked.then(action => (action === 'deny' ? popup.close() : undefined))
    })
    page.on('download', download => {
      const asked = this.#electron.ask('page:download', { window, url: toApp(download.url()) })
      void asked.then(may => (may ? undefined : download.cancel()))
    })
    page.on('crash', () => {
      this.#page = null
      void this.#tell(this.#isKilled ? 'killed' : 'crashed')
      this.#isKilled = false
    })
  }

  async #take(url: string, { type, channel, args }: Message): Promise<unknown> {
    const sent = { window: this.#opening.window, frame: { url: toApp(url), isTop: true }, channel, args }
    if (type === 'send') return this.#electron.ask('ipc:send', sent)
    const reply = await this.#electron.ask('ipc:invoke', sent)
    if (!reply.ok) throw new Error(`Error invoking remote method '${channel}': ${reply.message}`)
    return reply.value
  }

  async #grant(): Promise<void> {
    const granted: string[] = []
    for (const [permission, name] of permissions) {
      const asked = { window: this.#opening.window, permission, url: this.#url, isMainFrame: true }
      const { isKnown, isLet } = await this.#electron.ask('page:may', asked)
      if (isKnown || isLet) granted.push(name)
    }
    await this.#context.grantPermissions(granted, { origin: new URL(toChromium(this.#url)).origin })
  }

  async #tell(event: 'ready-to-show' | 'crashed' | 'killed'): Promise<void> {
    await this.#electron.ask('page:happened', { window: this.#opening.window, event })
  }
}
