import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readList, readRecord, readText } from '../shared/shape'

/** The paths among a program's arguments, absolute. Switches are Chromium's and Electron's own. */
export function pathsIn(args: readonly string[], cwd: string): string[] {
  return args.filter(arg => arg !== '' && !arg.startsWith('-')).map(arg => resolve(cwd, arg))
}

/** Those paths that are there, as the disk names them. */
export async function pathsThere(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(path => realpath(path).catch(() => null)))
  return found.filter(path => path !== null)
}

const readSent = readRecord<{ readonly paths: readonly string[] }>({ paths: readList(readText, 1000) })

/** The paths that a second start sends to the first. Another version may have sent something else: that opens nothing. */
export function readSentPaths(sent: unknown): readonly string[] {
  try {
    return readSent(sent).paths
  } catch {
    return []
  }
}
