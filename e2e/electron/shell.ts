import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, expect } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { bundleForNode } from '../../build/bundle-node.mjs'
import { App } from '../app'
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

  /** The window that a start shows now, by roles and names. */
  async app(desktop: StandIn): Promise<App> {
    const page = await desktop.page()
    const app = this.#apps.get(page) ?? new App(page)
    this.#apps.set(page, app)
    return app
  }

  /** What went wrong without a journey looking at it. */
  troubles(): readonly string[] {
    const said = this.#started.map(desktop => desktop.said()).filter(text => text !== '')
    return [...said, ...[...this.#apps.values()].flatMap(app => app.errors())]
  }

  async end(): Promise<void> {
    for (const desktop of this.#started) await desktop.stop()
    for (const folder of this.#folders) folder.remove()
    rmSync(this.config, { recursive: true, force: true })
  }
}

export const test = base.extend<{ shell: Shell }, { standIn: string }>({
  standIn: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'chartroom-stand-in-'))
      const entry = fileURLToPath(new URL('./stand-in/electron.ts', import.meta.url))
      await bundleForNode({ entries: { electron: entry }, outDir: folder, format: 'cjs' })
      await use(join(folder, 'electron.cjs'))
      rmSync(folder, { recursive: true })
    },
    { scope: 'worker' },
  ],
  shell: async ({ browser, standIn }, use) => {
    const shell = new Shell(browser, standIn)
    await use(shell)
    const troubles = shell.troubles()
    await shell.end()
    expect(troubles, 'nothing went wrong unseen').toEqual([])
  },
})

export { expect }
