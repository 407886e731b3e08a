import { patchFilesOf } from '../checks/patch-files'
import { groupOf } from '../kinds/kinds'
import type { KubeObject } from '../workspace/kube-object'
import type { Workspace } from '../workspace/workspace'
import { parseExactJson, printExactJson } from '../yaml/exact-json'
import { isMap, textAt } from '../yaml/plain'
import type { SentObject } from './cluster-ref'

/** What a design sends to a cluster. */
export type SentDesign = {
  readonly objects: readonly KubeObject[]
  /** Every file could be read. Where one couldn't, an object that is missing here may be in it: nothing is pruned. */
  readonly isWhole: boolean
}

/** The objects of a workspace that are for a cluster: all but what stands in the patches of kustomizations. */
export function designToSend(workspace: Workspace): SentDesign {
  const patches = patchFilesOf(workspace)
  return {
    objects: workspace.objects.filter(({ file }) => !patches.has(file)),
    isWhole: [...workspace.files.values()].every(
      file => !file.failure && file.documents.every(({ holds }) => holds !== 'unreadable'),
    ),
  }
}

/** An object as it crosses from a window to its host. */
export function sentObject({ id, namespace, data }: KubeObject): SentObject {
  return { id, namespace, manifest: printExactJson(data) }
}

/** The object that was sent. Throws SyntaxError for what is no JSON, and Error for what is no object. */
export function receivedObject({ id, namespace, manifest }: SentObject): KubeObject {
  const data = parseExactJson(manifest)
  if (!isMap(data)) throw new Error(`What was sent for ${id} is no object`)
  const apiVersion = textAt(data, 'apiVersion') ?? ''
  return {
    id,
    file: '',
    apiVersion,
    group: groupOf(apiVersion),
    kind: textAt(data, 'kind') ?? '',
    namespace,
    name: textAt(data, 'metadata', 'name'),
    data,
  }
}
