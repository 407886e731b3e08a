import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Recent } from '../../shared/host'
import { readList, readRecord, readText } from '../../shared/shape'
import { configFile } from './config-folder'

type Remembered = { readonly path: string; readonly openedAt: string }

const KEPT = 20

/** The folders and files opened last, the newest first. */
export type Recents = {
  list(): Promise<readonly Recent[]>
  remember(path: string): Promise<void>
  forget(path: string): Promise<void>
}

export function createRecents(folder: string): Recents {
  const read = readList(readRecord<Remembered>({ path: readText, openedAt: readText }), KEPT)
  const file = configFile<readonly Remembered[]>(join(folder, 'recent.json'), read, [])
  const without = (list: readonly Remembered[], path: string): readonly Remembered[] =>
    list.filter(recent => recent.path !== path)
  return {
    async list() {
      const remembered = await file.read()
      return Promise.all(
        remembered.map(async ({ path, openedAt }) => ({
          path,
          openedAt,
          name: basename(path) || path,
          there: await stat(path).then(
            () => true,
            () => false,
          ),
        })),
      )
    },
    async remember(path) {
      await file.change(list => [{ path, openedAt: new Date().toISOString() }, ...without(list, path)].slice(0, KEPT))
    },
    async forget(path) {
      await file.change(list => without(list, path))
    },
  }
}
