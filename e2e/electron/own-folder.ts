import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder for what is Chartroom's own, whose window opens as large as the pages of a journey. */
export function ownFolder(size: { readonly width: number; readonly height: number }): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'chartroom-own-')))
  const window = { x: 0, y: 0, ...size, maximized: false }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ theme: 'system', panels: {}, window }))
  return folder
}

/** The size of pages in e2e/playwright.config.ts. */
export const PAGE_SIZE = { width: 1280, height: 800 }
