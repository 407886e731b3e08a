import type { Page } from '@playwright/test'
import type { Point } from '../../../shared/workspace/change'

/** What one design took. Times in ms; frames as "median/p95/max". */
export type Measured = {
  /** From the page's script to the first card in the DOM: reading of relations and arrangement included. */
  readonly firstCard: number
  /** Until everything in view is there. */
  readonly all: number
  /** From a changed object to the changed card. */
  readonly edit: number | null
  readonly pan: string
  readonly zoom: string
  readonly farPan: string
  readonly drag: string | null
  /** Of 50 selected cards, and of a box over all cards, where the whole design is seen. */
  readonly dragMany: string | null
  readonly box: string | null
  readonly heap: number
}

const CENTRE = { x: 700, y: 450 }
const STEPS = 90

export async function measureCanvas(page: Page): Promise<Measured> {
  const { firstCard, all } = await arrival(page, '[data-card]')
  const edit = await editToPicture(page)
  // By the wheel at the size on screen where cards are full.
  await page.getByRole('region', { name: 'Canvas' }).focus()
  await page.keyboard.press('0')
  await page.waitForTimeout(500)
  const pan = await frames(page, () => panByWheel(page))
  const drag = await frames(page, () => dragCard(page))
  await selectAround(page, 50)
  const zoom = await frames(page, () => zoomByWheel(page, 100))
  const farPan = await frames(page, () => panByWheel(page))
  await page.keyboard.press('1')
  await page.waitForTimeout(500)
  const dragMany = await frames(page, () => dragSelected(page))
  const box = await frames(page, () => dragBox(page))
  return { firstCard, all, edit, pan, zoom, farPan, drag, dragMany, box, heap: await heapOf(page) }
}

export async function measureFlow(page: Page): Promise<Measured> {
  const { firstCard, all } = await arrival(page, '.react-flow__node')
  const pan = await frames(page, () => panByMouse(page))
  const zoom = await frames(page, async () => {
    for (let i = 0; i < 30; i++) await wheel(page, 100)
  })
  const farPan = await frames(page, () => panByMouse(page))
  return {
    firstCard,
    all,
    edit: null,
    pan,
    zoom,
    farPan,
    drag: null,
    dragMany: null,
    box: null,
    heap: await heapOf(page),
  }
}

/** When the first card came, and when no more did for half a second. */
async function arrival(page: Page, selector: string): Promise<{ firstCard: number; all: number }> {
  return page.evaluate(async what => {
    const start = performance.getEntriesByName('start')[0]?.startTime ?? 0
    let first = 0
    let last = 0
    let count = 0
    while (last === 0 || performance.now() - last < 500) {
      await new Promise(requestAnimationFrame)
      const now = document.querySelectorAll(what).length
      if (now === count) continue
      count = now
      last = performance.now()
      first ||= last
    }
    return { firstCard: Math.round(first - start), all: Math.round(last - start) }
  }, selector)
}

async function editToPicture(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const card = [...document.querySelectorAll<HTMLElement>('[data-card]')].find(e =>
      e.dataset['card']?.includes('/Deployment/'),
    )
    const id = card?.dataset['card']
    const times: number[] = []
    for (let i = 0; i < 7; i++) {
      const start = performance.now()
      window.dispatchEvent(new CustomEvent('bench-edit', { detail: `${id} trial:${i}` }))
      await new Promise(requestAnimationFrame)
      await new Promise(resolve => setTimeout(resolve))
      times.push(performance.now() - start)
      await new Promise(resolve => setTimeout(resolve, 60))
    }
    return Math.round(times.sort((a, b) => a - b)[3] ?? 0)
  })
}

/** Frame times while something is done. */
async function frames(page: Page, act: () => Promise<void>): Promise<string> {
  await page.evaluate(() => {
    const times: number[] = []
    let last = performance.now()
    let stopped = false
    const tick = (now: number) => {
      times.push(now - last)
      last = now
      if (!stopped) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(window, {
      benchFrames: () => {
        stopped = true
        return times.slice(2)
      },
    })
  })
  await act()
  const times = await page.evaluate((): number[] => Reflect.get(window, 'benchFrames')())
  const sorted = times.sort((a, b) => a - b)
  const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
  return `${at(0.5)}/${at(0.95)}/${at(1)}`
}

async function panByWheel(page: Page): Promise<void> {
  await page.mouse.move(CENTRE.x, CENTRE.y)
  for (let i = 0; i < STEPS; i++) {
    await page.mouse.wheel(6, 5)
    await page.waitForTimeout(8)
  }
}

async function panByMouse(page: Page): Promise<void> {
  await page.mouse.move(CENTRE.x, 880)
  await page.mouse.down()
  for (let i = 0; i < STEPS; i++) {
    await page.mouse.move(CENTRE.x - 6 * i, 880 - 5 * i)
    await page.waitForTimeout(8)
  }
  await page.mouse.up()
}

async function dragCard(page: Page): Promise<void> {
  const box = await page.evaluate(() => {
    const cards = [...document.querySelectorAll('[data-card]')].map(card => card.getBoundingClientRect())
    const found = cards.find(({ x, y }) => x > 200 && x < 900 && y > 150 && y < 500)
    return found ? { x: found.x, y: found.y } : null
  })
  if (!box) throw new Error('There is no card to drag')
  await dragBy(page, { x: box.x + 60, y: box.y + 20 }, { x: 3, y: 2 })
}

/** Select the card with the keyboard and so many others. */
async function selectAround(page: Page, count: number): Promise<void> {
  await page.evaluate(many => {
    const cards = [...document.querySelectorAll<HTMLElement>('[data-card][aria-selected]')]
    const inOrder = cards.toSorted((a, b) => b.tabIndex - a.tabIndex).slice(0, many)
    window.dispatchEvent(new CustomEvent('bench-select', { detail: inOrder.map(card => card.dataset['card']) }))
  }, count)
}

/** From the one card of those selected that has the keyboard: it is an element at any zoom. */
async function dragSelected(page: Page): Promise<void> {
  const box = await page.locator('[data-card][tabindex="0"]').boundingBox()
  if (!box) throw new Error('No card has the keyboard')
  await dragBy(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, { x: 3, y: 2 })
}

async function dragBox(page: Page): Promise<void> {
  await dragBy(page, { x: 20, y: 20 }, { x: 14, y: 8 })
}

async function dragBy(page: Page, from: Point, step: Point): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (let i = 0; i < STEPS; i++) {
    await page.mouse.move(from.x + step.x * i, from.y + step.y * i)
    await page.waitForTimeout(8)
  }
  await page.mouse.up()
}

/** Out until the whole design is small. */
async function zoomByWheel(page: Page, delta: number): Promise<void> {
  await page.mouse.move(CENTRE.x, CENTRE.y)
  await page.keyboard.down('Control')
  for (let i = 0; i < 20; i++) await wheel(page, delta)
  await page.keyboard.up('Control')
}

async function wheel(page: Page, delta: number): Promise<void> {
  await page.mouse.wheel(0, delta)
  await page.waitForTimeout(30)
}

async function heapOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const memory: unknown = Reflect.get(performance, 'memory')
    const used: unknown = typeof memory === 'object' && memory !== null ? Reflect.get(memory, 'usedJSHeapSize') : 0
    return Math.round(Number(used) / 1e6)
  })
}
