import type { Pattern } from '../../shared/patterns/patterns'
import { pasteYaml } from '../../shared/workspace/commands/paste-yaml'
import { perform } from './change'
import { keyOfPattern } from './last-added'
import type { Session } from './session'
import { announce } from './toasts'
import { noteUse } from './view'

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
  noteUse(session, 'lastAdded', keyOfPattern(pattern))
  announce(session, `Added ${pattern.title}`)
  session.parts.canvas?.showCard(first)
}
