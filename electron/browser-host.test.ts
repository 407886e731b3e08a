import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startBrowserHost } from './browser-host'
import type { BrowserHost } from './browser-host'
import { NotBuilt } from './browser/pages'

/** A folder beside which lies what must never be served. */
const here = mkdtempSync(join(tmpdir(), 'chartroom-host-'))
const folder = join(here, 'k8s')
let host: BrowserHost
let port: number
let cookie: string

type Answer = { status: number; body: string; headers: Record<string, string | string[] | undefined> }

/** One request as a hostile program could make it: every header as told. */
function send(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

const json = { 'Content-Type': 'application/json' }
const own = (): Record<string, string> => ({ ...json, Origin: `http://127.0.0.1:${port}`, Cookie: cookie })

async function call(name: string, input: unknown, headers = own()): Promise<Answer> {
  return send('POST', `/call/${name}`, headers, JSON.stringify(input))
}

async function openFolder(): Promise<string> {
  return JSON.parse((await call('workspace:open', { path: folder })).body).value.root
}

beforeAll(async () => {
  process.env.CHARTROOM_CONFIG = join(here, 'config')
  const pages = join(here, 'pages')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Chartroom</title>')
  writeFileSync(join(pages, 'assets', 'main-1a2b.js'), 'export {}')
  mkdirSync(folder)
  writeFileSync(join(folder, 'web.yaml'), 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n')
  writeFileSync(join(here, 'secret.yaml'), 'password: hunter2\n')
  symlinkSync(join(here, 'secret.yaml'), join(folder, 'escape.yaml'))
  symlinkSync(here, join(folder, 'up'))
  host = await startBrowserHost({ folders: [folder], port: 0, open: false, stay: true, pages })
  port = Number(new URL(host.url).port)
  const token = new URL(host.url).hash.slice(1)
  const begun = await send(
    'POST',
    '/session',
    { ...json, Origin: `http://127.0.0.1:${port}` },
    JSON.stringify({ token }),
  )
  expect(begun.status).toBe(204)
  const set = begun.headers['set-cookie']?.[0] ?? ''
  expect(set).toMatch(/HttpOnly; SameSite=Strict; Path=\/$/)
  cookie = set.split(';')[0]!
})

afterAll(async () => {
  await host.close()
  delete process.env.CHARTROOM_CONFIG
  rmSync(here, { recursive: true, force: true })
})

describe('a window with the right token', () => {
  it('opens the folder of the command line, lists, reads and saves', async () => {
    const root = await openFolder()
    const listed = JSON.parse((await call('workspace:list', { root })).body).value
    expect(listed.files.map((file: { path: string }) => file.path)).toEqual(['escape.yaml', 'web.yaml'])
    const [read] = JSON.parse((await call('workspace:read', { root, paths: ['web.yaml'] })).body).value
    expect(read.text).toContain('kind: ConfigMap')
    const files = [{ path: 'web.yaml', text: `${read.text}# more\n`, expectedHash: read.hash }]
    const [saved] = JSON.parse((await call('files:save', { root, files })).body).value
    expect(saved.outcome).toBe('saved')
  })

  it('hears over its WebSocket what another program wrote, and not its own save', async () => {
    const root = await openFolder()
    const [read] = JSON.parse((await call('workspace:read', { root, paths: ['web.yaml'] })).body).value
    const socket = new WebSocket(`ws://127.0.0.1:${port}/notices`, {
      headers: { Origin: own().Origin!, Cookie: cookie },
    })
    await new Promise(resolve => socket.once('open', resolve))
    await new Promise(resolve => setTimeout(resolve, 300))
    const heard: { root: string; changes: unknown[] }[] = []
    socket.on('message', data => {
      const { notice } = JSON.parse(String(data))
      if (notice.root === root) heard.push(notice)
    })
    await call('files:save', {
      root,
      files: [{ path: 'web.yaml', text: `${read.text}# own\n`, expectedHash: read.hash }],
    })
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(heard).toEqual([])
    writeFileSync(join(folder, 'web.yaml'), read.text)
    await expect.poll(() => heard.length, { timeout: 3000 }).toBe(1)
    expect(heard[0]?.changes).toEqual([{ path: 'web.yaml', type: 'written' }])
    socket.terminate()
  })

  it('gets pages with a policy that lets nothing else in', async () => {
    const page = await send('GET', '/', {})
    expect(page.status).toBe(200)
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';")
    expect(page.headers['access-control-allow-origin']).toBeUndefined()
    expect((await send('GET', '/assets/main-1a2b.js', {})).headers['content-type']).toContain('text/javascript')
  })
})

describe('a page that goes while the host runs', () => {
  it('is not found, and the host stays', async () => {
    rmSync(join(here, 'pages', 'assets', 'main-1a2b.js'))
    expect((await send('GET', '/assets/main-1a2b.js', {})).status).toBe(404)
    expect((await send('GET', '/', {})).status).toBe(200)
  })
})

describe('whoever is not that window', () => {
  it('is refused without a cookie, with a made-up one and with a wrong token', async () => {
    const { Cookie: _cookie, ...without } = own()
    expect((await call('app:info', null, without)).status).toBe(401)
    expect((await call('app:info', null, { ...without, Cookie: `chartroom-${port}=nonsense` })).status).toBe(401)
    expect((await send('POST', '/session', without, JSON.stringify({ token: 'nonsense' }))).status).toBe(401)
    expect((await send('POST', '/session', without, 'null')).status).toBe(401)
  })

  it('is refused under another name for this machine (DNS rebinding)', async () => {
    const rebound = { ...own(), Host: `evil.example:${port}`, Origin: `http://evil.example:${port}` }
    expect((await call('app:info', null, rebound)).status).toBe(403)
    expect((await send('GET', '/', { Host: 'evil.example' })).status).toBe(403)
    expect((await send('GET', '/', { Host: '127.0.0.1.evil.example' })).status).toBe(403)
  })

  it('is refused from a page of another origin, another port included, even with the cookie', async () => {
    for (const Origin of ['http://evil.example', `http://127.0.0.1:${port + 1}`, `https://127.0.0.1:${port}`, 'null'])
      expect((await call('app:info', null, { ...own(), Origin })).status).toBe(403)
    const { Origin: _origin, ...without } = own()
    expect((await call('app:info', null, without)).status).toBe(403)
    expect((await call('app:info', null, { ...own(), 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  })

  it('can not post a form', async () => {
    const form = { ...own(), 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await send('POST', '/call/app:info', form, 'a=b')).status).toBe(415)
    expect((await send('PUT', '/', own())).status).toBe(405)
    expect((await send('OPTIONS', '/call/app:info', own())).status).toBe(405)
  })

  it('can not open the WebSocket from another origin or without a cookie', async () => {
    const refusal = (headers: Record<string, string>, path = '/notices'): Promise<string> =>
      new Promise(resolve => {
        const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
        socket.on('open', () => resolve('open'))
        socket.on('error', error => resolve(error.message))
      })
    expect(await refusal({ Origin: 'http://evil.example', Cookie: cookie })).toContain('403')
    expect(await refusal({ Cookie: cookie })).toContain('403')
    expect(await refusal({ Origin: own().Origin! })).toContain('401')
    expect(await refusal({ Origin: own().Origin!, Cookie: cookie }, '/else')).toContain('404')
    expect(await refusal({ Origin: own().Origin!, Cookie: cookie, Host: 'evil.example' })).toContain('403')
  })
})

describe('a window that asks for more than it was given', () => {
  it('gets no file outside the opened folder, by any spelling', async () => {
    const root = await openFolder()
    const paths = ['../secret.yaml', join(here, 'secret.yaml'), 'a/../../secret.yaml', 'escape.yaml', 'up/secret.yaml']
    const spelled = [...paths, '..\\secret.yaml', './web.yaml', '', 'web.yaml\0', '/etc/passwd', 'C:/x', 'web.yaml/']
    const { body } = await call('workspace:read', { root, paths: spelled })
    const read: { code: string }[] = JSON.parse(body).value
    expect(read.map(file => file.code)).toEqual(spelled.map(() => 'outside-workspace'))
    expect(body).not.toContain('hunter2')
  })

  it('gets no file of the folder that is no manifest of it', async () => {
    mkdirSync(join(folder, '.git'), { recursive: true })
    for (const path of ['.env', '.git/config', '.git/x.yaml']) writeFileSync(join(folder, path), 'hunter2')
    const root = await openFolder()
    const { body } = await call('workspace:read', { root, paths: ['.env', '.git/config', '.git/x.yaml'] })
    expect(body).not.toContain('hunter2')
    const files = [{ path: '.git/hooks/pre-commit', text: 'evil', expectedHash: null }]
    expect(JSON.parse((await call('files:save', { root, files })).body).value[0].code).toBe('outside-workspace')
  })

  it('saves nothing outside it either', async () => {
    const root = await openFolder()
    const files = ['../new.yaml', 'up/new.yaml', 'escape.yaml'].map(path => ({
      path,
      text: 'x: 1\n',
      expectedHash: null,
    }))
    const saved: { code: string }[] = JSON.parse((await call('files:save', { root, files })).body).value
    expect(saved.map(file => file.code)).toEqual(['outside-workspace', 'outside-workspace', 'outside-workspace'])
  })

  it('opens no folder that was neither given nor picked, until it was picked', async () => {
    const refused = JSON.parse((await call('workspace:open', { path: here })).body)
    expect(refused).toMatchObject({ ok: false, code: 'denied' })
    await call('folders:list', { path: here })
    expect(JSON.parse((await call('workspace:open', { path: here })).body).ok).toBe(true)
  })

  it('gets no page by climbing out of the pages', async () => {
    for (const path of [
      '/../secret.yaml',
      '/%2e%2e/secret.yaml',
      '/assets/../../secret.yaml',
      '//etc/passwd',
      '/nothing',
    ])
      expect((await send('GET', path, {})).status).toBe(404)
  })

  it('is told what is wrong with its input', async () => {
    const replies = [
      await call('workspace:read', { root: 1, paths: [] }),
      await call('no:such', null),
      await call('toString', null),
    ]
    expect(replies.map(reply => JSON.parse(reply.body).code)).toEqual(['bad-request', 'bad-request', 'bad-request'])
    expect((await send('POST', '/call/app:info', own(), '{not json')).status).toBe(400)
    expect(JSON.parse((await call('workspace:list', { root: 'made-up' })).body).code).toBe('denied')
  })
})

describe('too much', () => {
  it('refuses a body of a gigabyte before it is sent', async () => {
    const status = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      const head = Object.entries({ ...own(), Host: `127.0.0.1:${port}`, 'Content-Length': String(2 ** 30) })
      socket.write(`POST /call/app:info HTTP/1.1\r\n${head.map(([k, v]) => `${k}: ${v}`).join('\r\n')}\r\n\r\n`)
      socket.on('data', data => resolve(data.toString().split('\r\n')[0] ?? ''))
      socket.on('error', reject)
    })
    expect(status).toBe('HTTP/1.1 413 Payload Too Large')
  })

  it('stops reading a body that grows beyond what it may', async () => {
    const asked = send('POST', '/session', { ...own(), 'Transfer-Encoding': 'chunked' }, 'x'.repeat(5000))
    expect((await asked).status).toBe(413)
  })

  it('reads no more of a body that has no end than a call may have', async () => {
    const socket = connect(port, '127.0.0.1')
    const head = Object.entries({ ...own(), Host: `127.0.0.1:${port}`, 'Transfer-Encoding': 'chunked' })
    socket.write(`POST /call/app:info HTTP/1.1\r\n${head.map(([k, v]) => `${k}: ${v}`).join('\r\n')}\r\n\r\n`)
    const piece = Buffer.from(`${(2 ** 20).toString(16)}\r\n${'x'.repeat(2 ** 20)}\r\n`)
    let sent = 0
    const answered = new Promise<string>(resolve => {
      socket.on('data', data => resolve(data.toString().split('\r\n')[0] ?? ''))
      socket.on('error', () => resolve('cut off'))
      socket.on('close', () => resolve('cut off'))
    })
    const sendOn = (error?: Error | null): void => {
      if (error || socket.destroyed || sent >= 1024) return
      sent++
      socket.write(piece, sendOn)
    }
    sendOn()
    expect(['HTTP/1.1 413 Payload Too Large', 'cut off']).toContain(await answered)
    socket.destroy()
    expect(sent, 'megabytes sent of a gigabyte').toBeLessThan(200)
    expect((await call('app:info', null)).status).toBe(200)
  })

  it('takes a bounded number of a thousand connections, and answers when they are gone', async () => {
    const sockets = Array.from({ length: 1000 }, () => {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => undefined)
      return socket
    })
    const open = (): number => sockets.filter(socket => !socket.destroyed && socket.readyState === 'open').length
    await expect.poll(open).toBeGreaterThan(0)
    // What is beyond waits at the door, and is dropped when it comes in.
    await new Promise(resolve => setTimeout(resolve, 1_000))
    await expect.poll(open, { timeout: 10_000 }).toBeLessThanOrEqual(200)
    for (const socket of sockets) socket.destroy()
    await expect.poll(async () => (await call('app:info', null).catch(() => ({ status: 0 }))).status).toBe(200)
  })

  it('takes a bounded number of windows', async () => {
    const headers = { Origin: own().Origin!, Cookie: cookie }
    const opened = await Promise.all(
      Array.from({ length: 60 }, () => {
        const socket = new WebSocket(`ws://127.0.0.1:${port}/notices`, { headers })
        return new Promise<WebSocket | null>(resolve => {
          socket.on('open', () => resolve(socket))
          socket.on('error', () => resolve(null))
        })
      }),
    )
    const windows = opened.filter(socket => socket !== null)
    expect(windows).toHaveLength(50)
    for (const socket of windows) socket.terminate()
    expect((await call('app:info', null)).status).toBe(200)
  })

  it('cuts off a body that comes a byte at a time', async () => {
    const slow = await startBrowserHost({
      ...{ folders: [], port: 0, open: false, stay: true, requestMs: 500 },
      pages: join(here, 'pages'),
    })
    const { port: at, hostname } = new URL(slow.url)
    const socket = connect(Number(at), hostname)
    const head = `Host: ${hostname}:${at}\r\nOrigin: http://${hostname}:${at}\r\nContent-Type: application/json`
    socket.write(`POST /session HTTP/1.1\r\n${head}\r\nContent-Length: 1000\r\n\r\n`)
    const drip = setInterval(() => socket.write('x'), 100)
    socket.on('error', () => undefined)
    socket.resume()
    await new Promise(resolve => socket.on('close', resolve))
    clearInterval(drip)
    await slow.close()
  }, 20_000)

  it('cuts off a request that never ends', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1')
    const closed = new Promise(resolve => socket.on('close', () => resolve('closed')))
    socket.on('error', () => undefined)
    socket.resume()
    expect(await closed).toBe('closed')
  }, 20_000)
})

describe('a start', () => {
  it('says when the window is not built, and when the port is taken', async () => {
    const options = { folders: [], open: false, stay: true }
    await expect(startBrowserHost({ ...options, port: 0, pages: join(here, 'none') })).rejects.toThrow(NotBuilt)
    await expect(startBrowserHost({ ...options, port, pages: join(here, 'pages') })).rejects.toThrow('EADDRINUSE')
  })
})

describe('the end', () => {
  it('comes with the last window, after a while, unless asked to stay', async () => {
    const short = await startBrowserHost({
      ...{ folders: [], port: 0, open: false, stay: false, lingerMs: 50 },
      pages: join(here, 'pages'),
    })
    const address = new URL(short.url)
    const Origin = address.origin
    const begun = await fetch(`${Origin}/session`, {
      method: 'POST',
      headers: { ...json, Origin },
      body: JSON.stringify({ token: address.hash.slice(1) }),
    })
    const Cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? ''
    const socket = new WebSocket(`ws://${address.host}/notices`, { headers: { Origin, Cookie } })
    await new Promise(resolve => socket.once('open', resolve))
    socket.close()
    await short.closed
    await expect(fetch(Origin)).rejects.toThrow()
  })

  it('does not come with the last window of a host that was asked to stay', async () => {
    const staying = await startBrowserHost({
      ...{ folders: [], port: 0, open: false, stay: true, lingerMs: 20 },
      pages: join(here, 'pages'),
    })
    const { origin, host: name, hash } = new URL(staying.url)
    const begun = await fetch(`${origin}/session`, {
      method: 'POST',
      headers: { ...json, Origin: origin },
      body: JSON.stringify({ token: hash.slice(1) }),
    })
    const Cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? ''
    const socket = new WebSocket(`ws://${name}/notices`, { headers: { Origin: origin, Cookie } })
    await new Promise(resolve => socket.once('open', resolve))
    socket.close()
    await new Promise(resolve => setTimeout(resolve, 300))
    expect((await fetch(origin)).status).toBe(200)
    await staying.close()
  })
})
