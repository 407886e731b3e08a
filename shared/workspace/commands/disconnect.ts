import type { Relation } from '../../relations/relation'
import { planUnwire } from '../../relations/wire'
import type { Planned } from '../change'
import type { Design } from '../design'
import { planEdits } from '../plan-edits'

/** Relations of one rule that leave from one object. */
export type Disconnect = { readonly relations: readonly Relation[] }

/** Takes relations out of the text: exactly what connecting them would have written. */
export function disconnect({ workspace, graph }: Design, { relations }: Disconnect): Planned {
  const planned = planUnwire(graph, relations)
  return planned.ok ? planEdits(workspace, planned.says, planned.edits) : planned
}
