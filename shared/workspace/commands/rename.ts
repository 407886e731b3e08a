import { planRename, type PlannedRename } from '../../relations/renames/plan-rename'
import type { Named } from '../../relations/renames/named'
import type { Planned } from '../change'
import type { Design } from '../design'
import { planEdits } from '../plan-edits'
import { renameObjectEdits } from './rename-object'

export type Rename = { readonly named: Named; readonly to: string }

/** What giving something another name would change in which object: what a preview shows. */
export function renameEdits(design: Design, { named, to }: Rename): PlannedRename {
  return named.what === 'object'
    ? renameObjectEdits(design, { object: named.object, name: to })
    : planRename(design.graph, named, to)
}

/** Gives something another name, and every place that uses it, in one step. */
export function rename(design: Design, input: Rename): Planned {
  const planned = renameEdits(design, input)
  return planned.ok ? planEdits(design.workspace, planned.says, planned.edits) : planned
}
