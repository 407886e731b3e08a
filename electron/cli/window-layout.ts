import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { updateDesign, type Design } from '../../shared/workspace/design'
import { LAYOUT_PATH } from '../../shared/workspace/layout'
import { addFiles } from '../../shared/workspace/workspace'
import { errorCode, failureOf } from '../backend/files/failure'
import type { Terminal } from './terminal'

/**
 * The design as the window shows it: with the places and notes that are kept in the folder, where PATH... is one folder.
 * A layout that can't be read is named, and the picture is arranged without it.
 */
export async function withWindowLayout(
  design: Design,
  paths: readonly string[],
  { cwd, say }: Terminal,
): Promise<Design> {
  const [path, ...others] = paths
  if (path === undefined || path === '-' || others.length > 0) return design
  const file = join(path, LAYOUT_PATH)
  try {
    const text = await readFile(resolve(cwd, file), 'utf8')
    const placed = updateDesign(design, addFiles(design.workspace, [{ path: LAYOUT_PATH, text }]))
    const broken = placed.problems.find(problem => problem.code === 'broken-layout')
    if (broken) say(`chartroom graph: ${broken.message}`)
    return placed
  } catch (error) {
    const isAbsent = ['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')
    if (!isAbsent) say(`chartroom graph: ${failureOf(error, file).message}`)
    return design
  }
}
