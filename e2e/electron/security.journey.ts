import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { CALL, DROPPED } from '../../electron/channels'
import { deployment } from '../manifests'
import type { StandIn } from './desktop/stand-in'
import { expect, Shell, test } from './shell'

/**
 * Electron's security checklist (electronjs.org/docs/latest/tutorial/security), point by point. The table in
 * electron/README.md says what each comes to; a point that is undone fails its test here.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(root + path, 'utf8')
const OWN = { url: 'app://chartroom/index.html', isTop: true }

let shell: Shell
let desktop: StandIn
let page: Page
test.beforeAll(async ({ browser, standIn }) => {
  shell = new Shell(browser, standIn)
  desktop = await shell.start([shell.folder({ 'web.yaml': deployment }).path])
  page = await desktop.page()
  // The page has told its commands: from here on it listens.
  await expect.poll(async () => (await desktop.menu()).flatMap(({ items }) => items).length).toBeGreaterThan(20)
})
test.afterAll(() => shell.end())

const preferences = async () => (await desktop.look()).windows[0]?.webPreferences ?? {}

test('1: everything that the window loads is its own, from a secure origin', async () => {
  expect((await desktop.look()).privilegedSchemes).toEqual(['app'])
  expect(await page.evaluate(() => isSecureContext)).toBe(true)
  for (const url of ['http://example.com/', 'https://example.com/', 'ws://example.com/'])
    expect(await reaches(url), url).toBe(false)
  expect(desktop.outside()).toEqual([])
})

test('2: no page has Node, nor has a frame or a worker of one', async () => {
  expect(await preferences()).toMatchObject({
    ...{ nodeIntegration: false, nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false },
  })
  expect(
    await page.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')]),
  ).toEqual(['undefined', 'undefined'])
})

test('3: the preload has a world of its own', async () => {
  expect(await preferences()).toMatchObject({ contextIsolation: true })
})

test('4: every page runs in the sandbox, and the preload needs nothing that it has not', async () => {
  expect(await preferences()).toMatchObject({ sandbox: true })
  expect((await desktop.look()).isSandboxEnforced).toBe(true)
  const required = [...read('dist/electron/preload.cjs').matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)
  expect(required).toEqual(['electron'])
})

test('5: a page gets the clipboard, and no other permission', async () => {
  const states = await page.evaluate(async () => {
    const names = ['clipboard-read', 'geolocation', 'notifications', 'camera', 'microphone', 'midi'] as const
    const asked = names.map(name => navigator.permissions.query({ name: name as PermissionName }))
    return (await Promise.all(asked)).map(({ state }, i) => (state === 'granted' ? names[i] : null))
  })
  expect(states.filter(name => name !== null)).toEqual(['clipboard-read'])
  const asks = (permission: string, url: string, isMainFrame = true) => desktop.may({ permission, url, isMainFrame })
  const never = { isKnown: false, isLet: false }
  expect(await asks('clipboard-sanitized-write', OWN.url)).toEqual({ isKnown: true, isLet: true })
  expect(await asks('clipboard-read', 'https://evil.example/')).toEqual(never)
  expect(await asks('clipboard-read', OWN.url, false)).toEqual(never)
  for (const permission of ['openExternal', 'fileSystem', 'usb', 'display-capture', 'local-network-access'])
    expect(await asks(permission, OWN.url), permission).toEqual(never)
  expect(await desktop.mayDownload('blob:app://chartroom/0a1b'), 'a picture that the window made').toBe(true)
  expect(await desktop.mayDownload('https://evil.example/setup.exe')).toBe(false)
})

test('6: the same-origin policy is on', async () => {
  expect(await preferences()).toMatchObject({ webSecurity: true })
})

test('7: every page comes with a policy, and no script runs that the policy does not know', async () => {
  for (const url of ['app://chartroom/index.html', 'app://chartroom/nothing']) {
    const fetched = await desktop.fetch(url)
    const policy = fetched.found ? fetched.headers['content-security-policy'] : ''
    expect(policy, url).toContain("default-src 'none'; script-src 'self';")
    expect(policy, url).not.toContain('unsafe-eval')
  }
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.body.append(script)
    script.remove()
    return 'ranInline' in window
  })
  expect(ran).toBe(false)
})

test('8: nothing insecure is let into a secure page', async () => {
  expect(await preferences()).toMatchObject({ allowRunningInsecureContent: false })
})

test('9: no experimental features of Chromium', async () => {
  expect(await preferences()).toMatchObject({ experimentalFeatures: false })
})

test('10: no features of Blink beyond its own', async () => {
  expect(await preferences()).not.toHaveProperty('enableBlinkFeatures')
})

test('11: there is no webview, so none that may open windows', async () => {
  expect(await preferences()).toMatchObject({ webviewTag: false })
  for (const file of readdirSync(`${root}dist/renderer`, { recursive: true, encoding: 'utf8' }))
    if (/\.(js|html)$/.test(file)) expect(read(`dist/renderer/${file}`), file).not.toContain('<webview')
})

test('12: a webview that comes to be all the same is refused', async () => {
  expect(await desktop.isWebviewRefused()).toBe(true)
})

test('13: a page stays where it is', async () => {
  const before = page.url()
  for (const url of ['https://example.com/', 'http://127.0.0.1:9/', 'app://other/index.html'])
    await page.evaluate(
      to => {
        const link = document.createElement('a')
        link.href = to
        document.body.append(link)
        link.click()
        link.remove()
      },
      url.replace('app://other', 'https://other.app.stand-in.test'),
    )
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
  expect(desktop.outside()).toEqual([])
})

test('14: a page opens no window', async () => {
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate(() => void window.open('https://example.com/', '_blank')),
  ])
  if (!popup.isClosed()) await popup.waitForEvent('close')
  expect(await desktop.windowCount()).toBe(1)
  expect(desktop.outside()).toEqual([])
})

test('15: no address is ever given to the system to open', () => {
  for (const name of ['main.cjs', 'preload.cjs'])
    expect(read(`dist/electron/${name}`), name).not.toMatch(/openExternal|openPath/)
})

test('16: Electron is of one known version, the one that all of this was checked with', () => {
  const pinned: unknown = JSON.parse(read('package.json')).devDependencies.electron
  expect(pinned).toMatch(/^\d+\.\d+\.\d+$/)
  expect(Number(String(pinned).split('.')[0])).toBeGreaterThanOrEqual(45)
  expect(createRequire(import.meta.url)('electron/package.json').version).toBe(pinned)
})

test('17: only the window’s own page is heard', async () => {
  const ask = (frame: { url: string; isTop: boolean }) => desktop.invokeFrom(frame, CALL, 'app:info', undefined)
  expect(await ask(OWN)).toMatchObject({ ok: true })
  for (const url of ['https://evil.example/', 'file:///tmp/x.html', 'app://chartroom.evil.example/', 'about:blank', ''])
    expect(await ask({ url, isTop: true }), url).toMatchObject({ ok: false, code: 'denied' })
  expect(await ask({ ...OWN, isTop: false })).toMatchObject({ ok: false, code: 'denied' })
  const outside = shell.folder({ 'web.yaml': deployment })
  await desktop.sendFrom({ url: 'https://evil.example/', isTop: true }, DROPPED, [outside.path])
  await desktop.sendFrom(OWN, DROPPED, { not: 'a list' })
  const open = () => desktop.invokeFrom(OWN, CALL, 'workspace:open', { path: outside.path })
  expect(await open()).toMatchObject({ ok: false, code: 'denied' })
  await desktop.sendFrom(OWN, DROPPED, [outside.path])
  await expect.poll(open).toMatchObject({ ok: true })
})

test('18: pages come by a protocol of their own, which serves its pages alone', async () => {
  expect((await desktop.look()).windows[0]?.url).toBe(OWN.url)
  expect(read('dist/electron/main.cjs')).not.toMatch(/loadFile|"file:/)
  const climbing = [
    '..%2f..%2fpackage.json',
    '%2e%2e/electron/main.cjs',
    '..%5c..%5cpackage.json',
    'index.html%00',
    '%zz',
  ]
  for (const path of climbing)
    expect(await desktop.fetch(`app://chartroom/${path}`), path).toMatchObject({ status: 404 })
  expect(await desktop.fetch('app://other/index.html')).toMatchObject({ status: 404 })
  expect(await desktop.fetch(OWN.url, 'POST')).toMatchObject({ status: 404 })
  expect(await desktop.fetch(OWN.url)).toMatchObject({ status: 200 })
})

test('19: the fuses of a package leave no other way in', () => {
  expect(parse(read('build/electron-builder.yml')).electronFuses).toEqual({
    ...{ runAsNode: false, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false },
    ...{ enableCookieEncryption: true, enableEmbeddedAsarIntegrityValidation: true, onlyLoadAppFromAsar: true },
    ...{ grantFileProtocolExtraPrivileges: false, loadBrowserProcessSpecificV8Snapshot: false },
  })
})

test('20: a page gets two functions, and nothing of Electron’s through them', async () => {
  const found = await page.evaluate(async () => {
    const { host } = window as unknown as {
      host: Record<string, unknown> & {
        ask(name: string, input?: unknown): Promise<unknown>
        listen(name: string, heard: (...args: unknown[]) => void): () => void
      }
    }
    const refused = async (how: () => unknown) => {
      try {
        await how()
        return false
      } catch {
        return true
      }
    }
    return {
      names: Object.keys(host).sort(),
      isFrozen: Object.isFrozen(host),
      refusesCall: await refused(() => host.ask('no:such:call')),
      refusesNotice: await refused(() => host.listen('no:such:notice', () => undefined)),
    }
  })
  expect(found).toEqual({ names: ['ask', 'listen'], isFrozen: true, refusesCall: true, refusesNotice: true })
  const heard = page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const { host } = window as unknown as {
          host: { listen(name: string, heard: (...args: unknown[]) => void): () => void }
        }
        host.listen('command:asked', (...args) => resolve(args.length))
      }),
  )
  await desktop.choose('View', 'Commands')
  expect(await heard, 'a listener gets the notice and no event').toBe(1)
})

/** Whether the window gets as far as asking for an address. */
async function reaches(url: string): Promise<boolean> {
  const before = desktop.outside().length
  await page.evaluate(async to => {
    if (to.startsWith('ws')) {
      const failed = new Promise(resolve => {
        const socket = new WebSocket(to)
        socket.onerror = resolve
        socket.onopen = resolve
      })
      await failed
    } else await fetch(to).catch(() => undefined)
  }, url)
  return desktop.outside().length > before
}
