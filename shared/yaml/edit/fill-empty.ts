import type { Splice } from '../../text/splice'
import { indented, type BlockText } from '../print/block'
import type { Draft } from './draft'
import { insertLinesBehind } from './insert'
import { breakNear, columnOf, lineEnd } from './lines'
import { blockStyleNear } from './neighbours'
import { fromOf, headOf, type Place } from './place'

/**
 * Turns an empty `{}` or `[]` behind a block key or dash into a block collection of the lines given, as the collections
 * around it are. Null where it stands in a flow collection or isn't written in the usual way: then it is filled between
 * its brackets.
 */
export function fillEmpty(
  draft: Draft,
  place: Place,
  filled: Exclude<BlockText, { readonly shape: 'inline' }>,
): Splice[] | null {
  const { node, slot } = place
  const { text } = draft
  if (slot === null || place.inFlow || node.properties !== null) return null
  const head = headOf(draft, slot)
  if (!/^ (\{\}|\[\])$/.test(text.slice(head, node.to))) return null
  const column = columnOf(text, fromOf(slot))
  const style = blockStyleNear(draft, place)
  if (slot.type === 'item') {
    const inside = columnOf(text, node.from)
    const eol = breakNear(text, node.from, draft.lineBreak)
    return [{ from: node.from, to: node.to, insert: indented(filled.lines, inside).join(eol).slice(inside) }]
  }
  const step = filled.shape === 'map' ? style.mapStep : style.seqStep
  return [
    { from: head, to: node.to, insert: '' },
    insertLinesBehind(draft, lineEnd(text, node.to), indented(filled.lines, column + step)),
  ]
}
