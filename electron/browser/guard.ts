import type { IncomingHttpHeaders } from 'node:http'
import { pageHeaders } from '../page-headers'

/**
 * Whether a request was made to this machine by name or number. A page of another site that makes its own name lead here
 * (DNS rebinding) still says that name. Any port is taken, for an SSH forward may use another.
 */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host)
}

/** Whether a page that this host served made the request. Browsers send Origin with every POST and WebSocket. */
export function isOwnPage({ host, origin, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  return origin === `http://${host}` && (site === undefined || site === 'same-origin')
}

/** Headers of every answer. `host` is one that isLocalHost took. */
export function protectiveHeaders(host: string): Record<string, string> {
  // Not every browser counts WebSockets of the same host as 'self'.
  return pageHeaders(`ws://${host}`)
}
