import { checkDesign, type Checked } from '../checks/check-design'
import type { Problem } from '../checks/problem'
import { customKindsOf, knownWith, type CustomKinds } from '../kinds/custom-kinds'
import { NO_KNOWN_KINDS, type KnownKinds } from '../kinds/schemas/known'
import { findGraph, type Graph } from '../relations/find'
import { customRulesOf, type CustomRules } from './custom-rules'
import { definitionsIn } from './file-objects'
import type { KubeObject, ObjectId } from './kube-object'
import { layoutKeys, type Placement } from './layout'
import type { Workspace } from './workspace'

/** A workspace and everything that is computed from it. */
export type Design = {
  readonly workspace: Workspace
  readonly graph: Graph
  /** In the order of files and places. */
  readonly problems: readonly Problem[]
  /** Only objects that have any; a list stays the same one while its problems do. */
  readonly problemsByObject: ReadonlyMap<ObjectId, readonly Problem[]>
  /** Where the user put cards; the same map while none moved. */
  readonly places: ReadonlyMap<ObjectId, Placement>
  readonly checked: Checked
  /** What the problems take the server's schemas from; kinds that aren't loaded are not checked by schema. */
  readonly known: KnownKinds
  /** The kinds that definitions of this workspace add; the same value while they say the same. */
  readonly customKinds: CustomKinds
  /** The rules that files of this workspace add; the same value while they say the same. */
  readonly customRules: CustomRules
}

/**
 * The design of a workspace. Given the one before, only what differs is computed: relations, problems and places of
 * what stayed keep their identity. `known` stays what it was unless another is given. Where `mayGoOn` says no, checks
 * are left over (`checked.pending`): the same call again goes on with them.
 */
export function updateDesign(
  before: Design | null,
  workspace: Workspace,
  known: KnownKinds = before?.known ?? NO_KNOWN_KINDS,
  mayGoOn: () => boolean = () => true,
): Design {
  const isSameKnown = before?.known === known
  const isChecked = before?.checked.pending.size === 0
  if (before?.workspace === workspace && isSameKnown && isChecked) return before
  const isSameText = before?.workspace.files === workspace.files
  const customRules = before && isSameText ? before.customRules : customRulesOf(workspace, before?.customRules)
  const graph = before && isSameText ? before.graph : findGraph(workspace.objects, before?.graph, customRules.book)
  const customKinds =
    isSameText && before ? before.customKinds : customKindsOf(definitionsOf(workspace), before?.customKinds)
  const isSameLayoutFile = before?.workspace.layoutFile === workspace.layoutFile
  const checked =
    before && isSameText && isSameLayoutFile && isSameKnown && isChecked && before.customKinds === customKinds
      ? before.checked
      : checkDesign(workspace, graph, knownWith(known, customKinds), before?.checked, mayGoOn)
  return {
    workspace,
    graph,
    problems: checked.problems,
    problemsByObject: checked.byObject,
    places: placesOf(workspace, before),
    checked,
    known,
    customKinds,
    customRules,
  }
}

function definitionsOf({ files }: Workspace): readonly KubeObject[] {
  const definitions: KubeObject[] = []
  for (const file of files.values()) definitions.push(...definitionsIn(file))
  return definitions
}

function placesOf(workspace: Workspace, before: Design | null): ReadonlyMap<ObjectId, Placement> {
  const isSame = before?.workspace.objects === workspace.objects && before.workspace.layout === workspace.layout
  if (before && isSame) return before.places
  const places = new Map<ObjectId, Placement>()
  if (workspace.layout.cards.size === 0) return before?.places.size === 0 ? before.places : places
  for (const [id, key] of layoutKeys(workspace.objects, before?.workspace.objects)) {
    const place = workspace.layout.cards.get(key)
    if (place) places.set(id, place)
  }
  const isEqual = before?.places.size === places.size && [...places].every(([id, p]) => before.places.get(id) === p)
  return before && isEqual ? before.places : places
}
