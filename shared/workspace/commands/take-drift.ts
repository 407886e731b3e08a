import type { ObjectEdit } from '../../relations/wire'
import type { Planned } from '../change'
import type { Design } from '../design'
import type { ObjectId } from '../kube-object'
import { planTie } from '../plan-edits'
import { refuse } from '../refusal'

export type TakeDrift = {
  /** What the cluster has otherwise, as far as it was accepted. */
  readonly edits: readonly ObjectEdit[]
  /** Objects that the cluster doesn't have any more. */
  readonly gone: readonly ObjectId[]
}

/** Takes what happened in a cluster into the design, as one change; all of it or none. */
export function takeDrift({ workspace }: Design, { edits, gone }: TakeDrift): Planned {
  const count = new Set([...edits.map(edit => edit.object), ...gone]).size
  if (count === 0) return refuse('nothing-to-take', 'No change of the cluster was chosen.')
  const says = `Take ${count} ${count === 1 ? 'object' : 'objects'} from the cluster`
  return planTie(workspace, { says, edits, makes: [], unmakes: gone })
}
