import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { readUnsavedWork } from '../../shared/host'
import type { KeptWork, UnsavedWork } from '../../shared/host'
import { readNumber, readRecord, readText, ShapeError } from '../../shared/shape'
import { writePrivately } from './config-folder'
import { errorCode } from './files/failure'

/**
 * Unsaved work, kept outside the workspace until it is saved or given up.
 *
 * Manifests may hold secrets, so the files are encrypted. The key is the front's to keep (Electron: the system's key
 * store); by default it is a file beside them that only the user can read, which keeps the values out of backups,
 * searches and other users' reach, not out of the user's own.
 */
export type Recovery = {
  keep(id: string, work: UnsavedWork): Promise<void>
  /** Work of earlier starts, and of this process's windows: those that live tell each other. Not of another process that runs. */
  list(): Promise<readonly KeptWork[]>
  take(id: string): Promise<UnsavedWork>
  forget(id: string): Promise<void>
}

type Kept = { readonly keptAt: string; readonly process: number; readonly work: UnsavedWork }

const readKept = readRecord<Kept>({ keptAt: readText, process: readNumber, work: readUnsavedWork })
const SUFFIX = '.unsaved'
const CIPHER = 'aes-256-gcm'

export function createRecovery(folder: string, askForKey: () => Promise<Uint8Array> = () => keyFile(folder)): Recovery {
  let asked: Promise<Uint8Array> | null = null
  const key = (): Promise<Uint8Array> =>
    (asked ??= askForKey().catch((error: unknown) => {
      asked = null
      throw error
    }))
  const turns = new Map<string, Promise<unknown>>()
  const fileOf = (id: string): string => {
    if (!/^[\w-]{1,64}$/.test(id)) throw new ShapeError('id', 'letters, digits, - and _')
    return join(folder, id + SUFFIX)
  }
  /** Writes of one id follow each other, so that the newest text is the one that stays. */
  const inTurn = async (id: string, work: () => Promise<void>): Promise<void> => {
    const done = (turns.get(id) ?? Promise.resolve()).then(work)
    turns.set(
      id,
      done.catch(() => undefined),
    )
    return done
  }
  const load = async (id: string): Promise<Kept> => {
    const opened = decrypt(await readFile(fileOf(id)), await key())
    return readKept(JSON.parse(opened.toString('utf8')))
  }

  return {
    async keep(id, work) {
      const path = fileOf(id)
      const kept: Kept = { keptAt: new Date().toISOString(), process: process.pid, work }
      await inTurn(id, async () => writePrivately(path, encrypt(Buffer.from(JSON.stringify(kept)), await key())))
    },
    async list() {
      const names = await readdir(folder).catch(() => [])
      const ids = names.filter(name => name.endsWith(SUFFIX)).map(name => name.slice(0, -SUFFIX.length))
      const found = await Promise.all(
        ids.map(async (id): Promise<KeptWork | null> => {
          // What can't be read (another key, a damaged disk) is no offer to make; it stays where it is.
          const kept = await load(id).catch(() => null)
          if (!kept || isRunning(kept)) return null
          const { folder: of, files } = kept.work
          return { id, folder: of, keptAt: kept.keptAt, files: files.map(file => file.path) }
        }),
      )
      return found.filter(kept => kept !== null).sort((a, b) => (a.keptAt < b.keptAt ? 1 : -1))
    },
    take: async id => (await load(id)).work,
    async forget(id) {
      const path = fileOf(id)
      await inTurn(id, () => rm(path, { force: true }))
    },
  }
}

/**
 * Whether another process of that number runs: then the work may be that of another Chartroom's open window. Numbers are
 * given anew when the machine starts, so what was kept before that is nobody's.
 */
function isRunning({ process: pid, keptAt }: Kept): boolean {
  const started = Date.now() - uptime() * 1000
  if (pid === process.pid || Date.parse(keptAt) < started) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function encrypt(plain: Uint8Array, key: Uint8Array): Uint8Array {
  const iv = randomBytes(12)
  const cipher = createCipheriv(CIPHER, key, iv)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

function decrypt(sealed: Uint8Array, key: Uint8Array): Buffer {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

/** The key beside the recovery files, made when there is none. Of two that are made at once the first stays. */
export async function keyFile(folder: string): Promise<Uint8Array> {
  const path = join(folder, 'recovery.key')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await writeFile(path, randomBytes(32), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  return readFile(path)
}
