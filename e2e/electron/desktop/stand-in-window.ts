import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Browser, BrowserContextOptions } from '@playwright/test'
import type { Front } from '../../front'
import { ownFolder, PAGE_SIZE } from '../own-folder'
import { StandIn } from './stand-in'

/** Electron's front on the stand-in, for journeys that are the same on every front. `system`: what the user likes there. */
export function standInWindow(browser: Browser, standIn: string, system: BrowserContextOptions): Front {
  const config = ownFolder(PAGE_SIZE)
  const started: StandIn[] = []
  return {
    page: null,
    async start(paths) {
      const desktop = await StandIn.start({ browser, standIn, system, config, cwd: tmpdir(), paths })
      started.push(desktop)
      return desktop.page()
    },
    async crash() {
      await started.at(-1)?.stop()
    },
    async pick(folder) {
      await started.at(-1)?.pick(folder)
    },
    troubles: () => started.flatMap(desktop => [desktop.said(), ...desktop.outside()]).filter(text => text !== ''),
    async stop() {
      for (const desktop of started) await desktop.stop()
      rmSync(config, { recursive: true, force: true })
    },
  }
}
