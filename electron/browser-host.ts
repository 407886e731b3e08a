import { createServer } from 'node:http'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createBackend } from './backend/backend'
import type { Backend } from './backend/backend'
import { answerCall } from './backend/serve'
import { readJsonBody } from './browser/body'
import { isLocalHost, isOwnPage, protectiveHeaders } from './browser/guard'
import { createNoticeSockets, refuseUpgrade } from './browser/notices'
import { builtPagesFolder, loadPages } from './browser/pages'
import type { Pages } from './browser/pages'
import { createSessions } from './browser/session'
import type { Sessions } from './browser/session'
import { browserCommand, showInBrowser } from './browser/show'

export type BrowserHostOptions = {
  /** Absolute paths that the window opens, and may. */
  readonly folders: readonly string[]
  /** 0 takes a free one. */
  readonly port: number
  /** Whether to open a browser where there is one. */
  readonly open: boolean
  /** Whether to stay when the last window is gone. */
  readonly stay: boolean
  /** Where the built pages are; for tests. */
  readonly pages?: string
  /** How long to wait for a window to come back after the last one went. */
  readonly lingerMs?: number
  /** How long a whole request may take to arrive. */
  readonly requestMs?: number
}

export type BrowserHost = {
  /** The address to open, with its token. Whoever has it may use the host. */
  readonly url: string
  /** Settles when the host has ended, by `close` or with its last window. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

/** A save may hold many files: this is for all of one call. */
const CALL_LIMIT = 128 * 1024 * 1024
const SESSION_LIMIT = 1024
const MOST_CONNECTIONS = 200

/** Serves the window to a browser on this machine, on 127.0.0.1 alone, with the same handlers as Electron's window. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const pages = await loadPages(options.pages ?? builtPagesFolder())
  const sessions = createSessions(() => portOf(server.address()))
  const sockets = createNoticeSockets(windows => leaveWhenAlone(windows))
  const backend = createBackend({
    name: 'browser',
    open: options.folders,
    pickFolder: null,
    notify: sockets.notify,
  })
  const server = createServer(
    // Slow requests are cut off: a header in 5 seconds, a whole request in 60.
    {
      ...{ headersTimeout: Math.min(5_000, options.requestMs ?? 5_000), requestTimeout: options.requestMs ?? 60_000 },
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 1_000,
    },
    (request, response) => {
      // A bug in one answer must not end the host, and with it every window.
      answer(request, response, { pages, sessions, backend }).catch(() => response.destroy())
    },
  )
  server.maxConnections = MOST_CONNECTIONS
  server.on('upgrade', (request, socket, head) => {
    if (!isLocalHost(request.headers.host) || !isOwnPage(request.headers)) refuseUpgrade(socket, '403 Forbidden')
    else if (request.url !== '/notices') refuseUpgrade(socket, '404 Not Found')
    else if (!sessions.isKnown(request.headers.cookie)) refuseUpgrade(socket, '401 Unauthorized')
    else sockets.accept(request, socket, head)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })

  let ended: () => void = () => undefined
  const closed = new Promise<void>(resolve => (ended = resolve))
  let leaving: NodeJS.Timeout | null = null
  const close = async (): Promise<void> => {
    if (leaving) clearTimeout(leaving)
    sockets.close()
    server.closeAllConnections()
    server.close()
    await backend.close()
    ended()
  }
  const leaveWhenAlone = (windows: number): void => {
    if (leaving) clearTimeout(leaving)
    if (windows === 0) backend.rest()
    leaving = windows === 0 && !options.stay ? setTimeout(() => void close(), options.lingerMs ?? 60_000) : null
  }

  const address = `http://127.0.0.1:${portOf(server.address())}/#`
  const browser = options.open ? browserCommand() : null
  if (browser) showInBrowser(browser, address + sessions.issueToken('once'))
  return { url: address + sessions.issueToken('often'), closed, close }
}

type Serving = { readonly pages: Pages; readonly sessions: Sessions; readonly backend: Backend }

async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { host } = request.headers
  if (host === undefined || !isLocalHost(host)) return end(response, 403)
  for (const [name, value] of Object.entries(protectiveHeaders(host))) response.setHeader(name, value)
  const path = pathOf(request.url)
  if (request.method === 'GET' || request.method === 'HEAD') return sendPage(response, path, serving.pages)
  if (request.method !== 'POST') return end(response, 405, { Allow: 'GET, HEAD, POST' })
  if (!isOwnPage(request.headers)) return end(response, 403)
  if (path === '/session') return beginSession(request, response, serving.sessions)
  if (!path.startsWith('/call/')) return end(response, 404)
  if (!serving.sessions.isKnown(request.headers.cookie)) return end(response, 401)
  const body = await readJsonBody(request, CALL_LIMIT)
  if (!body.ok) return end(response, body.status)
  const reply = await answerCall(serving.backend.handlers, path.slice('/call/'.length), body.json)
  end(response, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }, JSON.stringify(reply))
}

async function sendPage(response: ServerResponse, path: string, pages: Pages): Promise<void> {
  const page = await pages.find(path)
  if (!page) return end(response, 404)
  const caching = page.isForever ? 'private, max-age=31536000, immutable' : 'no-store'
  end(response, 200, { 'Content-Type': page.type, 'Cache-Control': caching }, page.body)
}

async function beginSession(request: IncomingMessage, response: ServerResponse, sessions: Sessions): Promise<void> {
  const body = await readJsonBody(request, SESSION_LIMIT)
  if (!body.ok) return end(response, body.status)
  const cookie = sessions.begin(tokenIn(body.json))
  return cookie === null ? end(response, 401) : end(response, 204, { 'Set-Cookie': cookie })
}

function tokenIn(json: unknown): string {
  return typeof json === 'object' && json !== null && 'token' in json && typeof json.token === 'string'
    ? json.token
    : ''
}

/** Ends an answer. A refused request may still be sending: its connection ends with it. */
function end(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders = {},
  body?: string | Buffer,
): void {
  if (status >= 400) response.setHeader('Connection', 'close')
  response.writeHead(status, headers)
  response.end(body)
}

/** The path of a request target as it was sent: never decoded, so that no spelling of `..` means anything. */
function pathOf(target: string | undefined): string {
  return (target ?? '').split('?')[0] ?? ''
}

function portOf(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}
