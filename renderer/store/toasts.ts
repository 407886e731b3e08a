import type { Refusal } from '../../shared/workspace/change'
import type { Session } from './session'
import type { Toast } from './state'

const SHOWN_AT_ONCE = 4
const SECONDS: Readonly<Record<Toast['tone'], number>> = { ok: 5, info: 6, error: 12 }
let lastId = 0

type ToastInput = {
  readonly tone: Toast['tone']
  readonly title: string
  readonly text?: string | null
  readonly action?: Toast['action']
  readonly about?: string | null
}

/** Shows a sentence for a while, and says it to screen readers: errors at once, the rest when they are done talking. */
export function showToast(
  session: Session,
  { tone, title, text = null, action = null, about = null }: ToastInput,
): void {
  const says = text === null ? title : `${title}. ${text}`
  // What is said again stays the same toast: its button must not go while it is pressed.
  const known = session.store.getState().toasts.find(each => each.title === title && each.text === text)
  const toast: Toast = { id: known?.id ?? ++lastId, tone, title, text, action, about }
  session.store.setState(state => ({
    toasts: [...state.toasts.filter(each => each.id !== toast.id), toast].slice(-SHOWN_AT_ONCE),
    announcement: { text: says, urgent: tone === 'error' },
  }))
  setTimeout(() => {
    const isLast = session.store.getState().toasts.includes(toast)
    if (isLast) hideToast(session, toast.id)
  }, SECONDS[tone] * 1000)
}

/** Says why a change can't be made. */
export function showRefusal(session: Session, refusal: Refusal): void {
  showToast(session, { tone: 'error', title: refusal.message, text: refusal.file ?? null })
}

/** Takes a toast away before its time. */
export function hideToast(session: Session, id: number): void {
  session.store.setState(state => ({ toasts: state.toasts.filter(toast => toast.id !== id) }))
}

/** Takes the toasts away that are about something which is settled. */
export function hideToastsAbout(session: Session, about: string): void {
  session.store.setState(state => ({ toasts: state.toasts.filter(toast => toast.about !== about) }))
}

/** Says something to screen readers only. */
export function announce(session: Session, text: string): void {
  session.store.setState({ announcement: { text, urgent: false } })
}
