import type { Splice } from '../../text/splice'
import { pathAt } from '../find-node'
import { isMergeKey, plainOf } from '../meaning'
import { isMap, valueAt, type PlainValue } from '../plain'
import { blockText, entryLines, indented, keyLine } from '../print/block'
import { printFlow } from '../print/flow'
import type { YamlNode } from '../tree'
import type { Way } from './advance'
import type { Draft } from './draft'
import { breakNear, columnOf } from './lines'
import { flowStyleNear, blockStyleNear } from './neighbours'
import { endOf, fromOf, isFlow, locate, placeOf, plainKey, slotsOf, type Place } from './place'
import { removeSlot } from './remove'
import { setValue } from './set-value'
import type { Sharing } from './sharing'

/** The way to write the value out that stands behind an alias. */
export function unshareAlias(draft: Draft, place: Place): Way[] {
  const value = valueAt(draft.plain, place.plainPath)
  return value === undefined ? [] : [() => setValue(draft, place, value)]
}

/** Moves an anchor to the first of its aliases, with a copy of the value: the anchored place is alone with its own then. */
export function unshareAnchor(draft: Draft, { anchored, aliases }: Sharing): Way[] {
  const alias = aliases[0]
  const meaning = plainOf(draft.text, anchored, draft.root)
  const located = alias === undefined ? null : locate(draft, pathAt(draft.text, draft.root, alias.from))
  if (!meaning.ok || located === null || !located.found || located.place.node !== alias) return []
  const name = anchored.properties?.anchor
  const anchor = withoutAnchor(draft, anchored)
  return withAnchor(draft, located.place, meaning.value, `&${name}`).map(copy => () => inOrder([anchor, ...copy]))
}

/** Writes the entries out that a map gets through its merge key (`<<`), and takes that key out. */
export function unshareMerge(draft: Draft, map: Place): Way[] {
  const { node } = map
  const value = valueAt(draft.plain, map.plainPath)
  if (node.type !== 'map' || node.style !== 'block' || !isMap(value)) return []
  const slots = slotsOf(node)
  const merge = slots.find(slot => slot.type === 'entry' && isMergeKey(draft.text, slot.entry.key))
  if (merge === undefined) return []
  const own = new Set(node.entries.map(entry => plainKey(draft, entry)))
  const style = blockStyleNear(draft, map)
  const lines = Object.keys(value)
    .filter(key => !own.has(key))
    .flatMap(key => entryLines(keyLine(key, style), blockText(value[key]!, style), style))
  if (lines.length === 0) return removeSlot(draft, placeOf(draft, map, merge))
  const column = columnOf(draft.text, fromOf(merge))
  const eol = breakNear(draft.text, fromOf(merge), draft.lineBreak)
  const insert = indented(lines, column).join(eol).slice(column)
  return [() => [{ from: fromOf(merge), to: endOf(merge), insert }]]
}

function withAnchor(draft: Draft, place: Place, value: PlainValue, anchor: string): Splice[][] {
  const flow = printFlow(value, { ...flowStyleNear(draft, place), step: null })
  const inline = [{ from: place.node.from, to: place.node.to, insert: `${anchor} ${flow}` }]
  const block = place.inFlow || isFlow(place.node) ? null : setValue(draft, place, value)
  const [first, ...rest] = block ?? []
  // Lines below the key: the anchor stands behind the key itself.
  if (first === undefined || first.insert !== '') return [inline]
  return [[{ ...first, insert: ` ${anchor}` }, ...rest], inline]
}

function withoutAnchor(draft: Draft, node: YamlNode): Splice {
  const { text } = draft
  const properties = node.properties
  const from = properties === null ? node.from : text.indexOf(`&${properties.anchor}`, properties.from)
  const to = from + 1 + (properties?.anchor ?? '').length
  return text[to] === ' ' ? { from, to: to + 1, insert: '' } : { from: from - 1, to, insert: '' }
}

function inOrder(splices: Splice[]): Splice[] {
  return splices.toSorted((a, b) => a.from - b.from || a.to - b.to)
}
