import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { failureOf } from './failure'

export type Walked = {
  /** Relative to the folder, with `/`, sorted. */
  readonly files: readonly string[]
  /** Folders that could not be listed. */
  readonly unreadable: readonly { readonly path: string; readonly message: string }[]
}

/** Whether a file's name is that of a manifest. */
export function isManifestName(name: string): boolean {
  return /\.(ya?ml|json)$/i.test(name)
}

/** Whether a folder is passed over: hidden ones (`.git` among them) and what package managers put there. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules'
}

/** Whether the walk would list a file at this path (relative, with `/`), if it is there. */
export function isListed(path: string): boolean {
  const parts = path.split('/')
  return isManifestName(path) && !parts.slice(0, -1).some(isSkippedFolder)
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
