import { families } from '../../shared/kinds/families'
import { keepView } from '../../shared/workspace/commands/keep-view'
import type { SavedView } from '../../shared/workspace/layout-marks'
import { relationGroups } from '../../shared/relations/relation'
import { perform } from './change'
import type { Session } from './session'
import type { Filter } from './state'
import { announce } from './toasts'

/** Keeps what is shown now under a name. Answers whether it could. */
export function keepViewNow(session: Session, name: string): boolean {
  const { open, filter } = session.store.getState()
  const place = session.parts.canvas?.placeNow()
  if (!open || !place) return false
  const before = open.design.workspace.layout.marks.views.get(name)
  const view: SavedView = { ...savedFilter(filter), ...place, more: before?.more ?? {} }
  return perform(session, keepView(open.design, { name, view })) !== null
}

/** Looks at the design as a kept view says. */
export function showView(session: Session, name: string): void {
  const view = session.store.getState().open?.design.workspace.layout.marks.views.get(name)
  if (!view) return
  session.store.setState({ filter: filterOf(view) })
  // The canvas hears of the filter as it is drawn; what it shows then is gone to.
  requestAnimationFrame(() => session.parts.canvas?.goTo(view))
  announce(session, `View ${name}`)
}

/** Forgets a kept view. */
export function forgetView(session: Session, name: string): void {
  const { open } = session.store.getState()
  if (open) perform(session, keepView(open.design, { name, view: null }))
}

function savedFilter({ text, namespace, hiddenFamilies, hiddenGroups, problemsOnly }: Filter) {
  return { text, namespace, hiddenFamilies: [...hiddenFamilies], hiddenGroups: [...hiddenGroups], problemsOnly }
}

/** What another version hides that this one doesn't know is not hidden. */
function filterOf({ text, namespace, hiddenFamilies, hiddenGroups, problemsOnly }: SavedView): Filter {
  return {
    text,
    namespace,
    hiddenFamilies: new Set(families.map(({ family }) => family).filter(family => hiddenFamilies.includes(family))),
    hiddenGroups: new Set(relationGroups.filter(group => hiddenGroups.includes(group))),
    problemsOnly,
  }
}
