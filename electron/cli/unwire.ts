import { relationsBetween } from '../../shared/relations/wire'
import { disconnect } from '../../shared/workspace/commands/disconnect'
import type { CommandCall } from './command'
import { finishTie } from './finish-tie'
import type { ExitStatus } from './terminal'
import { findWireEnds } from './wire-ends'

/** `unwire PATH... RULE FROM TO`: removes the relations of that rule between the two, exactly as Delete would. */
export async function runUnwire(call: CommandCall): Promise<ExitStatus> {
  const ends = await findWireEnds(call, 'RULE FROM TO')
  if (!ends.ok) return ends.status
  const { loaded, rule, from, to } = ends
  const { graph } = loaded.design
  const relations = relationsBetween(graph, rule, from.id, to.id)
  if (relations.length === 0) {
    call.terminal.say(`chartroom unwire: no relation ${rule} leads from the first to the second object.`)
    return 1
  }
  return finishTie('unwire', loaded, disconnect(loaded.design, { relations }), call)
}
