import type { Splice } from '../../text/splice'
import { isList, isMap, type PlainValue } from '../plain'
import { blockText, type BlockStyle } from '../print/block'
import { printFlow } from '../print/flow'
import type { Quotes } from '../print/scalar'
import type { YamlNode } from '../tree'
import type { Carried, Wording } from './carry'
import type { Draft } from './draft'
import { breakNear, lineStart, skipBlanks } from './lines'
import { blockStyleNear, flowStyleNear } from './neighbours'
import { headOf, type Place, type Slot } from './place'
import { replaceCollection } from './replace-collection'
import { replaceScalar, startOfValue } from './replace-scalar'

/**
 * Gives a place another value, in the style of the value before where that can hold it: the same quotes, the same
 * indentation of a block scalar. A comment behind the value stays; comments inside a replaced collection go with it.
 */
export function setValue(
  draft: Draft,
  place: Place,
  value: PlainValue,
  wording: Exclude<Wording, Carried> = 'printed',
): Splice[] | null {
  const { node, slot } = place
  if (slot === null) return setRoot(draft, place, value)
  if (place.inFlow) return setInFlow(draft, place, slot, value)
  const style = { ...styleFor(draft, place), literals: wording !== 'quoted' }
  const text = blockText(value, style, slot.type === 'item' ? style.dashStep : style.mapStep)
  const isBlockCollection = (node.type === 'map' || node.type === 'seq') && node.style === 'block'
  return isBlockCollection
    ? replaceCollection(draft, slot, node, text, style)
    : replaceScalar(draft, slot, node, text, style)
}

/** The root has no key to stand behind: only another collection can take its place. */
function setRoot(draft: Draft, place: Place, value: PlainValue): Splice[] | null {
  const { node } = place
  if (!isMap(value) && !isList(value)) return null
  if (node.type !== 'map' && node.type !== 'seq') return null
  const eol = breakNear(draft.text, node.from, draft.lineBreak)
  if (node.style === 'flow') {
    const insert = printFlow(value, flowStyleNear(draft, place)).replaceAll('\n', eol)
    return [{ from: node.from, to: node.to, insert }]
  }
  const text = blockText(value, blockStyleNear(draft, place))
  const insert = text.shape === 'inline' ? text.first : text.lines.join(eol)
  return [{ from: node.from, to: node.to, insert }]
}

function setInFlow(draft: Draft, place: Place, slot: Slot, value: PlainValue): Splice[] {
  const { text } = draft
  const { node } = place
  const flow = flowStyleNear(draft, place)
  const line = lineStart(text, node.from)
  const isJson = flow.keyQuotes === 'double'
  const style = isMap(value) || isList(value) || isJson ? flow : { ...flow, quotes: quotesFor(node, flow.quotes) }
  const printed = printFlow(value, style, skipBlanks(text, line) - line)
  const insert = printed.replaceAll('\n', breakNear(text, node.from, draft.lineBreak))
  const from = startOfValue(node)
  if (from < node.to) return [{ from, to: node.to, insert }]
  const head = headOf(draft, slot)
  const lead = slot.type === 'entry' && slot.entry.colon === null ? ': ' : ' '
  return [{ from: head, to: head, insert: lead + insert }]
}

/** The neighbours' style, but for a string the quotes that the value before had, or had not. */
function styleFor(draft: Draft, place: Place): BlockStyle {
  const style = blockStyleNear(draft, place.parent ?? place)
  return { ...style, quotes: quotesFor(place.node, style.quotes) }
}

function quotesFor(node: YamlNode, habitual: Quotes): Quotes {
  if (node.type !== 'scalar' || node.style === 'empty') return habitual
  return node.style === 'single' || node.style === 'double' ? node.style : 'none'
}
