import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readLook } from '../../shared/host'
import type { Look, Recent } from '../../shared/host'
import { readList, readNullable, readOr, readRecord, readText } from '../../shared/shape'
import { configFile } from './config-folder'

type Remembered = { readonly path: string; readonly openedAt: string; readonly look: Look | null }

const KEPT = 20

/** The folders and files opened last, the newest first. */
export type Recents = {
  list(): Promise<readonly Recent[]>
  remember(path: string): Promise<void>
  forget(path: string): Promise<void>
  /** Keeps where the user is in one of them. */
  look(path: string, look: Look): Promise<void>
}

export function createRecents(folder: string): Recents {
  const readRemembered = readRecord<Remembered>({
    path: readText,
    openedAt: readText,
    look: readOr(readNullable(readLook), null),
  })
  const read = readList(readRemembered, KEPT)
  const file = configFile<readonly Remembered[]>(join(folder, 'recent.json'), read, [])
  const without = (list: readonly Remembered[], path: string): readonly Remembered[] =>
    list.filter(recent => recent.path !== path)
  return {
    async list() {
      const remembered = await file.read()
      return Promise.all(
        remembered.map(async ({ path, openedAt, look }) => ({
          path,
          openedAt,
          look,
          name: basename(path) || path,
          there: await stat(path).then(
            () => true,
            () => false,
          ),
        })),
      )
    },
    async remember(path) {
      await file.change(list => {
        const look = list.find(recent => recent.path === path)?.look ?? null
        return [{ path, openedAt: new Date().toISOString(), look }, ...without(list, path)].slice(0, KEPT)
      })
    },
    async look(path, look) {
      await file.change(list => list.map(recent => (recent.path === path ? { ...recent, look } : recent)))
    },
    async forget(path) {
      await file.change(list => without(list, path))
    },
  }
}
