import { caretAt, type Caret } from '../../yaml/completion/caret'
import { cutDocuments } from '../../yaml/read/cut'
import type { ListStyle } from './field-offers'

/** Where a caret stands in a file of manifests: in which document, of which kind, and where in that. */
export type Place = {
  readonly caret: Caret
  /** As written so far; '' where it isn't. */
  readonly apiVersion: string
  readonly kind: string
  readonly listStyle: ListStyle
  /** The document's piece of the text. */
  readonly from: number
  readonly to: number
}

/** The place of an offset of a file, or null where nothing can be completed. Reads lines, so that a text that can't be read has one. */
export function placeAt(text: string, offset: number): Place | null {
  const piece = cutDocuments(text).findLast(({ from }) => from <= offset) ?? { from: 0, to: text.length }
  const caret = caretAt(text, piece.from, offset)
  if (!caret) return null
  const document = text.slice(piece.from, piece.to)
  const listStyle = /^( *)[^\s#-][^\n]*:[ \t]*\r?\n\1- /m.test(document) ? 'unindented' : 'indented'
  const place = { caret, ...headOf(document), listStyle, from: piece.from, to: piece.to } as const
  const { kind } = place
  if (!kind.endsWith('List') || caret.path[0] !== 'items') return place
  const [, item, ...path] = caret.path
  if (item === undefined) return null
  // In a list of one kind the items need not say which.
  const ofList = kind === 'List' ? NO_HEAD : { apiVersion: place.apiVersion, kind: kind.slice(0, -'List'.length) }
  const own = headOf(itemText(document, Number(item)))
  const head = { apiVersion: own.apiVersion || ofList.apiVersion, kind: own.kind || ofList.kind }
  return { ...place, ...head, caret: { ...caret, path } }
}

type Head = { readonly apiVersion: string; readonly kind: string }

const NO_HEAD: Head = { apiVersion: '', kind: '' }

function headOf(text: string): Head {
  const written = (key: string): string => new RegExp(`^${key}:[ \\t]*["']?([^\\s"'#]+)`, 'm').exec(text)?.[1] ?? ''
  return { apiVersion: written('apiVersion'), kind: written('kind') }
}

/** The lines of an item of a list's `items`, moved to the left as if it were a document. */
function itemText(document: string, wanted: number): string {
  const lines = document.split('\n')
  const items = lines.slice(lines.findIndex(line => line.startsWith('items:')) + 1)
  const dash = items.find(line => /^ *- /.test(line))?.indexOf('-') ?? 0
  let number = -1
  const own = items.flatMap(line => {
    const isFirst = line.search(/\S/) === dash && line.startsWith('- ', dash)
    if (isFirst) number++
    if (number !== wanted) return []
    return isFirst ? ' '.repeat(dash + 1) + line.slice(dash + 1) : line
  })
  const column = own[0]?.search(/\S/) ?? 0
  return own.map(line => line.slice(column)).join('\n')
}
