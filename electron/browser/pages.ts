import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Page = { readonly body: Buffer; readonly type: string; readonly isForever: boolean }

/** The window's built pages by URL path. Only what was there at the start is served, so no path can lead elsewhere. */
export type Pages = { find(path: string): Promise<Page | null> }

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
}

/** The media type of a built page, by its ending. */
export function mediaTypeOf(file: string): string {
  return types[extname(file)] ?? 'application/octet-stream'
}

/** There are no pages to serve: the window was never built. */
export class NotBuilt extends Error {}

/** Reads the list of pages below a folder. Throws NotBuilt where it holds no index.html. */
export async function loadPages(folder: string): Promise<Pages> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  const files = new Map<string, string>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    files.set(file.slice(folder.length).replaceAll('\\', '/').replace(/^\/?/, '/'), file)
  }
  const index = files.get('/index.html')
  if (index === undefined) throw new NotBuilt(`The window is not built: ${folder} holds no index.html.`)
  files.set('/', index)
  return {
    async find(path) {
      const file = files.get(path)
      if (file === undefined) return null
      const type = mediaTypeOf(file)
      // What the bundler puts under assets/ has a hash of its content in its name.
      // A build under way may have taken it away.
      const body = await readFile(file).catch(() => null)
      return body && { body, type, isForever: path.startsWith('/assets/') }
    },
  }
}

/** Where the built pages are, seen from wherever the bundler put this module. */
export function builtPagesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'renderer', 'index.html')) && dirname(folder) !== folder) folder = dirname(folder)
  return join(folder, 'renderer')
}
