import type { Protocol } from 'electron'
import { mustBe } from './app'
import { offer } from './offer'
import { checkOptions, privileges } from './options'
import { answer } from './process'

type Handler = Parameters<Protocol['handle']>[1]

const handlers = new Map<string, Handler>()
/** Schemes whose pages have an origin and count as secure. */
export const privilegedSchemes: string[] = []

export const protocol = offer<Protocol>('protocol', {
  registerSchemesAsPrivileged(schemes) {
    mustBe('not ready', 'protocol.registerSchemesAsPrivileged')
    for (const { scheme, privileges: given = {} } of schemes) {
      checkOptions('A scheme', given, privileges)
      if (given.standard && given.secure) privilegedSchemes.push(scheme)
    }
  },
  handle(scheme, handler) {
    mustBe('ready', 'protocol.handle')
    if (handlers.has(scheme)) throw new Error(`${scheme} is handled already`)
    handlers.set(scheme, handler)
  },
})

answer('protocol:fetch', async ({ url, method, headers }) => {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1))
  if (!handler) return { found: false }
  const response = await handler(new Request(url, { method, headers }))
  const body = new Uint8Array(await response.arrayBuffer())
  return { found: true, status: response.status, headers: Object.fromEntries(response.headers), body }
})
