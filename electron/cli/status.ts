import { refWords } from '../../shared/cluster/manifest-diff'
import { designToSend } from '../../shared/cluster/sent-objects'
import type { LiveState } from '../../shared/cluster/live/live-state'
import type { ClusterRef } from '../../shared/cluster/cluster-ref'
import type { ClusterFailure } from '../../shared/cluster/failure'
import { readStatus } from '../backend/kubectl/read-status'
import { paint } from './colour'
import { atCluster, misusedDoor, openDoor } from './cluster-door'
import type { CommandCall } from './command'
import { loadDesign } from './design'
import type { ExitStatus } from './terminal'

const MARKS = { ready: '✓', done: '✓', progressing: '…', pending: '…', failing: '✗' } as const
const COLOURS = { ready: 'green', done: 'green', progressing: 'yellow', pending: 'yellow', failing: 'red' } as const

/** `status PATH...`: how the design's objects do on a cluster. One that isn't there, or isn't ready, makes the answer no. */
export async function runStatus(call: CommandCall): Promise<ExitStatus> {
  const { words, options, terminal, misused } = call
  const wrong = misusedDoor(call)
  if (wrong !== null) return misused(wrong)
  return atCluster(call, 'status', async () => {
    const { design, isPartial } = await loadDesign(words, options, terminal)
    const { workspace } = design
    const { door } = await openDoor(call)
    const statuses = await readStatus(door, designToSend(workspace).objects, Date.now())
    if (options.has('json')) {
      const objects = statuses.map(({ id, ref, live, failure }) => ({
        ...ref,
        file: workspace.object(id)?.file ?? null,
        state: live?.state ?? null,
        text: live?.text ?? null,
        says: live?.says ?? null,
        error: failure,
      }))
      terminal.out(`${JSON.stringify({ context: door.context, objects }, null, 1)}\n`)
    } else for (const { ref, live, failure } of statuses) terminal.out(`${line(ref, live, failure)}\n`)
    if (isPartial) return 3
    return statuses.every(({ live, failure }) => !failure && (live === null || MARKS[live.state] === '✓')) ? 0 : 1
  })

  function line(ref: ClusterRef, live: LiveState | null, failure: ClusterFailure | null): string {
    if (failure) return `${paint('?', 'yellow', terminal)} ${refWords(ref)}: ${failure.message}`
    if (live === null) return `${paint('✓', 'green', terminal)} ${refWords(ref)}: is there`
    return `${paint(MARKS[live.state], COLOURS[live.state], terminal)} ${refWords(ref)}: ${live.says}`
  }
}
