import { isCallName } from '../shared/host'
import type { CallName, Host, Input, NoticeName, Notices, Output, Reply } from '../shared/host'

declare global {
  interface Window {
    /** Put there by the preload of Electron; absent in a browser. */
    readonly host?: Host
  }
}

/**
 * The host of this window: Electron's, or the browser host that served the page. Rejects, with a sentence to show, when
 * the page's token is not accepted.
 */
export async function connectHost(onGone: () => void): Promise<Host> {
  return window.host ?? (await connectBrowserHost(onGone))
}

type Heard = (name: NoticeName, notice: Notices[NoticeName]) => void

async function connectBrowserHost(onGone: () => void): Promise<Host> {
  await startSession()
  const heard = new Set<Heard>()
  listenForNotices(heard, onGone)
  return {
    async ask(name, input) {
      if (!isCallName(name)) throw new Error(`Unknown call ${String(name)}`)
      return postCall(name, input)
    },
    listen(name, hear) {
      const forward: Heard = (noticed, notice) => {
        if (isNotice(name, noticed, notice)) hear(notice)
      }
      heard.add(forward)
      return () => heard.delete(forward)
    },
  }
}

/** Exchanges the token of the address for a cookie, and takes it out of the address and the history. */
async function startSession(): Promise<void> {
  const token = location.hash.slice(1)
  if (token === '') return
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  if (!answer.ok)
    throw new Error('This address is no longer valid. Start Chartroom again and use the address that it prints.')
  history.replaceState(null, '', location.pathname)
}

async function postCall<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> {
  const answer = await fetch(`/call/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(input ?? null),
  })
  if (answer.status === 401)
    throw new Error('This window is not known to its host. Start Chartroom again and use the address that it prints.')
  return readReply(await answer.json())
}

/** The host is trusted to answer what the contract says: it is the same code base, behind a token. */
function readReply<T>(raw: unknown): Reply<T> {
  return raw as Reply<T>
}

function listenForNotices(heard: ReadonlySet<Heard>, onGone: () => void): void {
  const socket = new WebSocket(`ws://${location.host}/notices`)
  socket.addEventListener('message', message => {
    const { name, notice } = readNotice(String(message.data))
    for (const hear of heard) hear(name, notice)
  })
  let isLeaving = false
  window.addEventListener('pagehide', () => (isLeaving = true))
  socket.addEventListener('close', () => {
    if (!isLeaving) onGone()
  })
}

function readNotice(text: string): { readonly name: NoticeName; readonly notice: Notices[NoticeName] } {
  return JSON.parse(text) as { name: NoticeName; notice: Notices[NoticeName] }
}

function isNotice<N extends NoticeName>(
  wanted: N,
  name: NoticeName,
  _notice: Notices[NoticeName],
): _notice is Notices[N] {
  return wanted === name
}
