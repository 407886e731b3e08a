import type { Splice } from '../../text/splice'
import type { PlainValue } from '../plain'
import { blockText, itemLines, type BlockText } from '../print/block'
import { printFlow } from '../print/flow'
import type { Wording } from './carry'
import type { Draft } from './draft'
import { fillEmpty } from './fill-empty'
import { insertIntoFlow } from './insert-into-flow'
import { insertLines } from './insert'
import { blockStyleNear, flowStyleNear } from './neighbours'
import { isFlow, nodeOf, placeOf, slotsOf, type Place, type Slot } from './place'

/** Gives a sequence another item before the one at `index`, or at the end. */
export function insertItem(
  draft: Draft,
  seq: Place,
  index: number,
  value: PlainValue,
  wording: Wording,
): Splice[] | null {
  const { node } = seq
  if (node.type !== 'seq') return null
  const slots = slotsOf(node)
  const style = { ...blockStyleNear(draft, seq), literals: wording !== 'quoted' }
  const printed = (): BlockText => asOthers(draft, seq, slots, value) ?? blockText(value, style, style.dashStep)
  const { above, text } = typeof wording === 'object' ? wording : { above: [], text: printed() }
  const lines = [...above, ...itemLines(text, style)]
  if (node.style === 'block') return insertLines(draft, slots, index, lines)
  return (
    fillEmpty(draft, seq, { shape: 'seq', lines }) ??
    insertIntoFlow(draft, seq, index, (flow, column) => printFlow(value, flow, column))
  )
}

/** A collection among items that are all flow collections is written as one of them. */
function asOthers(draft: Draft, seq: Place, slots: readonly Slot[], value: PlainValue): BlockText | null {
  const first = slots[0]
  if (first === undefined || typeof value !== 'object' || value === null) return null
  if (!slots.every(slot => isFlow(nodeOf(slot)) && slotsOf(nodeOf(slot)).length > 0)) return null
  const style = flowStyleNear(draft, placeOf(draft, seq, first))
  return { shape: 'inline', first: printFlow(value, { ...style, step: null }), rest: [] }
}
