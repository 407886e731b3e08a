import type { Imported, ServedKind } from '../../../shared/cluster/imported'
import { importFiles } from '../../../shared/workspace/commands/import-files'
import { perform } from '../change'
import type { Session } from '../session'
import { askCluster } from './ask'
import type { Answered } from './ask'

/** What is read from a cluster. */
export type ImportChoice = {
  readonly namespaces: readonly string[]
  readonly kinds: readonly ServedKind[]
  readonly secrets: boolean
}

/** Reads objects from the chosen cluster. Nothing comes into the design by that. */
export async function readCluster(session: Session, task: string, choice: ImportChoice): Promise<Answered<Imported>> {
  const { chosen } = session.store.getState().cluster
  if (!chosen) return { ok: false, failure: { code: 'no-context', message: 'No cluster is chosen.' } }
  return askCluster(session, 'cluster:import', {
    task,
    context: chosen.context,
    namespaces: choice.namespaces,
    kinds: choice.kinds.map(({ apiVersion, kind }) => ({ apiVersion, kind })),
    secrets: choice.secrets,
  })
}

/** Puts what was read into the design, as new files that are not saved yet. Says whether it could. */
export function takeImported(session: Session, { files }: Imported): boolean {
  const { open, cluster } = session.store.getState()
  if (!open) return false
  const taken = perform(session, importFiles(open.design, { files, from: cluster.chosen?.context ?? 'a cluster' }))
  // After the cards are placed, which is one frame later.
  if (taken) requestAnimationFrame(() => requestAnimationFrame(() => session.parts.canvas?.fit()))
  return taken !== null
}
