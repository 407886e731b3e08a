import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { relative, resolve, sep } from 'node:path'
import { failureOf } from '../backend/files/failure'
import type { FileFailure } from '../backend/files/failure'
import { readText, textOf } from '../backend/files/read-text'
import { walkManifests } from '../backend/files/walk'
import type { Terminal } from './terminal'

/** One file that a command was given. `path` is as given, or relative to the working directory for what a folder held. */
export type Input = InputText | InputFailure
export type InputText = {
  readonly ok: true
  readonly path: string
  /** Null for standard input. */
  readonly absolute: string | null
  readonly text: string
  readonly hash: string
}
export type InputFailure = { readonly ok: false; readonly path: string } & FileFailure

/** What reading PATH... needs of a terminal. */
export type InputSource = Pick<Terminal, 'cwd' | 'input' | 'say'>

/** Files are read this many at a time, so that a large folder neither waits for each nor fills the memory. */
const AT_ONCE = 64

/** Reads the files and folders of PATH..., in order, each file once, a slice at a time. */
export async function* readInputs(paths: readonly string[], terminal: InputSource): AsyncGenerator<readonly Input[]> {
  const sources = await findSources(paths, terminal)
  for (let from = 0; from < sources.length; from += AT_ONCE)
    yield await Promise.all(sources.slice(from, from + AT_ONCE).map(source => readSource(source, terminal)))
}

/** All of PATH... at once, for commands that need to see everything before they answer. */
export async function readAllInputs(paths: readonly string[], terminal: InputSource): Promise<readonly Input[]> {
  const all: Input[] = []
  for await (const slice of readInputs(paths, terminal)) all.push(...slice)
  return all
}

type Source = { readonly path: string; readonly absolute: string | null } | InputFailure

async function findSources(paths: readonly string[], terminal: InputSource): Promise<readonly Source[]> {
  const found = new Map<string, Source>()
  const add = (key: string, source: Source): void => void (found.has(key) || found.set(key, source))
  for (const path of paths) {
    if (path === '-') {
      add('-', { path, absolute: null })
      continue
    }
    const absolute = resolve(terminal.cwd, path)
    const kind = await kindOf(absolute, path)
    if (typeof kind === 'object') add(absolute, { ok: false, path, ...kind })
    else if (kind === 'file') add(absolute, { path, absolute })
    else for (const source of await sourcesIn(absolute, terminal)) add(resolve(terminal.cwd, source.path), source)
  }
  return [...found.values()]
}

async function kindOf(absolute: string, path: string): Promise<'file' | 'folder' | FileFailure> {
  try {
    return (await stat(absolute)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    return failureOf(error, path)
  }
}

async function sourcesIn(folder: string, terminal: InputSource): Promise<readonly Source[]> {
  const walked = await walkManifests(folder)
  const shown = (path: string): string => relative(terminal.cwd, resolve(folder, path)).split(sep).join('/')
  if (walked.files.length === 0 && walked.unreadable.length === 0)
    terminal.say(`chartroom: no .yaml, .yml or .json files in ${shown('') || '.'}`)
  return [
    ...walked.files.map(path => ({ path: shown(path), absolute: resolve(folder, path) })),
    ...walked.unreadable.map(({ path, message }) => ({
      ok: false as const,
      path: shown(path) || '.',
      code: 'no-permission' as const,
      message,
    })),
  ]
}

async function readSource(source: Source, terminal: InputSource): Promise<Input> {
  if ('ok' in source) return source
  const { path, absolute } = source
  const read =
    absolute === null ? textOf(await bytesOf(terminal.input), 'standard input') : await readText(absolute, path)
  return read.ok ? { ok: true, path, absolute, text: read.text, hash: read.hash } : { ...read, path }
}

async function bytesOf(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
