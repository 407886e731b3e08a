import { access, constants, mkdir, readFile, readlink, realpath, rename, rm, stat } from 'node:fs/promises'
import type { Stats } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { FileToSave, SavedFile } from '../../../shared/host'
import { hashOf } from './bytes'
import { errorCode, failureOf } from './failure'
import type { FileFailure } from './failure'
import { flushFolder, replaceFile } from './replace-file'

/**
 * Writes, creates or deletes one file of an opened folder, but only while the disk still holds what was last read.
 *
 * At every moment the file is the old or the new one. A symbolic link stays one: what it leads to is written. Folders
 * that a new file needs are made, except the opened folder itself.
 */
export async function saveFile(root: string, absolute: string, file: FileToSave): Promise<SavedFile> {
  const failed = (failure: FileFailure): SavedFile => ({ outcome: 'failed', path: file.path, ...failure })
  try {
    const refusal = await refusalOf(root, file)
    if (refusal) return failed(refusal)
    const target = await targetOf(absolute)
    const before = await statOf(target)
    if (before && !before.isFile())
      return failed({ code: 'not-a-file', message: `${file.path} is no longer a file: something else took its place.` })
    const hash = before ? hashOf(await readFile(target)) : null
    if (hash !== file.expectedHash) return { outcome: 'changed-on-disk', path: file.path, hash }
    if (before && !(await isWritable(target, before)))
      return failed({
        code: 'read-only',
        message: `${file.path} is read-only: its permissions don't let it be written.`,
      })
    return { outcome: 'saved', path: file.path, hash: await write(target, file.text, before) }
  } catch (error) {
    return failed(writeFailure(error, file.path))
  }
}

/**
 * Gives a file another name in the same folder tree, while the disk still holds what was last read and nothing has the
 * new name.
 */
export async function renameFile(
  root: string,
  from: { readonly absolute: string; readonly path: string },
  to: { readonly absolute: string; readonly path: string },
  expectedHash: string,
): Promise<SavedFile> {
  try {
    if (!(await statOf(root))) return { outcome: 'failed', path: from.path, ...folderRemoved(root) }
    const before = await statOf(from.absolute)
    const hash = before?.isFile() ? hashOf(await readFile(from.absolute)) : null
    if (hash !== expectedHash) return { outcome: 'changed-on-disk', path: from.path, hash }
    if (await statOf(to.absolute))
      return { outcome: 'failed', path: to.path, code: 'exists', message: `${to.path} is there already.` }
    await mkdir(dirname(to.absolute), { recursive: true })
    await rename(from.absolute, to.absolute)
    await flushFolder(dirname(to.absolute))
    await flushFolder(dirname(from.absolute))
    return { outcome: 'saved', path: to.path, hash }
  } catch (error) {
    return { outcome: 'failed', path: from.path, ...writeFailure(error, from.path) }
  }
}

async function refusalOf(root: string, file: FileToSave): Promise<FileFailure | null> {
  if (file.text !== null && /\p{Surrogate}/u.test(file.text))
    return { code: 'not-well-formed', message: `${file.path} would hold half a character, which UTF-8 can't say.` }
  return (await statOf(root)) ? null : folderRemoved(root)
}

function folderRemoved(root: string): FileFailure {
  return { code: 'folder-removed', message: `The folder ${root} isn't there any more.` }
}

async function write(target: string, text: string | null, before: Stats | null): Promise<string | null> {
  if (text === null) {
    if (before) await rm(target)
    await flushFolder(dirname(target))
    return null
  }
  const bytes = Buffer.from(text, 'utf8')
  if (!before) await mkdir(dirname(target), { recursive: true })
  await replaceFile(target, bytes, before)
  return hashOf(bytes)
}

/** Where the bytes of a path are: behind its symbolic links, also where the last one leads to a file that isn't there. */
async function targetOf(absolute: string): Promise<string> {
  try {
    return await realpath(absolute)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    const link = await readlink(absolute).catch(() => null)
    if (link !== null) return targetOf(resolve(dirname(absolute), link))
    const folder = await realpath(dirname(absolute)).catch(() => dirname(absolute))
    return join(folder, basename(absolute))
  }
}

/** A file without any write bit counts as read-only for everybody, root too: a rename onto it would pass unasked. */
async function isWritable(target: string, stats: Stats): Promise<boolean> {
  if ((stats.mode & 0o222) === 0) return false
  return access(target, constants.W_OK).then(
    () => true,
    () => false,
  )
}

/** The file behind a path, or null where nothing is there. Other trouble throws. */
async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** As failureOf, in the words of somebody who saves. */
function writeFailure(error: unknown, path: string): FileFailure {
  if (errorCode(error) === 'EACCES')
    return { code: 'read-only', message: `${path} can't be saved: the file or its folder is read-only for you.` }
  return failureOf(error, path)
}
