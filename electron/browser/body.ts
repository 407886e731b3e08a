import type { IncomingMessage } from 'node:http'

export type Body =
  { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly status: 400 | 413 | 415 }

/**
 * Reads a JSON body of at most `limit` bytes. One that says that it is larger is refused before a byte of it is read;
 * one that turns out larger is left unread from there.
 */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return { ok: false, status: 415 }
  if (Number(request.headers['content-length'] ?? 0) > limit) return { ok: false, status: 413 }
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request) {
      const bytes = Buffer.from(chunk)
      size += bytes.length
      if (size > limit) return { ok: false, status: 413 }
      chunks.push(bytes)
    }
    return { ok: true, json: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { ok: false, status: 400 }
  }
}
