import { access, readFile } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { mediaTypeOf, NotBuilt } from './browser/pages'
import { pageHeaders } from './page-headers'

const SCHEME = 'app'
/** The one origin that a window of Chartroom has. */
export const APP_ORIGIN = `${SCHEME}://chartroom`
export const START_PAGE = `${APP_ORIGIN}/index.html`

/** Must run before the app is ready: gives app:// pages an origin of their own, as https has. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Serves the built pages below `folder` at app://chartroom/, read-only and with the same headers as the browser host.
 * Rejects with NotBuilt where there are none.
 */
export async function serveAppPages(folder: string): Promise<void> {
  await access(join(folder, 'index.html')).catch(() => {
    throw new NotBuilt(`The window is not built: ${folder} holds no index.html.`)
  })
  protocol.handle(SCHEME, async ({ method, url }) => {
    const { host, pathname } = new URL(url)
    const file = `${SCHEME}://${host}` === APP_ORIGIN && method === 'GET' ? fileBelow(folder, pathname) : null
    const body = file === null ? null : await readFile(file).catch(() => null)
    if (file === null || body === null) return new Response(null, { status: 404, headers: pageHeaders('') })
    return new Response(new Uint8Array(body), { headers: { ...pageHeaders(''), 'Content-Type': mediaTypeOf(file) } })
  })
}

/** The file that a URL's path names, or null where it would leave the folder. */
export function fileBelow(folder: string, pathname: string): string | null {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return null
  }
  const file = normalize(join(folder, path))
  return file.startsWith(folder + sep) && !path.includes('\0') ? file : null
}

/** Whether an address is a page of the window itself. */
export function isOwnPage(url: string): boolean {
  return URL.canParse(url) && url.startsWith(`${APP_ORIGIN}/`)
}
