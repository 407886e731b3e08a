import type { Splice } from '../../text/splice'
import { canBePlain, printScalar, type Quotes } from '../print/scalar'
import { scalarText } from '../meaning'
import type { YamlNode } from '../tree'
import type { Draft } from './draft'
import { flowStyleNear, blockStyleNear } from './neighbours'
import { isFlow, type Place } from './place'

/** Gives an entry another key, in the quotes of the one before. Its value, its comments and its place stay. */
export function renameKey(draft: Draft, place: Place, key: string): Splice[] | null {
  const { slot, parent } = place
  if (slot?.type !== 'entry' || parent === null) return null
  const flow = place.inFlow || isFlow(slot.holder)
  const { needed } = flow ? flowStyleNear(draft, parent) : blockStyleNear(draft, parent)
  const old = slot.entry.key
  const from = old.properties !== null && old.properties.tag !== null ? old.properties.from : old.from
  return [{ from, to: old.to, insert: printScalar(key, { flow, quotes: quotesOf(draft, old, flow), needed }) }]
}

/** Quotes that a block key needed are not kept for one that doesn't; those worn unasked are, and JSON's always. */
function quotesOf(draft: Draft, key: YamlNode, flow: boolean): Quotes {
  if (key.type !== 'scalar' || (key.style !== 'single' && key.style !== 'double')) return 'none'
  return flow || canBePlain(scalarText(draft.text, key), flow) ? key.style : 'none'
}
