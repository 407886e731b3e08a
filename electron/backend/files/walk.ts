import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isManifestName, isSkippedFolder } from '../../../shared/workspace/manifest-names'
import { failureOf } from './failure'

export type Walked = {
  /** Relative to the folder, with `/`, sorted. */
  readonly files: readonly string[]
  /** Folders that could not be listed. */
  readonly unreadable: readonly { readonly path: string; readonly message: string }[]
}

/**
 * The manifests of a folder and the folders in it. A symbolic link to a file counts as a file; one to a folder isn't
 * followed, so the walk ends and shows each file once.
 */
export async function walkManifests(folder: string): Promise<Walked> {
  const files: string[] = []
  const unreadable: { path: string; message: string }[] = []

  const walk = async (under: string): Promise<void> => {
    const entries = await readdir(join(folder, under), { withFileTypes: true }).catch((error: unknown) => {
      unreadable.push({ path: under, message: failureOf(error, under || folder).message })
      return []
    })
    const folders: string[] = []
    for (const entry of entries) {
      const path = under === '' ? entry.name : `${under}/${entry.name}`
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name)) folders.push(path)
      } else if (
        isManifestName(entry.name) &&
        (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(join(folder, path)))))
      ) {
        files.push(path)
      }
    }
    await Promise.all(folders.map(walk))
  }

  await walk('')
  return { files: files.sort(byCodeUnits), unreadable: unreadable.sort((a, b) => byCodeUnits(a.path, b.path)) }
}

/** A link that leads nowhere counts as a file too: reading it says what is wrong, and nothing is lost in silence. */
async function leadsToFile(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory()
  } catch {
    return true
  }
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
