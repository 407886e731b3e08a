import type { Refusal } from '../../workspace/change'
import type { Graph } from '../graph'
import { isRefusal, type ObjectEdit } from '../wires/wire-form'
import { isGone } from './allowed-names'
import { nameOf, titleOfNamed, type Named } from './named'
import { renameKey } from './rename-key'
import { renameLabel } from './rename-label'
import { renameNamespace } from './rename-namespace'
import { renameContainer, renameVolume } from './rename-part'
import { renamePort } from './rename-port'

/** Something inside objects, or around them: an object's own name is for the workspace, which knows what is taken. */
export type NamedPart = Exclude<Named, { readonly what: 'object' }>

/** What a rename would change, and what the Edit menu calls it; or why it can't be. */
export type PlannedRename =
  { readonly ok: true; readonly edits: readonly ObjectEdit[]; readonly says: string } | Refusal

/**
 * What has to change for something to be called otherwise: the name itself and every place that uses it, so that what
 * is tied to what stays as it is.
 */
export function planRename(graph: Graph, named: NamedPart, to: string): PlannedRename {
  const object = named.what === 'namespace' ? null : graph.object(named.object)
  const says = `Rename ${titleOfNamed(named, object)} to ${to}`
  if (nameOf(named, object) === to) return { ok: true, says, edits: [] }
  const edits = editsFor(graph, named, to)
  return isRefusal(edits) ? edits : { ok: true, says, edits }
}

function editsFor(graph: Graph, named: NamedPart, to: string): readonly ObjectEdit[] | Refusal {
  if (named.what === 'namespace') return renameNamespace(graph, named.namespace, to)
  const object = graph.object(named.object)
  if (object === null) return isGone('The object is not in the design')
  switch (named.what) {
    case 'label':
    case 'label-value':
      return renameLabel(graph, object, named.key, named.what, to)
    case 'service-port':
    case 'container-port':
      return renamePort(graph, object, named.what, named.port, to)
    case 'key':
      return renameKey(graph, object, named.key, to)
    case 'container':
      return renameContainer(graph, object, named.container, to)
    case 'volume':
      return renameVolume(object, named.volume, to)
  }
}
