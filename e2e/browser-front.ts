import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type { Front } from './front'

const repository = fileURLToPath(new URL('..', import.meta.url))

/** The built browser host, started as a user starts it: `chartroom open`. Its settings are in a folder of its own. */
export class BrowserFront {
  readonly address: string
  readonly #child: ChildProcess
  readonly #config: string

  private constructor(address: string, child: ChildProcess, config: string) {
    this.address = address
    this.#child = child
    this.#config = config
  }

  /** With the settings of one that crashed, or with none. `root`: the repository, for a program that is bundled elsewhere. */
  static async start(
    paths: readonly string[],
    after: BrowserFront | null = null,
    root: string = repository,
  ): Promise<BrowserFront> {
    const config = after ? after.#config : mkdtempSync(join(tmpdir(), 'chartroom-config-'))
    const child = spawn(
      process.execPath,
      [join(root, 'build/chartroom.mjs'), 'open', ...paths, '--no-open', '--stay'],
      {
        env: { ...process.env, CHARTROOM_CONFIG: config },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let said = ''
    const address = await new Promise<string>((resolve, reject) => {
      const hear = (piece: Buffer) => {
        said += piece.toString()
        const found = /http:\/\/127\.0\.0\.1:\d+\/\S*(?=\s)/.exec(said)
        if (found) resolve(found[0])
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.on('exit', status => reject(new Error(`chartroom open ended with ${status}: ${said}`)))
    })
    return new BrowserFront(address, child, config)
  }

  /** Ends it as a power cut would: at once, with no time to do anything. */
  async crash(): Promise<void> {
    const ended = new Promise<void>(resolve => this.#child.once('exit', () => resolve()))
    this.#child.kill('SIGKILL')
    await ended
  }

  async stop(): Promise<void> {
    const ended = new Promise<void>(resolve => this.#child.once('exit', () => resolve()))
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill('SIGTERM')
      await ended
    }
    rmSync(this.#config, { recursive: true, force: true })
  }
}

/** The browser host and a page of a browser that shows it. */
export function browserWindow(page: Page): Front {
  const fronts: BrowserFront[] = []
  return {
    ...{ page, pick: null, troubles: () => [] },
    async start(paths) {
      const front = await BrowserFront.start(paths, fronts.at(-1) ?? null)
      fronts.push(front)
      await page.goto(front.address)
      return page
    },
    async crash() {
      // The page first: what it would say of its dead host is no matter of the journey.
      await page.goto('about:blank')
      await fronts.at(-1)?.crash()
    },
    async stop() {
      await page.close()
      for (const front of fronts) await front.stop()
    },
  }
}
