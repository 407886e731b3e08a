import { mkdir, readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { replaceFile } from './files/replace-file'

/** Where Chartroom keeps its own settings: `CHARTROOM_CONFIG`, or the place that the system has for such files. */
export function configFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env.CHARTROOM_CONFIG) return env.CHARTROOM_CONFIG
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Chartroom')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Chartroom')
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'chartroom')
}

/** One JSON file of Chartroom's own, read leniently and written whole. Changes follow each other. */
export type ConfigFile<T> = {
  read(): Promise<T>
  change(edit: (value: T) => T): Promise<T>
}

/** `read` checks what the file holds; a file that is missing, broken or of another shape counts as `initial`. */
export function configFile<T>(path: string, read: (raw: unknown) => T, initial: T): ConfigFile<T> {
  let turn: Promise<unknown> = Promise.resolve()
  const load = async (): Promise<T> => {
    try {
      return read(JSON.parse(await readFile(path, 'utf8')))
    } catch {
      return initial
    }
  }
  return {
    read: load,
    change(edit) {
      const done = turn.then(async () => {
        const value = edit(await load())
        await writePrivately(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`))
        return value
      })
      turn = done.catch(() => undefined)
      return done
    },
  }
}

/** Writes a file of Chartroom's own at one instant; only the user can read what is new. */
export async function writePrivately(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  await replaceFile(path, bytes, await stat(path).catch(() => null), 0o600)
}
