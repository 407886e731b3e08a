import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deployment } from '../manifests'
import { expect, Shell, test as base } from './shell'

const ON = 'Tell me of new versions of Chartroom'
const OFF = 'Ask nobody for new versions of Chartroom'
const ADDRESS = 'https://releases.example/v99.0.0'

/** A release feed on this machine, which remembers who asked it, and an app whose package names it. */
class Releases {
  readonly asked: { readonly url: string; readonly headers: Readonly<Record<string, unknown>> }[] = []
  tag = 'v99.0.0'
  readonly #server = createServer((request, response) => {
    this.asked.push({ url: request.url ?? '', headers: request.headers })
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ tag_name: this.tag, html_url: ADDRESS }))
  })

  async start(): Promise<void> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
  }
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/latest`
  }
  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }
}

const test = base.extend<{ releases: Releases }>({
  releases: async ({}, use) => {
    const releases = new Releases()
    await releases.start()
    await use(releases)
    await releases.stop()
  },
})

const startOn = (shell: Shell, releases: Releases) =>
  shell.start([shell.folder({ 'web.yaml': deployment }).path], { main: shell.packaged({ releases: releases.url }) })

test('nobody is asked for a new version until the user wants that, and again nobody afterwards', async ({
  shell,
  releases,
}) => {
  const desktop = await startOn(shell, releases)
  const app = await shell.app(desktop)
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  const help = async () =>
    (await desktop.menu()).find(menu => menu.label === 'Help')?.items.map(({ label }) => label) ?? []
  await expect.poll(help).toContain(ON)
  // The page has told how it stands, which is when one who is wanted would ask.
  expect([(await desktop.look()).contacted, releases.asked, desktop.outside()]).toEqual([[], [], []])

  await desktop.choose('Help', ON)
  const message = app.page.getByRole('region', { name: 'Messages' })
  await expect(message).toContainText(`Chartroom asks ${new URL(releases.url).host} for new versions`)
  await expect(message).toContainText('Chartroom 99.0.0 is out')
  await message.getByRole('button', { name: 'Copy the address' }).click()
  await expect.poll(() => app.page.evaluate(() => navigator.clipboard.readText())).toBe(ADDRESS)
  expect((await desktop.look()).contacted).toEqual([releases.url])
  expect(releases.asked.map(({ headers }) => [headers['cookie'], headers['referer']])).toEqual([[undefined, undefined]])

  await desktop.choose('Help', OFF)
  await expect.poll(help).toContain(ON)
  await expect(message).toContainText('Chartroom asks nobody for new versions')
  await desktop.act({ type: 'close' })
  expect(await desktop.ended).toBe(0)
  const again = await startOn(shell, releases)
  await expect((await shell.app(again)).canvas.card('Deployment web')).toBeVisible()
  await expect.poll(async () => (await again.menu()).flatMap(({ items }) => items).length).toBeGreaterThan(20)
  expect((await again.look()).contacted).toEqual([])
  expect(releases.asked).toHaveLength(1)
})

test('who wants to be told is told at each start, and of nothing where this is the newest', async ({
  shell,
  releases,
}) => {
  const desktop = await startOn(shell, releases)
  await expect((await shell.app(desktop)).canvas.card('Deployment web')).toBeVisible()
  releases.tag = `v${versionOf()}`
  await desktop.choose('Help', ON)
  await expect.poll(() => releases.asked.length).toBe(1)
  await expect.poll(() => shell.ownText()).toContain('"versions": true')
  await desktop.act({ type: 'close' })
  expect(await desktop.ended).toBe(0)

  releases.tag = 'v99.0.0'
  const again = await startOn(shell, releases)
  const message = (await shell.app(again)).page.getByRole('region', { name: 'Messages' })
  await expect(message).toContainText(`This is ${versionOf()}. The new one is at ${ADDRESS}`)
  expect(releases.asked).toHaveLength(2)
})

test('what is no release is no message: it is said on the error output, and asked again another day', async ({
  shell,
  releases,
}) => {
  const desktop = await startOn(shell, releases)
  const app = await shell.app(desktop)
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  releases.tag = 'nightly'
  shell.expectSaid('chartroom: It is not known whether there is a newer version: The newest release has no version')
  await desktop.choose('Help', ON)
  await expect.poll(() => desktop.said()).toContain('has no version')
  await expect(app.page.getByRole('region', { name: 'Messages' })).not.toContainText('is out')
})

test('a package that names nobody has no such switch, and the app has no other way out', async ({ shell }) => {
  const desktop = await shell.start([shell.folder({ 'web.yaml': deployment }).path])
  await expect((await shell.app(desktop)).canvas.card('Deployment web')).toBeVisible()
  const items = async () => (await desktop.menu()).flatMap(menu => menu.items)
  await expect.poll(async () => (await items()).length).toBeGreaterThan(20)
  expect((await items()).filter(({ label }) => label === ON || label === OFF)).toEqual([])
  const main = readFileSync(fileURLToPath(new URL('../../dist/electron/main.cjs', import.meta.url)), 'utf8')
  const waysOut =
    /require\("(node:)?(https?|http2|net|tls|dgram|dns)(\/\w+)?"\)|(?<![.\w])fetch\(|new (WebSocket|EventSource)\(/g
  expect(main.match(waysOut)).toBeNull()
  expect(main.match(/\bnet\.fetch\(/g)).toHaveLength(1)
})

function versionOf(): string {
  return JSON.parse(readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8')).version
}
