import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { Stats } from 'node:fs'
import { dirname, join } from 'node:path'

/** Hidden and no manifest's name, so that neither the walk nor the watch sees one. */
const TEMPORARY_PREFIX = '.chartroom-saving-'

/**
 * Puts bytes in place of a file at one instant: written beside it, flushed, given its mode and owner, renamed onto it,
 * and the folder flushed too; a file that is new gets `modeOfNew` less the umask. On any failure the old file is
 * untouched and the temporary one is gone.
 *
 * write-file-atomic (which chokidar's users usually take) neither flushes the folder nor fails where the owner can't be
 * kept, and its temporary names can be too long where the file's own isn't: that is why this is ours.
 */
export async function replaceFile(
  target: string,
  bytes: Uint8Array,
  before: Stats | null,
  modeOfNew = 0o666,
): Promise<void> {
  const temporary = join(dirname(target), TEMPORARY_PREFIX + randomBytes(8).toString('hex'))
  const file = await open(temporary, 'wx', before ? before.mode & 0o777 : modeOfNew)
  try {
    try {
      await file.writeFile(bytes)
      if (before) await keepModeAndOwner(file, before)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await flushFolder(dirname(target))
}

/** Makes a rename or removal in a folder last through a power cut, on systems where a folder can be opened. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  if (!handle) return
  // Windows and some network file systems can't flush a folder: the rename itself is done by then.
  await handle.sync().catch(() => undefined)
  await handle.close()
}

async function keepModeAndOwner(file: FileHandle, before: Stats): Promise<void> {
  const made = await file.stat()
  if (made.uid !== before.uid || made.gid !== before.gid) await file.chown(before.uid, before.gid)
  // After the owner: changing that takes set-user-id bits away.
  if ((made.mode & 0o7777) !== (before.mode & 0o7777)) await file.chmod(before.mode & 0o7777)
}
