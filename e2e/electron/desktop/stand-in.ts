import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions, Page, Route } from '@playwright/test'
import { START_VARIABLE } from '../stand-in/contract'
import type {
  DesktopCalls,
  ElectronCalls,
  Look,
  LookOfItem,
  PageEvent,
  Sent,
  ShownMessage,
  Start,
  WindowAct,
} from '../stand-in/contract'
import { createLink } from '../stand-in/link'
import type { Answers, Link } from '../stand-in/link'
import { DesktopPage } from './desktop-page'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

export type StandInStart = Partial<Pick<Start, 'platform' | 'display' | 'keyStore'>> & {
  readonly browser: Browser
  /** What the user likes and the system tells pages of: dark, reduced motion. */
  readonly system?: BrowserContextOptions
  /** The bundled stand-in for the module `electron`. */
  readonly standIn: string
  readonly paths: readonly string[]
  readonly cwd: string
  /** Where Chartroom keeps what is its own. */
  readonly config: string
  readonly env?: Readonly<Record<string, string>>
  /** The app that runs; without a word the built one. */
  readonly main?: string
}

/** How long a person waits for a menu item, in milliseconds. */
const PATIENCE = 5_000

/** The built main.cjs, unmodified, in a process of plain Node, with pages of a real Chromium for windows. */
export class StandIn {
  /** The exit code, once the app has ended. */
  readonly ended: Promise<number>
  readonly #start: StandInStart
  readonly #context: BrowserContext
  readonly #child: ChildProcess
  readonly #electron: Link<ElectronCalls>
  readonly #pages = new Map<number, DesktopPage>()
  readonly #messages: ShownMessage[] = []
  readonly #errorBoxes: { title: string; content: string }[] = []
  readonly #buttons: (string | null)[] = []
  readonly #folders: (string | null)[] = []
  readonly #open = new Map<number, (withdrawn: { response: number }) => void>()
  readonly #closed: DesktopPage[] = []
  #said = ''

  private constructor(start: StandInStart, context: BrowserContext) {
    const { paths, config, cwd, standIn, platform = process.platform, display, keyStore = 'gnome_libsecret' } = start
    this.#start = start
    this.#context = context
    const home = join(config, 'home-of-electron')
    mkdirSync(home, { recursive: true })
    const said: Start = { platform, home, display: display ?? { width: 1920, height: 1080 }, keyStore }
    const main = start.main ?? join(repository, 'dist/electron/main.cjs')
    // As a desktop starts it: without a terminal, and without a shell whose start-up files could matter.
    const { TERM: _term, SHELL: _shell, ...bare } = process.env
    this.#child = spawn(process.execPath, ['--require', standIn, main, ...paths], {
      cwd,
      env: { ...bare, CHARTROOM_CONFIG: config, [START_VARIABLE]: JSON.stringify(said), ...start.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    })
    const hear = (piece: Buffer): void => void (this.#said += piece.toString())
    this.#child.stdout?.on('data', hear)
    this.#child.stderr?.on('data', hear)
    this.#electron = createLink<DesktopCalls, ElectronCalls>(
      {
        // What is sent to a process that has just ended is lost, as it is in Electron: the callback takes the error.
        send: message => void (this.#child.connected && this.#child.send(message as object, () => undefined)),
        listen: heard => this.#child.on('message', heard),
      },
      this.#answers(),
    )
    this.ended = new Promise(resolve =>
      this.#child.once('exit', code => {
        this.#electron.end('The app has ended')
        resolve(code ?? 1)
      }),
    )
  }

  static async start(start: StandInStart): Promise<StandIn> {
    const context = await start.browser.newContext({ ...start.system, serviceWorkers: 'block' })
    const desktop = new StandIn(start, context)
    await context.route('**/*', route => desktop.#answer(route))
    return desktop
  }

  /** The page of the window, once it is shown. After a crash: the one that was loaded anew. */
  async page(): Promise<Page> {
    for (;;) {
      const [shown] = this.#pages.values()
      if (shown?.page && (await this.look()).windows.some(window => window.isVisible)) return shown.page
      await this.#wait('a window')
    }
  }

  async windowCount(): Promise<number> {
    return (await this.look()).windows.length
  }

  /** The next message box is answered by this button; null leaves it open. */
  async answer(button: string | null): Promise<void> {
    this.#buttons.push(button)
  }

  /** The next folder dialog is answered by this folder; null cancels it. */
  async pick(folder: string | null): Promise<void> {
    this.#folders.push(folder)
  }

  /** The message boxes so far, the oldest first. */
  async messages(): Promise<readonly ShownMessage[]> {
    return this.#messages
  }

  /** What the app said in a plain box before it could show a window. */
  errorBoxes(): readonly { title: string; content: string }[] {
    return this.#errorBoxes
  }

  /** How many message boxes nobody has answered yet. */
  openMessages(): number {
    return this.#open.size
  }

  async menu(): Promise<readonly LookOfItem[]> {
    return (await this.look()).menu
  }

  /**
   * Chooses a menu item by its labels, from the menu bar on. One that is greyed out or not there yet is waited for, as a
   * person does: the menus follow the window a moment later.
   */
  async choose(...labels: readonly string[]): Promise<void> {
    const until = Date.now() + PATIENCE
    for (;;) {
      try {
        await this.#electron.ask('user:menu', { labels })
        return
      } catch (error) {
        const isAbsent = /is greyed out|There is no .* in the menu/.test(String(error))
        if (!isAbsent || Date.now() > until) throw error
        await new Promise(resolve => setTimeout(resolve, 50))
      }
    }
  }

  async act(act: WindowAct): Promise<void> {
    await this.#electron.ask('user:window', { act })
  }

  async quit(): Promise<void> {
    await this.#electron.ask('user:quits', null)
  }

  async drop(paths: readonly string[]): Promise<void> {
    await this.#only().drop(paths)
  }

  /** A second start with these arguments, in the folder `cwd`. Settles when it has ended. */
  async startAgain(paths: readonly string[], cwd: string): Promise<void> {
    const second = await StandIn.start({ ...this.#start, paths, cwd })
    second.#first = this
    const code = await second.ended
    await second.stop()
    if (code !== 0) throw new Error(`The second start ended with ${code}: ${second.said()}`)
  }

  async crash(): Promise<void> {
    await this.#only().crash('crashed')
  }

  /** The page answers nothing for a while, or again: Chromium tells the app. */
  async becomes(event: Extract<PageEvent, 'unresponsive' | 'responsive'>): Promise<void> {
    const [window] = this.#pages.keys()
    await this.#electron.ask('page:happened', { window: window ?? 0, event })
  }

  /** macOS: a file was opened with the app, or its icon was clicked. */
  async openFile(path: string): Promise<void> {
    await this.#electron.ask('system:open-file', { path })
  }
  async activate(): Promise<void> {
    await this.#electron.ask('user:activates', null)
  }

  /** A call as Chromium would deliver it from any frame, for what no page of ours does. */
  async invokeFrom(frame: Sent['frame'], channel: string, ...args: unknown[]): Promise<unknown> {
    const [window] = this.#pages.keys()
    const reply = await this.#electron.ask('ipc:invoke', { window: window ?? 0, frame, channel, args })
    return reply.ok ? reply.value : reply
  }
  async sendFrom(frame: Sent['frame'], channel: string, ...args: unknown[]): Promise<void> {
    const [window] = this.#pages.keys()
    await this.#electron.ask('ipc:send', { window: window ?? 0, frame, channel, args })
  }

  /** Whether a frame of the window may do something that needs to be allowed. */
  async may(asked: { permission: string; url: string; isMainFrame: boolean }) {
    const [window] = this.#pages.keys()
    return this.#electron.ask('page:may', { window: window ?? 0, ...asked })
  }

  /** A page tries to embed another in itself. Answers whether it may not. */
  async isWebviewRefused(): Promise<boolean> {
    const [window] = this.#pages.keys()
    return this.#electron.ask('page:will-attach-webview', { window: window ?? 0 })
  }

  /** What the app serves at an address, without a page that asks. */
  async fetch(url: string, method = 'GET') {
    return this.#electron.ask('protocol:fetch', { url, method, headers: {} })
  }

  look(): Promise<Look> {
    return this.#electron.ask('look', null)
  }

  /** Everything outside of the app that its pages asked for. */
  outside(): readonly string[] {
    return this.#allPages().flatMap(page => page.outside)
  }
  /** Whether a page may save what is at an address. */
  async mayDownload(url: string): Promise<boolean> {
    const [window] = this.#pages.keys()
    return this.#electron.ask('page:download', { window: window ?? 0, url })
  }
  /** What its pages threw and nobody caught. */
  pageErrors(): readonly string[] {
    return this.#allPages().flatMap(page => page.errors)
  }

  /** What the app wrote, on either output. */
  said(): string {
    return this.#said
  }

  /** Ends it, however it stands. */
  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill('SIGKILL')
    await this.ended
    // Playwright loses count of a page that is closed while it is being prepared.
    await Promise.allSettled(this.#openings)
    await this.#context.close()
  }

  #first: StandIn | null = null
  readonly #openings = new Set<Promise<DesktopPage>>()

  #answers(): Answers<DesktopCalls> {
    const on = (window: number): DesktopPage => {
      const found = this.#pages.get(window)
      if (!found) throw new Error(`The desktop has no window ${window}`)
      return found
    }
    const nothing = async (done: Promise<unknown> | undefined): Promise<null> => {
      await done
      return null
    }
    return {
      'page:open': async opening => {
        const page = DesktopPage.open(this.#context, this.#electron, opening)
        this.#openings.add(page)
        this.#pages.set(opening.window, await page)
        this.#openings.delete(page)
        return null
      },
      'page:load': ({ window, url }) => nothing(on(window).load(url)),
      'page:reload': ({ window }) => nothing(on(window).reload()),
      'page:send': ({ window, channel, args }) => nothing(on(window).send(channel, args)),
      'page:crash': ({ window }) => nothing(on(window).crash('killed')),
      'page:zoom': ({ window, level }) => nothing(on(window).zoom(level)),
      'page:size': ({ window, size }) => nothing(on(window).resize(size)),
      'page:edit': ({ window, role }) => nothing(on(window).edit(role)),
      'page:close': async ({ window, force }) => {
        const page = on(window)
        const isClosed = await page.close(force)
        if (isClosed && this.#pages.delete(window)) this.#closed.push(page)
        return isClosed
      },
      'dialog:message': ({ id, options }) => this.#askPerson(id, options),
      'dialog:open': async () => {
        const folder = this.#folders.shift()
        if (folder === undefined) throw new Error('Nobody answers the folder dialog')
        return { canceled: folder === null, filePaths: folder === null ? [] : [folder] }
      },
      'dialog:error': async box => {
        this.#errorBoxes.push(box)
        return null
      },
      'dialog:withdraw': async ({ id }) => {
        const message = this.#messages[id - 1]
        this.#open.get(id)?.({ response: message?.cancelId ?? 0 })
        this.#open.delete(id)
        return null
      },
      'start:second': second => {
        if (!this.#first) throw new Error('Nobody holds the lock')
        return this.#first.#electron.ask('system:second-start', second)
      },
    }
  }

  #askPerson(id: number, options: ShownMessage): Promise<{ response: number }> {
    this.#messages.push(options)
    const button = this.#buttons.shift()
    if (button === undefined) throw new Error(`Nobody answers "${options.message}"`)
    if (button === null) return new Promise(answer => this.#open.set(id, answer))
    const response = (options.buttons ?? ['OK']).indexOf(button)
    if (response < 0) throw new Error(`"${options.message}" has no button ${button}`)
    return Promise.resolve({ response })
  }

  async #answer(route: Route): Promise<void> {
    const found = [...this.#pages.values()].find(({ page }) => page !== null && page === pageOf(route))
    // A window that a page opened: what it wants to load stays unloaded until the app has allowed it, which it does not.
    await (found ? found.answer(route) : route.abort()).catch((error: unknown) => {
      if (this.#child.exitCode === null && this.#child.signalCode === null) throw error
    })
  }

  #allPages(): readonly DesktopPage[] {
    return [...this.#pages.values(), ...this.#closed]
  }

  #only(): DesktopPage {
    const [page] = this.#pages.values()
    if (!page) throw new Error('There is no window')
    return page
  }

  /** Looks again in a moment, unless the app has ended. */
  async #wait(what: string): Promise<void> {
    if (this.#child.exitCode !== null) throw new Error(`There is no ${what}, for the app has ended: ${this.#said}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

/** The page that a request belongs to; none for a window that is only coming to be. */
function pageOf(route: Route): Page | null {
  try {
    return route.request().frame().page()
  } catch {
    return null
  }
}
