import { readdir, realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import type { FolderListing } from '../../shared/host'
import { isManifestName, isSkippedFolder } from '../../shared/workspace/manifest-names'
import { ShapeError } from '../../shared/shape'

/** The folders in a folder, for a picker: hidden ones and those that can't be listed are passed over. Null is home. */
export async function listFolders(path: string | null): Promise<FolderListing> {
  if (path !== null && !isAbsolute(path)) throw new ShapeError('path', 'an absolute path')
  const folder = await realpath(path ?? homedir())
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries
    .filter(entry => (entry.isDirectory() || entry.isSymbolicLink()) && !isSkippedFolder(entry.name))
    .map(entry => entry.name)
  const folders = names
    .sort((a, b) => a.localeCompare(b))
    .map(async name => {
      // A link to a file can't be listed either.
      const inside = await readdir(join(folder, name)).catch(() => null)
      return inside && { name, path: join(folder, name), manifests: inside.some(isManifestName) }
    })
  const listed = (await Promise.all(folders)).filter(found => found !== null)
  return { path: folder, parent: dirname(folder) === folder ? null : dirname(folder), folders: listed }
}
