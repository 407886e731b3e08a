import type { Refusal } from '../../shared/workspace/change'
import type { Session } from './session'
import type { Toast } from './state'

const SHOWN_AT_ONCE = 4
let lastId = 0

type ToastInput = {
  readonly tone: Toast['tone']
  readonly title: string
  readonly text?: string | null
  readonly action?: Toast['action']
}

/**
 * Shows a sentence for a while (`window/toasts.tsx` knows how long), and says it to screen readers: errors at once, the
 * rest when they are done talking. What has to be answered is no toast: it would go before it is.
 */
export function showToast(session: Session, { tone, title, text = null, action = null }: ToastInput): void {
  const says = text === null ? title : `${title}. ${text}`
  // What is said again stays the same toast: its button must not go while it is pressed.
  const known = session.store.getState().toasts.find(each => each.title === title && each.text === text)
  const toast: Toast = { id: known?.id ?? ++lastId, tone, title, text, action }
  session.store.setState(state => ({
    toasts: [...state.toasts.filter(each => each.id !== toast.id), toast].slice(-SHOWN_AT_ONCE),
    announcement: { text: says, urgent: tone === 'error' },
  }))
}

/** Says why a change can't be made. */
export function showRefusal(session: Session, refusal: Refusal): void {
  showToast(session, { tone: 'error', title: refusal.message, text: refusal.file ?? null })
}

/** Takes a toast away. */
export function hideToast(session: Session, id: number): void {
  session.store.setState(state => ({ toasts: state.toasts.filter(toast => toast.id !== id) }))
}

/** Says something to screen readers only. */
export function announce(session: Session, text: string): void {
  session.store.setState({ announcement: { text, urgent: false } })
}
