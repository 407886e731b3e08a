import type { Relation } from '../../relations/relation'
import { planUnwire } from '../../relations/wire'
import type { Design } from '../design'
import { planTie } from '../plan-edits'
import type { PlannedTie } from './connect'

/** Relations of one rule that leave from one object. */
export type Disconnect = { readonly relations: readonly Relation[] }

/** Takes relations out of the text: exactly what connecting them would have written. */
export function disconnect({ workspace, graph }: Design, { relations }: Disconnect): PlannedTie {
  const planned = planUnwire(graph, relations)
  if (!planned.ok) return planned
  const edits = planTie(workspace, planned)
  return edits.ok ? { ...edits, consequences: planned.consequences } : edits
}
