import { useEffect, useState } from 'react'
import type { ShownCommand } from '../../shared/cluster/apply-plan'
import { askCluster } from '../store/cluster/ask'
import type { Failure } from '../store/cluster/ask'
import { useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Dialog } from '../ui/dialog'
import { CommandLines } from './command-lines'
import { FailureNote } from './failure-note'

/** The commands that Chartroom ran, as they ran. */
export function ClusterCommandsDialog() {
  const session = useSession()
  const [commands, setCommands] = useState<readonly ShownCommand[] | Failure | null>(null)
  useEffect(() => {
    void askCluster(session, 'cluster:commands', undefined).then(answered =>
      setCommands(answered.ok ? answered.value : answered.failure),
    )
  }, [session])
  return (
    <Dialog
      width="l"
      title="Commands that ran"
      says="Everything goes through your kubectl, and nothing else was run."
      onClose={() => closeDialog(session)}
    >
      {commands === null ? (
        <p role="status">Asking.</p>
      ) : 'code' in commands ? (
        <FailureNote failure={commands} />
      ) : commands.length === 0 ? (
        <p>None yet.</p>
      ) : (
        <CommandLines commands={commands} />
      )}
    </Dialog>
  )
}
