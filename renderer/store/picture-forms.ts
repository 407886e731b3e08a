import fontUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import { dotOf } from '../../shared/picture/dot'
import { htmlPageOf } from '../../shared/picture/html-page'
import { mermaidOf } from '../../shared/picture/mermaid'
import { sceneOf } from '../../shared/picture/scene-of'
import type { ShownGraph } from '../../shared/picture/shown-graph'
import { svgOf, type Svg } from '../../shared/picture/svg'
import type { ThemeName } from '../../shared/picture/themes'
import type { Note } from '../../shared/workspace/layout-marks'
import type { ShownNow } from '../canvas/canvas-props'

export type PictureForm = 'svg' | 'png' | 'html' | 'mermaid' | 'dot'
export type PictureExtent = 'all' | 'selection' | 'view'

export type PictureInput = {
  readonly form: PictureForm
  readonly theme: ThemeName
  readonly title: string
  /** What it shows, and where its cards stand. */
  readonly shown: ShownGraph
  readonly now: ShownNow
  readonly notes: readonly Note[]
  /** Cut to what is in view. */
  readonly isView: boolean
}

/** What each form is called as a file, and as a type. */
export const pictureTypes: Readonly<Record<PictureForm, { readonly extension: string; readonly type: string }>> = {
  svg: { extension: 'svg', type: 'image/svg+xml' },
  png: { extension: 'png', type: 'image/png' },
  html: { extension: 'html', type: 'text/html' },
  mermaid: { extension: 'mmd', type: 'text/plain' },
  dot: { extension: 'dot', type: 'text/plain' },
}

/** A picture of the design in one of its forms. */
export async function makePicture(input: PictureInput): Promise<Blob> {
  const { form, theme, title, shown } = input
  if (form === 'mermaid') return textBlob(mermaidOf(shown), form)
  if (form === 'dot') return textBlob(dotOf(shown), form)
  const fontFaces = await fontFacesForPictures()
  const svg = svgOf(sceneOf(shown, input.now.places), {
    theme,
    title,
    fontFaces,
    notes: input.notes,
    ...(input.isView ? { view: input.now.seen } : {}),
  })
  if (form === 'svg') return textBlob(svg.text, form)
  if (form === 'html') return textBlob(htmlPageOf(svg, title, theme), form)
  return pngOf(svg)
}

function textBlob(text: string, form: PictureForm): Blob {
  return new Blob([text], { type: `${pictureTypes[form].type};charset=utf-8` })
}

/** Twice the drawing's size, so that text is sharp; less where a browser's canvas would be too large. */
const SHARPNESS = 2
const MOST_PIXELS = 16_000

async function pngOf(svg: Svg): Promise<Blob> {
  const image = new Image()
  const address = URL.createObjectURL(textBlob(svg.text, 'svg'))
  try {
    image.src = address
    await image.decode()
    const scale = Math.min(SHARPNESS, MOST_PIXELS / Math.max(svg.width, svg.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(svg.width * scale)
    canvas.height = Math.round(svg.height * scale)
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('The picture is too large to be drawn as PNG. Export it as SVG, or export a part of it.')
    return blob
  } finally {
    URL.revokeObjectURL(address)
  }
}

let fontFaces: Promise<string> | null = null

/** A picture that leaves the page takes its font along: it is drawn where the page's fonts don't reach. */
async function fontFacesForPictures(): Promise<string> {
  fontFaces ??= fetch(fontUrl)
    .then(answer => answer.blob())
    .then(dataUrlOf)
    .then(url => `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${url}) format('woff2')}`)
  return fontFaces
}

async function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('The font could not be read'))
    reader.readAsDataURL(blob)
  })
}
