import type { Pattern } from '../../shared/patterns/patterns'
import { pasteYaml } from '../../shared/workspace/commands/paste-yaml'
import { perform } from './change'
import type { Session } from './session'
import { announce } from './toasts'

/**
 * All objects of a pattern, as one step to undo, in the namespace that is shown. Names that are taken get a number, and the
 * references between the objects follow.
 */
export function addPattern(session: Session, pattern: Pattern): void {
  const { open, filter } = session.store.getState()
  if (!open) return
  const text = pattern.text({ name: pattern.usualName, namespace: filter.namespace })
  const planned = pasteYaml(open.design, { text })
  const says = `Add ${pattern.title}`
  const applied = perform(session, planned.ok ? { ...planned, change: { ...planned.change, says } } : planned)
  const [first] = applied?.made ?? []
  if (first === undefined) return
  announce(session, `Added ${pattern.title}`)
  session.parts.canvas?.showCard(first)
}
