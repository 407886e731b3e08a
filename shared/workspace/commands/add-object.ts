import { kindRow } from '../../kinds/kinds'
import { titleOf } from '../../relations/title'
import { applySplices } from '../../text/splice'
import type { PatchOperation } from '../../yaml/edit/edit-plan'
import { planPatch } from '../../yaml/edit/plan-patch'
import { textAt, type PlainMap } from '../../yaml/plain'
import type { Planned, Point } from '../change'
import type { Design } from '../design'
import { fittingFolder, folderOf, freePath } from '../file-paths'
import { nameKey } from '../identity'
import type { FilePath, KubeObject, ObjectId } from '../kube-object'
import { freeName, whyNotNamed } from '../names'
import { placeDocument } from '../place-document'
import { refuse } from '../refusal'
import { addFiles, emptyWorkspace } from '../workspace'

export type AddObject = {
  readonly group: string
  readonly kind: string
  /** By default one that fits the kind and is free. */
  readonly name?: string
  /** By default that of `beside`, else the workspace's own. */
  readonly namespace?: string | null
  /** The file that gets it, made where there is none. By default a new one, named for the object. */
  readonly file?: FilePath
  /** Where its card is put. */
  readonly at?: Point
  /** The object that it is made for: it goes into the same namespace and folder. */
  readonly beside?: ObjectId
  /** How the starting point is changed, given what it is. */
  readonly patch?: (starter: PlainMap) => readonly PatchOperation[]
}

/** A new object of a kind, valid and runnable as it is. */
export function addObject(design: Design, input: AddObject): Planned {
  const { workspace } = design
  const row = design.customKinds.row(input.group, input.kind) ?? kindRow(input.group, input.kind)
  if (!row.starter) {
    return refuse('no-starter', `Chartroom knows no starting point for a ${input.kind}. Write it as YAML in a file.`)
  }
  const beside = input.beside === undefined ? null : workspace.object(input.beside)
  const asked = input.namespace ?? beside?.namespace ?? workspace.defaultNamespace
  const namespace = row.scope === 'cluster' ? null : asked
  const name = input.name ?? freeName(workspace.objects, row, namespace)
  const { group, kind } = row
  const why = whyNotNamed(workspace.objects, { group, kind, namespace, name }, null)
  if (why) return why

  const starter = row.starter({ name, namespace: isWritten(design, namespace) ? namespace : null })
  const text = input.patch ? patchText(starter, input.patch) : starter
  const folder = beside ? folderOf(beside.file) : fittingFolder(workspace.objects, namespace)
  const file = input.file ?? freePath(workspace, folder, { name, kind })
  const placed = placeDocument(workspace, file, text)
  if (!placed.ok) return placed
  const layout = input.at && new Map([[nameKey({ group, kind, namespace, name }), input.at]])
  const says = `Add ${titleOf({ kind, name })}`
  return { ok: true, change: { says, files: placed.files, ...(layout && { layout }) } }
}

/** The starting point with a patch. Throws where the patch does not fit it: both come from this program. */
function patchText(starter: string, patch: (starter: PlainMap) => readonly PatchOperation[]): string {
  const [object] = addFiles(emptyWorkspace(), [{ path: 'starter.yaml', text: starter }]).objects
  if (!object) throw new Error('A starting point holds no object')
  const plan = planPatch(starter, { document: 0, item: null }, patch(object.data))
  if (!plan.ok) throw new Error(`A starting point can't be patched: ${plan.message}`)
  return applySplices(starter, plan.splices)
}

/** The namespace is left out only where the manifests leave out the same one, the workspace's own. */
function isWritten({ workspace }: Design, namespace: string | null): boolean {
  const writes = ({ data }: KubeObject): boolean => textAt(data, 'metadata', 'namespace') === namespace
  return namespace !== workspace.defaultNamespace || workspace.objects.some(writes)
}
