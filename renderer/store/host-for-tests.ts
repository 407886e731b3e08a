import { calls, initialSettings } from '../../shared/host'
import type {
  AppInfo,
  CallName,
  FileToSave,
  Host,
  Input,
  NoticeName,
  Notices,
  Output,
  ReadFile,
  Reply,
  SavedFile,
} from '../../shared/host'
import { createSession } from './session'
import type { Session } from './session'

type Changed = Notices['files:changed']

/**
 * A host for unit tests: one folder in memory, read and saved as the contract says. It is no stand-in for the real
 * hosts, which the journeys use.
 */
export class HostForTests implements Host {
  readonly files: Map<string, string>
  /** Every call in order, by name. */
  readonly asked: CallName[] = []
  private readonly heard: ((notice: Changed) => void)[] = []

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files))
  }

  ask<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> {
    this.asked.push(name)
    return Promise.resolve({ ok: true, value: readOutput<N>(this.answer(name, input)) })
  }

  listen<N extends NoticeName>(name: N, hear: (notice: Notices[N]) => void): () => void {
    if (name === 'files:changed') this.heard.push(notice => hear(readNotice<N>(notice)))
    return () => undefined
  }

  /** Another program writes a file, or removes it (null), and the host notices. */
  writeFromOutside(path: string, text: string | null): void {
    if (text === null) this.files.delete(path)
    else this.files.set(path, text)
    for (const hear of this.heard)
      hear({ root: 'root', changes: [{ path, type: text === null ? 'removed' : 'written' }] })
  }

  private answer(name: CallName, input: unknown): unknown {
    switch (name) {
      case 'workspace:open':
        return { root: 'root', name: 'folder', path: calls[name].read(input).path, only: null }
      case 'workspace:list':
        return { files: [...this.files].map(([path, text]) => ({ path, size: text.length })), unreadable: [] }
      case 'workspace:read':
        return calls[name].read(input).paths.map(path => this.read(path))
      case 'files:save':
        return calls[name].read(input).files.map(file => this.save(file))
      case 'cluster:contexts':
        return { kubectl: { code: 'no-kubectl', message: 'There is no kubectl here.' }, current: null, contexts: [] }
      case 'recent:list':
      case 'recovery:list':
        return []
      default:
        return null
    }
  }

  private read(path: string): ReadFile {
    const text = this.files.get(path)
    if (text === undefined) return { ok: false, path, code: 'not-found', message: `${path} is not there` }
    return { ok: true, path, text, hash: hashOf(text), writable: true }
  }

  private save({ path, text, expectedHash }: FileToSave): SavedFile {
    const now = this.files.get(path)
    const hash = now === undefined ? null : hashOf(now)
    if (hash !== expectedHash) return { outcome: 'changed-on-disk', path, hash }
    if (text === null) this.files.delete(path)
    else this.files.set(path, text)
    return { outcome: 'saved', path, hash: text === null ? null : hashOf(text) }
  }
}

const APP: AppInfo = {
  front: 'browser',
  platform: 'linux',
  version: '0.0.0',
  nativeDialogs: false,
  open: [],
  home: '/home/somebody',
  asksForVersions: null,
}

/** A session on a folder in memory, before anything is opened. */
export function sessionForTests(files: Readonly<Record<string, string>> = {}): {
  session: Session
  host: HostForTests
} {
  const host = new HostForTests(files)
  const settings = { ...initialSettings, theme: 'dark' } as const
  return { host, session: createSession({ host, app: APP, settings, recents: [], systemTheme: 'dark' }) }
}

/** Until everything that was asked for has been answered and taken in. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setTimeout(resolve))
}

function hashOf(text: string): string {
  return `hash of ${text}`
}

/** The contract's own border: a call's name says what its answer is. */
function readOutput<N extends CallName>(value: unknown): Output<N> {
  return value as Output<N>
}

function readNotice<N extends NoticeName>(notice: unknown): Notices[N] {
  return notice as Notices[N]
}
