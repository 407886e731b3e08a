import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { decode, hashOf, MAX_FILE_BYTES } from './bytes'
import { failureOf } from './failure'
import type { FileFailure } from './failure'

export type TextRead =
  { readonly ok: true; readonly text: string; readonly hash: string } | ({ readonly ok: false } & FileFailure)

/** Reads a file as UTF-8, strictly. `shown` is how messages name it. Pipes and devices are refused, since they may hang. */
export async function readText(absolute: string, shown: string): Promise<TextRead> {
  try {
    // Without O_NONBLOCK, opening a named pipe waits for a writer.
    const file = await open(absolute, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const stat = await file.stat()
      if (stat.isDirectory()) return { ok: false, code: 'not-a-file', message: `${shown} is a folder, not a file.` }
      if (!stat.isFile()) return { ok: false, code: 'not-a-file', message: `${shown} is not an ordinary file.` }
      if (stat.size > MAX_FILE_BYTES) return tooLarge(shown, stat.size)
      return textOf(await file.readFile(), shown)
    } finally {
      await file.close()
    }
  } catch (error) {
    return { ok: false, ...failureOf(error, shown) }
  }
}

/** The text of bytes that came from elsewhere (standard input), with the same promises. */
export function textOf(bytes: Uint8Array, shown: string): TextRead {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(shown, bytes.length)
  const decoded = decode(bytes)
  if (decoded.ok) return { ok: true, text: decoded.text, hash: hashOf(bytes) }
  const message = `${shown} is not UTF-8: line ${decoded.line} holds bytes that are no character.`
  return { ok: false, code: 'not-utf-8', message }
}

function tooLarge(shown: string, size: number): TextRead {
  const megabytes = (size / 1024 / 1024).toFixed(1)
  return { ok: false, code: 'too-large', message: `${shown} is ${megabytes} MB: files over 20 MB are left alone.` }
}
