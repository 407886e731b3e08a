import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { BrowserFront } from '../../e2e/browser-front'
import { generateManifests } from '../../e2e/generate-manifests'
import { corpusFolder } from './reading/corpus'

/**
 * `npm run bench window [corpus | COUNT …] [--profile FOLDER]`: the built window (`npm run build` first) opens a folder in Chromium without a
 * GPU: when the first card and all objects are there, which tasks kept the page from drawing meanwhile, and what typing in
 * the YAML editor takes until the frame that shows it. `--profile` writes a CPU profile of each part.
 */
const given = process.argv.slice(2)
const profileAt = given.includes('--profile') ? given[given.indexOf('--profile') + 1]! : null
const wanted = given.filter(each => each !== '--profile' && each !== profileAt)

const browser = await chromium.launch({
  executablePath: process.env['CHARTROOM_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu', '--enable-precise-memory-info'],
})
try {
  for (const what of wanted.length > 0 ? wanted : ['corpus', '5000', '20000']) await measure(browser, what)
} finally {
  await browser.close()
}

async function measure(browser: Browser, what: string): Promise<void> {
  const folder = what === 'corpus' ? corpusFolder() : writeFolder(Number(what))
  if (folder === null) return console.log('corpus: skipped, there is none beside the repository')
  const front = await BrowserFront.start([folder], null, process.cwd())
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  const session = await page.context().newCDPSession(page)
  try {
    await page.addInitScript(watchLongTasks)
    await startProfile(session)
    await page.goto(front.address)
    await page.getByRole('status', { name: 'Status' }).filter({ hasNotText: 'Reading' }).waitFor({ timeout: 300_000 })
    const read = await page.evaluate(() => performance.now())
    // What is left for when the user does nothing: schemas.
    await page.waitForTimeout(3000)
    await endProfile(session, `${what}-opening`)
    const opening = await longTasks(page)
    const firstCard = await page.evaluate(() => Number(Reflect.get(window, 'firstCard')))
    console.log(`${what}: first card ${firstCard.toFixed(0)} ms, all read ${read.toFixed(0)} ms; ${opening}`)
    await startProfile(session)
    const typed = await typeInEditor(page)
    await endProfile(session, `${what}-typing`)
    console.log(
      `${what}: a letter typed until its frame ${typed}; ${await longTasks(page)}; heap ${await heapOf(page)} MB`,
    )
  } finally {
    await page.close()
    await front.stop()
    if (what !== 'corpus') rmSync(folder, { recursive: true, force: true })
  }
}

function writeFolder(objects: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-window-'))
  for (const [path, text] of Object.entries(generateManifests(objects))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Runs in the page before anything else. */
function watchLongTasks(): void {
  const tasks: number[] = []
  Object.assign(window, { longTasks: tasks, firstCard: Number.NaN })
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) tasks.push(Math.round(duration))
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    if (document.querySelector('[data-card]')) Object.assign(window, { firstCard: performance.now() })
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** The tasks over 50 ms since they were asked for last. */
async function longTasks(page: Page): Promise<string> {
  const tasks = await page.evaluate(() => {
    const list: number[] = Reflect.get(window, 'longTasks')
    return list.splice(0)
  })
  const longest = tasks.toSorted((a, b) => b - a).slice(0, 12)
  return `${tasks.length} long tasks${tasks.length > 0 ? `: ${longest.join(', ')} ms` : ''}`
}

async function typeInEditor(page: Page): Promise<string> {
  // What is outside of the cluster, or missing, has a card but no YAML.
  await page
    .locator('[data-card][aria-selected]:not([aria-description*="not found"])')
    .first()
    .click({ position: { x: 60, y: 12 } })
  const line = page.getByRole('textbox', { name: 'YAML', exact: true }).locator('.cm-line', { hasText: 'name' }).first()
  await line.click()
  await page.keyboard.press('End')
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { typed: times })
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp)))
      },
      true,
    )
  })
  for (let i = 0; i < 40; i++) {
    await page.keyboard.type('x')
    await page.waitForTimeout(120)
  }
  const times = await page.evaluate((): number[] => Reflect.get(window, 'typed'))
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!)
  return `${at(0.5)}/${at(0.95)}/${at(1)} ms`
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  return page.evaluate(() => {
    const memory: unknown = Reflect.get(performance, 'memory')
    const used: unknown = typeof memory === 'object' && memory !== null ? Reflect.get(memory, 'usedJSHeapSize') : 0
    return Math.round(Number(used) / 1e6)
  })
}

async function startProfile(session: CDPSession): Promise<void> {
  if (profileAt === null) return
  await session.send('Profiler.enable')
  await session.send('Profiler.start')
}

async function endProfile(session: CDPSession, name: string): Promise<void> {
  if (profileAt === null) return
  const { profile } = await session.send('Profiler.stop')
  mkdirSync(profileAt, { recursive: true })
  writeFileSync(join(profileAt, `${name}.cpuprofile`), JSON.stringify(profile))
}
