import type { Planned } from '../change'
import type { Design } from '../design'
import { sameJson, type GroupLook, type MarkColour } from '../layout-marks'
import { refuse } from '../refusal'

/** How the boxes of namespaces are shown. What is left out stays as it is. */
export type ShowNamespaces = {
  readonly namespaces: readonly string[]
  readonly isCollapsed?: boolean
  readonly colour?: MarkColour | null
}

/** Namespaces collapsed to one card each, opened again, or given a colour. A look as usual takes no room in the file. */
export function showNamespaces({ workspace }: Design, { namespaces, isCollapsed, colour }: ShowNamespaces): Planned {
  const before = workspace.layout.marks.namespaces
  const edits = new Map<string, GroupLook | null>()
  for (const namespace of namespaces) {
    const look = before.get(namespace) ?? USUAL_LOOK
    const after = {
      isCollapsed: isCollapsed ?? look.isCollapsed,
      colour: colour === undefined ? look.colour : colour,
      more: look.more,
    }
    if (!sameJson(after, look)) edits.set(namespace, sameJson(after, USUAL_LOOK) ? null : after)
  }
  if (edits.size === 0) return refuse('nothing-to-change', 'The namespace is shown like that already.')
  const [first] = namespaces
  const what = namespaces.length === 1 ? `namespace ${first}` : `${namespaces.length} namespaces`
  const verb = isCollapsed === undefined ? 'Colour' : isCollapsed ? 'Collapse' : 'Expand'
  return { ok: true, change: { says: `${verb} ${what}`, files: new Map(), marks: { namespaces: edits } } }
}

const USUAL_LOOK: GroupLook = { isCollapsed: false, colour: null, more: {} }
