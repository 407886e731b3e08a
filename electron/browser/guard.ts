import type { IncomingHttpHeaders } from 'node:http'

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
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "font-src 'self'",
      "img-src 'self' data: blob:",
      // Not every browser counts WebSockets of the same host as 'self'.
      `connect-src 'self' ws://${host}`,
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  }
}
