import { createHash } from 'node:crypto'

/** Larger files are named and left alone: no manifest is that large, and a window would stall over one. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** What a file held when it was read; compared before it is written. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * The text of a file's bytes, or the 1-based line that is not UTF-8. A byte order mark stays in the text, so that
 * encoding it again gives the same bytes.
 */
export function decode(
  bytes: Uint8Array,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly line: number } {
  try {
    return { ok: true, text: strict.decode(bytes) }
  } catch {
    return { ok: false, line: firstBadLine(bytes) }
  }
}

/** A line feed is never part of a longer UTF-8 character, so each line can be tried alone. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  for (let from = 0; from <= bytes.length; line++) {
    const end = bytes.indexOf(10, from)
    const to = end < 0 ? bytes.length : end
    try {
      strict.decode(bytes.subarray(from, to))
    } catch {
      break
    }
    from = to + 1
  }
  return line
}
