import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Svg } from '../../shared/picture/svg'
import { findChromium } from './find-chromium'

const run = promisify(execFile)

/** Twice the size of the drawing, so that text is sharp; less where the picture would be larger than a browser draws. */
const SHARPNESS = 2
const MOST_PIXELS = 16_000
const PATIENCE = 60_000

export type Drawn = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly message: string }

/**
 * A picture as PNG. Chromium draws it, without a window and without the network: nothing that Node has can draw text. Where
 * no Chromium, Chrome or Edge is installed the answer says so.
 */
export async function drawPng(svg: Svg, env: Readonly<Record<string, string | undefined>>): Promise<Drawn> {
  const browser = await findChromium(env)
  if (browser === null)
    return {
      ok: false,
      message:
        'A PNG is drawn by Chromium, Chrome or Edge, and none was found. Install one, name one in CHARTROOM_CHROMIUM, or write --svg, which needs none.',
    }
  const folder = await mkdtemp(join(tmpdir(), 'chartroom-png-'))
  try {
    const page = join(folder, 'picture.svg')
    const picture = join(folder, 'picture.png')
    await writeFile(page, svg.text)
    await run(browser, argumentsFor(svg, { page, picture, folder }), { timeout: PATIENCE, windowsHide: true })
    return { ok: true, bytes: await readFile(picture) }
  } catch (error) {
    return { ok: false, message: `${browser} did not draw the picture: ${firstLineOf(error)}` }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Places = { readonly page: string; readonly picture: string; readonly folder: string }

function argumentsFor({ width, height }: Svg, { page, picture, folder }: Places): readonly string[] {
  const scale = Math.min(SHARPNESS, MOST_PIXELS / Math.max(width, height))
  // As root (a container) Chromium runs without its sandbox or not at all. It loads one file of ours and no network.
  const isRoot = process.getuid?.() === 0
  return [
    '--headless',
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
    '--hide-scrollbars',
    ...(isRoot ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'profile')}`,
    `--force-device-scale-factor=${scale}`,
    `--window-size=${Math.ceil(width)},${Math.ceil(height)}`,
    `--screenshot=${picture}`,
    pathToFileURL(page).href,
  ]
}

function firstLineOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
}
