import { readlink, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { errorCode } from './failure'

/**
 * The absolute path of a file of an opened folder, or null where it would lie outside: an absolute path, one that climbs
 * out, or one that a symbolic link leads out. `root` is a real path. The file itself need not be there.
 */
export async function locateInside(root: string, path: string): Promise<string | null> {
  if (!isRelativePath(path)) return null
  const absolute = join(root, path)
  const real = await realPathOfWhatIsThere(absolute)
  return real !== null && isWithin(root, real) ? absolute : null
}

/** Whether a path of a window is relative, with `/`, and stays below where it starts. */
export function isRelativePath(path: string): boolean {
  if (path === '' || path.includes('\0') || path.includes('\\') || path.startsWith('/') || /^[A-Za-z]:/.test(path))
    return false
  return path.split('/').every(part => part !== '' && part !== '.' && part !== '..')
}

/** Whether `path` is `root` or lies in it; both are absolute and real. */
export function isWithin(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && way !== path)
}

/** The real path of a file, or of the nearest folder above it that is there, with the rest behind it. Null in a loop of links. */
async function realPathOfWhatIsThere(absolute: string): Promise<string | null> {
  try {
    return await realpath(absolute)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') return null
    // Writing through a link that leads nowhere yet makes what it leads to: that is the place that counts.
    const link = await readlink(absolute).catch(() => null)
    if (link !== null) return realPathOfWhatIsThere(resolve(dirname(absolute), link))
    const folder = await realPathOfWhatIsThere(dirname(absolute))
    return folder === null ? null : join(folder, basename(absolute))
  }
}
