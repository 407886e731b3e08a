import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, expect } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { App } from '../app'
import { bundleStandIn } from './bundle-stand-in'
import type { Front } from '../front'
import { WorkspaceFolder } from '../workspace-folder'
import { StandIn } from './desktop/stand-in'
import type { StandInStart } from './desktop/stand-in'

/** Chartroom in Electron for one journey: its starts, its folders, its settings. */
export class Shell {
  /** Settings and kept work, the same for all starts of a journey. */
  readonly config = realpathSync(mkdtempSync(join(tmpdir(), 'chartroom-shell-')))
  readonly #browser: Browser
  readonly #standIn: string
  readonly #started: StandIn[] = []
  readonly #folders: WorkspaceFolder[] = []
  #mains = 0
  readonly #expected = new Set<string>()
  readonly #apps = new Map<unknown, App>()

  constructor(browser: Browser, standIn: string) {
    this.#browser = browser
    this.#standIn = standIn
  }

  /** Starts it on these paths. Does not wait for its window. */
  async start(
    paths: readonly string[] = [],
    more: Partial<Pick<StandInStart, 'platform' | 'display' | 'keyStore' | 'env' | 'main'>> = {},
  ): Promise<StandIn> {
    const desktop = await StandIn.start({
      ...{ browser: this.#browser, standIn: this.#standIn, config: this.config, cwd: tmpdir(), paths },
      ...more,
    })
    this.#started.push(desktop)
    return desktop
  }

  /** A folder with these files that goes when the journey ends. */
  folder(files: Readonly<Record<string, string>>): WorkspaceFolder {
    const folder = WorkspaceFolder.with(files)
    this.#folders.push(folder)
    return folder
  }

  /** The built main process without the pages of its window; a start of it needs no folder beside. */
  unbuilt(): string {
    const electron = join(this.config, 'unbuilt', 'electron')
    cpSync(fileURLToPath(new URL('../../dist/electron', import.meta.url)), electron, { recursive: true })
    return join(electron, 'main.cjs')
  }

  /** The built app in a package that says this of itself, as `npm run dist` would have written it. */
  packaged(description: Readonly<Record<string, string>>): string {
    const folder = join(this.config, 'packaged')
    cpSync(fileURLToPath(new URL('../../dist', import.meta.url)), join(folder, 'dist'), {
      recursive: true,
      filter: path => !/[\\/](bundled|docs|test|command|stand-in-runtime)$/.test(path),
    })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'chartroom', ...description }))
    return join(folder, 'dist', 'electron', 'main.cjs')
  }

  /** Another main process than Chartroom's, as a text. */
  mainOf(text: string): string {
    const path = join(this.config, `main-${++this.#mains}.cjs`)
    writeFileSync(path, text)
    return path
  }

  /** What Chartroom keeps for itself, by paths below its folder. */
  ownFiles(): readonly string[] {
    const paths = readdirSync(this.config, { recursive: true, encoding: 'utf8' })
    return paths.filter(path => statSync(join(this.config, path)).isFile())
  }

  /** All that stands in those files. */
  ownText(): string {
    return this.ownFiles()
      .map(path => readFileSync(join(this.config, path), 'latin1'))
      .join('\n')
  }

  /** A line that the app is to write on its error output; anything else there fails the journey. */
  expectSaid(line: string): void {
    this.#expected.add(line)
  }

  /** The window that a start shows now, by roles and names. */
  async app(desktop: StandIn): Promise<App> {
    const page = await desktop.page()
    const app = this.#apps.get(page) ?? new App(shownBy(page))
    this.#apps.set(page, app)
    return app
  }

  /** What went wrong without a journey looking at it. */
  troubles(): readonly string[] {
    const said = this.#started.flatMap(desktop =>
      desktop
        .said()
        .split('\n')
        .filter(line => line !== ''),
    )
    const unsaid = [...this.#expected].filter(line => !said.includes(line)).map(line => `Not said: ${line}`)
    return [
      ...unsaid,
      ...said.filter(line => !this.#expected.has(line)),
      ...[...this.#apps.values()].flatMap(app => app.errors()),
    ]
  }

  async end(): Promise<void> {
    for (const desktop of this.#started) await desktop.stop()
    for (const folder of this.#folders) folder.remove()
    rmSync(this.config, { recursive: true, force: true })
  }
}

/** A window that the journey itself has started, and will end. */
export function shownBy(page: Page): Front {
  const already = (): never => {
    throw new Error('The journey starts and ends this one itself')
  }
  return { page, start: already, crash: already, pick: null, troubles: () => [], stop: already }
}

export const test = base.extend<{ shell: Shell }, { standIn: string }>({
  standIn: [({}, use) => bundleStandIn(use), { scope: 'worker' }],
  shell: async ({ browser, standIn }, use) => {
    const shell = new Shell(browser, standIn)
    await use(shell)
    const troubles = shell.troubles()
    await shell.end()
    expect(troubles, 'nothing went wrong unseen').toEqual([])
  },
})

export { expect }
