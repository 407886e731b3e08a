import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test as base } from '@playwright/test'
import type { Page } from '@playwright/test'
import { BrowserFront } from '../browser-front'
import { deployment } from '../manifests'
import { WorkspaceFolder } from '../workspace-folder'

/**
 * A page of somebody else's in the browser that has Chartroom open, and with it its cookie. It is on this machine too,
 * on another port, which is the nearest that a stranger can come: cookies don't tell ports apart.
 */
const test = base.extend<{ folder: WorkspaceFolder; chartroom: string; stranger: Page }>({
  folder: async ({}, use) => {
    const folder = WorkspaceFolder.with({ 'web.yaml': deployment })
    await use(folder)
    folder.remove()
  },
  chartroom: async ({ context, folder }, use) => {
    const front = await BrowserFront.start([folder.path])
    const own = await context.newPage()
    await own.goto(front.address)
    await expect(own.getByRole('region', { name: 'Canvas' })).toBeVisible()
    expect(await context.cookies()).toHaveLength(1)
    await use(new URL(front.address).origin)
    await front.stop()
  },
  stranger: async ({ context }, use) => {
    const server = await serve('<!doctype html><title>A stranger</title>')
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${portOf(server)}/`)
    await use(page)
    server.close()
    server.closeAllConnections()
  },
})

test('its calls are refused, with the cookie and however they are spelled', async ({ chartroom, stranger, folder }) => {
  for (const [mode, type] of [
    ['no-cors', 'text/plain'],
    ['cors', 'application/json'],
  ] as const) {
    const read = await stranger.evaluate(
      async ([url, how, contentType]) => {
        const headers = { 'Content-Type': contentType }
        const asked = fetch(url, { method: 'POST', mode: how, credentials: 'include', headers, body: 'null' })
        return asked.then(
          answer => `${answer.type} ${answer.status}`,
          () => 'refused',
        )
      },
      [`${chartroom}/call/recent:list`, mode, type] as const,
    )
    expect(['refused', 'opaque 0'], `${mode} tells it nothing`).toContain(read)
  }
  expect(folder.diskDiff()).toEqual([])
})

test('a form that it sends itself changes nothing', async ({ chartroom, stranger }) => {
  const [response] = await Promise.all([
    stranger.waitForResponse(answer => answer.request().method() === 'POST'),
    stranger.evaluate(url => {
      const form = document.createElement('form')
      Object.assign(form, { method: 'POST', action: url, enctype: 'text/plain' })
      document.body.append(form)
      form.submit()
    }, `${chartroom}/call/recent:list`),
  ])
  expect(response.status()).toBe(403)
})

test('it opens no WebSocket and gets no notice', async ({ chartroom, stranger }) => {
  const opened = await stranger.evaluate(
    url =>
      new Promise(resolve => {
        const socket = new WebSocket(url)
        socket.onopen = () => resolve('open')
        socket.onerror = () => resolve('refused')
      }),
    `${chartroom.replace('http', 'ws')}/notices`,
  )
  expect(opened).toBe('refused')
})

test('it can not put the window into a frame of its own, nor reach one that it opened', async ({
  chartroom,
  stranger,
}) => {
  const frame = await stranger.evaluate(async url => {
    const element = document.createElement('iframe')
    element.src = url
    document.body.append(element)
    await new Promise(resolve => (element.onload = resolve))
    return element.contentDocument?.title ?? 'out of reach'
  }, chartroom)
  expect(stranger.frames().map(of => of.url())).not.toContain(`${chartroom}/`)
  expect(frame).not.toContain('Chartroom')
  const [popup] = await Promise.all([
    stranger.waitForEvent('popup'),
    stranger.evaluate(url => void Object.assign(window, { opened: window.open(url) }), chartroom),
  ])
  await popup.waitForLoadState()
  const reached = await stranger.evaluate(() => (Reflect.get(window, 'opened') as Window | null)?.closed ?? true)
  expect(reached, 'a window of another origin is cut off').toBe(true)
  // The host ends when its last connection does.
  await popup.close()
})

test('another name for this machine (DNS rebinding) is no name of Chartroom’s', async ({ chartroom, playwright }) => {
  const asked = await playwright.request.newContext()
  const answer = await asked.get(chartroom, { headers: { Host: 'rebound.example' } })
  expect(answer.status()).toBe(403)
  expect(await answer.text()).toBe('')
  await asked.dispose()
})

async function serve(html: string): Promise<Server> {
  const server = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(html))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return server
}

function portOf(server: Server): number {
  return readPort(server.address())
}

function readPort(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}
