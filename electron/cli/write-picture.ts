import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { htmlPageOf } from '../../shared/picture/html-page'
import type { Places } from '../../shared/picture/automatic-places'
import { sceneOf } from '../../shared/picture/scene-of'
import type { ShownGraph } from '../../shared/picture/shown-graph'
import { svgOf } from '../../shared/picture/svg'
import type { ThemeName } from '../../shared/picture/themes'
import type { Note } from '../../shared/workspace/layout-marks'
import { failureOf } from '../backend/files/failure'
import { replaceFile } from '../backend/files/replace-file'
import { drawPng } from './draw-png'
import type { ExitStatus, Terminal } from './terminal'

/** The options that name a file for a picture. */
export const pictureForms = ['svg', 'png', 'html'] as const
export type PictureForm = (typeof pictureForms)[number]

/** How a file of each form begins: a picture is written over a picture, never over anything else. */
const BEGINS: Readonly<Record<PictureForm, string>> = { svg: '<svg', png: '\u0089PNG', html: '<!doctype html' }

type PictureRequest = {
  readonly form: PictureForm
  /** `-` is standard output. */
  readonly target: string
  readonly title: string
  readonly theme: ThemeName
  readonly notes: readonly Note[]
}

/** Draws a graph into a file, without a browser for SVG and HTML. Says on standard error what was written, or why not. */
export async function writePicture(
  shown: ShownGraph,
  places: Places,
  { form, target, title, theme, notes }: PictureRequest,
  terminal: Terminal,
): Promise<ExitStatus> {
  const svg = svgOf(sceneOf(shown, places), { title, theme, notes })
  if (form !== 'png') {
    const text = form === 'svg' ? svg.text : htmlPageOf(svg, title, theme)
    if (target === '-') {
      terminal.out(text)
      return 0
    }
    return writeOver(target, Buffer.from(text), form, terminal)
  }
  const drawn = await drawPng(svg, terminal.env)
  if (!drawn.ok) {
    terminal.say(`chartroom graph: ${drawn.message}`)
    return 4
  }
  return writeOver(target, drawn.bytes, form, terminal)
}

async function writeOver(
  target: string,
  bytes: Uint8Array,
  form: PictureForm,
  terminal: Terminal,
): Promise<ExitStatus> {
  const path = resolve(terminal.cwd, target)
  try {
    const before = await stat(path).catch(() => null)
    if (before && !(await isPicture(path, form))) {
      terminal.say(`chartroom graph: ${target} is there and is no ${form.toUpperCase()} picture; nothing was written.`)
      return 1
    }
    await replaceFile(path, bytes, before)
    terminal.say(`wrote ${target}`)
    return 0
  } catch (error) {
    terminal.say(`chartroom graph: ${failureOf(error, target).message}`)
    return 4
  }
}

async function isPicture(path: string, form: PictureForm): Promise<boolean> {
  const begin = (await readFile(path)).subarray(0, 200).toString('latin1').trimStart().toLowerCase()
  return begin.startsWith(BEGINS[form].toLowerCase())
}
