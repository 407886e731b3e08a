import type { Splice } from '../../text/splice'
import { isMergeKey, keyText } from '../meaning'
import { blockText, entryLines, keyLine } from '../print/block'
import { flowEntry, printFlow } from '../print/flow'
import type { PlainValue } from '../plain'
import type { Wording } from './carry'
import type { Draft } from './draft'
import { conventionalIndex } from './entry-order'
import { fillEmpty } from './fill-empty'
import { insertIntoFlow } from './insert-into-flow'
import { insertLines } from './insert'
import { blockStyleNear } from './neighbours'
import { slotsOf, type Place } from './place'

/**
 * Gives a map another entry, at the conventional place of its key. Printed text looks like its
 * neighbours.
 */
export function insertEntry(
  draft: Draft,
  map: Place,
  key: string,
  value: PlainValue,
  wording: Wording,
): Splice[] | null {
  const { node } = map
  if (node.type !== 'map') return null
  const slots = slotsOf(node)
  const keys = node.entries.map(entry => keyText(draft.text, entry.key))
  // What a merge key brings counts at its own place: an entry before it could be overridden.
  const index = node.entries.some(e => isMergeKey(draft.text, e.key)) ? slots.length : conventionalIndex(keys, key)
  const style = { ...blockStyleNear(draft, map), literals: wording !== 'quoted' }
  const { above, text } = typeof wording === 'object' ? wording : { above: [], text: blockText(value, style) }
  const lines = [...above, ...entryLines(keyLine(key, style), text, style)]
  if (node.style === 'block') return insertLines(draft, slots, index, lines)
  return (
    fillEmpty(draft, map, { shape: 'map', lines }) ??
    insertIntoFlow(draft, map, index, (flow, column) => flowEntry(key, printFlow(value, flow, column), flow))
  )
}
