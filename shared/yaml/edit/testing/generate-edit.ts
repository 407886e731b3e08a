import { isList, isMap, valueAt, type PlainValue } from '../../plain'
import { formatPointer } from '../../pointer'
import type { DocumentPiece } from '../../tree'
import { openDraft, type Draft } from '../draft'
import type { PatchOperation } from '../edit-plan'
import { placeOf, rootPlace, slotsOf, type Place } from '../place'
import type { Random } from './random'

/** One edit to try, and what undoes it by another edit, where one does. */
export type GeneratedEdit = {
  readonly family: string
  readonly operation: PatchOperation
  /** The place that is edited, or that gets a new part. */
  readonly place: Place
  readonly inverse: PatchOperation | null
}

/** What an edit is chosen from: all places of a document whose keys mean what is written. Null for one that can't be edited. */
export type EditableDocument = { readonly draft: Draft; readonly places: readonly Place[] }

export function editableDocument(text: string, piece: DocumentPiece): EditableDocument | null {
  const opened = openDraft(text, piece)
  if (!opened.ok) return null
  const { draft } = opened
  const places: Place[] = []
  const waiting = [rootPlace(draft)]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    places.push(place)
    const value = valueAt(draft.plain, place.plainPath)
    const slots = slotsOf(place.node)
    const count = isMap(value) ? Object.keys(value).length : isList(value) ? value.length : 0
    // A merge key brings entries that stand elsewhere: the number of slots is another.
    if (slots.length === count) waiting.push(...slots.map(slot => placeOf(draft, place, slot)))
  }
  return { draft, places }
}

/** One edit of a document, or null where the family that was drawn finds no place in it. */
export function generateEdit(r: Random, { draft, places }: EditableDocument): GeneratedEdit | null {
  const family = r.pick(FAMILIES)
  const valueOf = (place: Place): PlainValue => valueAt(draft.plain, place.plainPath) ?? null
  const at = (place: Place, ...more: string[]): string => formatPointer([...place.plainPath, ...more])
  const choose = (fits: (place: Place) => boolean): Place | null => {
    const fitting = places.filter(fits)
    return fitting.length === 0 ? null : r.pick(fitting)
  }
  const isHeld = (place: Place): boolean => place.slot !== null

  switch (family) {
    case 'set scalar': {
      const place = choose(p => isHeld(p) && p.node.type === 'scalar')
      if (place === null) return null
      const operation: PatchOperation = { op: 'replace', path: at(place), value: scalarValue(r) }
      return { family, operation, place, inverse: null }
    }
    case 'replace collection': {
      const place = choose(p => isHeld(p) && (p.node.type === 'map' || p.node.type === 'seq'))
      if (place === null) return null
      return { family, operation: { op: 'replace', path: at(place), value: anyValue(r) }, place, inverse: null }
    }
    case 'add entry': {
      const place = choose(p => isMap(valueOf(p)) && p.node.type === 'map')
      const key = r.pick(KEYS)
      if (place === null || Object.hasOwn(Object(valueOf(place)), key)) return null
      const path = at(place, key)
      const value = anyValue(r)
      return { family, operation: { op: 'add', path, value }, place, inverse: { op: 'remove', path } }
    }
    case 'add item': {
      const place = choose(p => p.node.type === 'seq')
      const list = place === null ? null : valueOf(place)
      if (place === null || !isList(list)) return null
      const index = r.below(list.length + 1)
      const path = at(place, index === list.length && r.chance(0.5) ? '-' : String(index))
      const inverse: PatchOperation = { op: 'remove', path: at(place, String(index)) }
      return { family, operation: { op: 'add', path, value: anyValue(r) }, place, inverse }
    }
    case 'remove': {
      const place = choose(isHeld)
      if (place === null) return null
      return { family, operation: { op: 'remove', path: at(place) }, place, inverse: null }
    }
    case 'rename key': {
      const place = choose(p => p.slot?.type === 'entry')
      const key = r.pick(KEYS)
      const holder = place?.parent == null ? null : valueOf(place.parent)
      if (place === null || Object.hasOwn(Object(holder), key)) return null
      const old = place.plainPath.at(-1)!
      const path = formatPointer([...place.plainPath.slice(0, -1), key])
      return {
        family,
        operation: { op: 'rename', path: at(place), key },
        place,
        inverse: { op: 'rename', path, key: old },
      }
    }
    case 'move item': {
      const place = choose(p => p.slot?.type === 'item' && p.slot.holder.items.length > 1)
      if (place?.slot?.type !== 'item' || place.parent === null) return null
      const to = String(r.below(place.slot.holder.items.length))
      return { family, operation: { op: 'move', from: at(place), path: at(place.parent, to) }, place, inverse: null }
    }
  }
}

const FAMILIES = [
  'set scalar',
  'set scalar',
  'replace collection',
  'add entry',
  'add entry',
  'add item',
  'remove',
  'remove',
  'rename key',
  'move item',
] as const

const KEYS = [
  'name',
  'spec',
  'labels',
  'zz',
  'app.kubernetes.io/part-of',
  'yes',
  '0755',
  'a b',
  'a: b',
  '# x',
  '',
  '-x',
  '{',
  "it's",
  '"q"',
  '1e3',
  'two\nlines',
]

const TEXTS = [
  'web',
  'nginx:1.29',
  'yes',
  'Off',
  'null',
  '~',
  '',
  ' lead',
  'trail ',
  '0755',
  '0o17',
  '1_000',
  '1e3',
  '08',
  '12:30',
  '2024-01-01',
  '.inf',
  '<<',
  '-',
  '---',
  '...',
  '- a',
  'a: b',
  'a #b',
  '# x',
  '!t',
  '&a',
  '*a',
  '|',
  '>-',
  '%a',
  '@a',
  '{a: b}',
  '[a',
  'a, b',
  "it's",
  'say "hi"',
  '\\',
  'C:\\dir',
  '😀',
  'naïve',
  'a\u2028b',
  'a\u0085b',
  'nb\u00a0sp',
  '\ufeffbom',
  'bell\u0007',
  'a\nb',
  'a\nb\n',
  '\na',
  'a\n\n',
  ' a\nb',
  '# x\n# y\n',
  '---\na: b\n',
  'cr\rhere',
  'a\r\nb\r\n',
  'a \nb',
  '\ttab\nx',
  '{{ .Values.x }}',
  '${VAR}',
  'x'.repeat(300),
  'a long line '.repeat(40).trim(),
]

function scalarValue(r: Random): PlainValue {
  return r.chance(0.7) ? r.pick(TEXTS) : r.pick([0, 3, -1, 8080, 1.5, 1e21, 1e-7, true, false, null])
}

function anyValue(r: Random): PlainValue {
  if (r.chance(0.5)) return scalarValue(r)
  return r.pick<() => PlainValue>([
    () => ({ name: scalarValue(r), value: scalarValue(r) }),
    () => ({ deep: { er: scalarValue(r) }, list: [scalarValue(r), { a: scalarValue(r) }], none: [], empty: {} }),
    () => [scalarValue(r), scalarValue(r)],
    () => [{ name: 'a', ports: [{ port: 1 }] }, { name: 'b' }],
    () => [[1, [scalarValue(r)]], []],
    () => ({}),
    () => [],
  ])()
}
