import { realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ClusterContext } from '../../shared/cluster/contexts'
import type { ClusterRef } from '../../shared/cluster/cluster-ref'
import { isOfTheWay } from '../../shared/cluster/failure'
import { configFolder } from '../backend/config-folder'
import { createClusterMarks } from '../backend/kubectl/cluster-marks'
import { findContext } from '../backend/kubectl/contexts'
import { folderInventory, namedInventory } from '../backend/kubectl/design-inventory'
import { KubectlError } from '../backend/kubectl/kubectl-error'
import type { Door } from '../backend/kubectl/objects'
import { createKubectl } from '../backend/kubectl/run'
import type { CommandCall } from './command'
import type { ExitStatus } from './terminal'

/** The cluster that a command was told to ask. */
export type OpenDoor = { readonly door: Door; readonly context: ClusterContext }

/** What is wrong with the words and options of a command that needs a cluster, or null. */
export function misusedDoor({ words, options }: CommandCall, needsPaths = true): string | null {
  if (needsPaths && words.length === 0) return 'Which files? Give paths, or - for standard input.'
  if (options.text('context')) return null
  return 'Which cluster? Give --context; the current one is never taken unasked. `kubectl config get-contexts` lists them.'
}

/** The context of `--context`, in the kubeconfig of `--kubeconfig` or KUBECONFIG. Throws `no-context`. */
export async function openDoor({ options, terminal }: CommandCall): Promise<OpenDoor> {
  const kubeconfig = options.text('kubeconfig')
  const kubectl = createKubectl({ kubeconfig: kubeconfig === null ? null : resolve(terminal.cwd, kubeconfig) })
  const context = await findContext(kubectl, createClusterMarks(configFolder()), options.text('context') ?? '')
  return { door: { kubectl, context: context.name }, context }
}

/**
 * Where what the design makes is recorded: `--design NAME`, or else the one folder that was given, as the window does.
 * Null for files, standard input and several folders: they are no design that would be found again.
 */
export async function inventoryOf(
  { words, options, terminal }: CommandCall,
  namespace: string,
): Promise<ClusterRef | null> {
  const name = options.text('design')
  if (name !== null) return namedInventory(name, namespace)
  const [only, another] = words
  if (only === undefined || another !== undefined || only === '-') return null
  const path = resolve(terminal.cwd, only)
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() === true
  return isFolder ? folderInventory(await realpath(path), namespace) : null
}

/** Runs a command that asks a cluster; what the cluster says no to ends with 1, a cluster that can't be asked with 4. */
export async function atCluster(call: CommandCall, name: string, run: () => Promise<ExitStatus>): Promise<ExitStatus> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof KubectlError)) throw error
    if (call.options.has('json'))
      call.terminal.out(`${JSON.stringify({ error: { code: error.code, message: error.message } }, null, 1)}\n`)
    call.terminal.say(`chartroom ${name}: ${error.message}`)
    return isOfTheWay(error.code) || error.code === 'failed' ? 4 : 1
  }
}
