import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { buildPage, servePage } from './canvas/build-page'
import { findObjects } from '../../renderer/dialogs/search-objects'
import { generateDesign } from './canvas/generate-design'
import { Stages } from './stages'
import { measureCanvas, measureFlow, type Measured } from './canvas/measure'

/**
 * `npm run bench canvas [COUNT …]`: the canvas with generated designs, driven by real mouse input in Chromium without a
 * GPU (100,000 objects where they are asked for: minutes), and searched; and React Flow as its first example would show
 * 1,000 of them, for the ratio.
 */
const counts = process.argv.slice(2).map(Number)
const sizes = counts.length > 0 ? counts : [200, 1_000, 5_000, 20_000]
const FLOW_SIZE = 1_000
/** What a prototype reached (STACK.md, React Flow at scale): the canvas may take a fifth more. */
const PROTOTYPE = '5,000: 0.2-0.3 s, 13 MB, p95 17 ms in every gesture; 20,000: 0.2-0.3 s, 15-17 MB, p95 17 ms'

const folder = mkdtempSync(join(tmpdir(), 'chartroom-canvas-'))
const repository = process.cwd()
try {
  await buildPage(repository, folder)
  const page = await servePage(folder)
  const browser = await chromium.launch({
    executablePath: process.env['CHARTROOM_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu', '--enable-precise-memory-info'],
  })
  console.log(
    'objects way    first card    all  edit   pan           zoom          far pan       drag          drag 50       box           heap',
  )
  for (const size of sizes) {
    print(size, 'ours', await measureOn(browser, page.address, size, false))
    console.log(`        searched: ${timesOfSearch(size)} ms of the processor`)
  }
  print(FLOW_SIZE, 'flow', await measureOn(browser, page.address, FLOW_SIZE, true))
  console.log(`Frames: median/p95/max in ms. The prototype: ${PROTOTYPE}`)
  await browser.close()
  page.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measureOn(browser: Browser, address: string, size: number, flow: boolean): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  await page.goto(`${address}/?n=${size}${flow ? '&way=flow' : ''}`)
  const measured = await (flow ? measureFlow(page) : measureCanvas(page))
  await page.close()
  return measured
}

/** The window's search, letter by letter, for an object near the end; the first letter reads labels and images. */
function timesOfSearch(size: number): string {
  const objects = generateDesign(size)
  const wanted = objects.at(-1)?.name ?? ''
  const stages = new Stages()
  for (let letters = 1; letters <= wanted.length; letters++)
    stages.time('a letter', () => findObjects(objects, wanted.slice(0, letters), 50))
  return stages.told()
}

function print(size: number, way: string, measured: Measured): void {
  const { firstCard, all, edit, pan, zoom, farPan, drag, dragMany, box, heap } = measured
  const columns = [
    String(size).padStart(7),
    way.padEnd(6),
    `${firstCard} ms`.padStart(10),
    `${all} ms`.padStart(9),
    (edit === null ? '-' : `${edit} ms`).padStart(6),
    ...[pan, zoom, farPan, drag, dragMany, box].map(frames => (frames ?? '-').padEnd(13)),
    `${heap} MB`.padStart(6),
  ]
  console.log(columns.join(' '))
}
