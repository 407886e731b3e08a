import type { KubernetesVersion } from '../../shared/kinds/schemas/versions'
import type { Session } from './session'
import { NO_FILTER } from './state'
import type { Dialog, Filter, View } from './state'
import { showToast } from './toasts'

/** Light, dark, or what the system asks for; remembered. */
export function chooseTheme(session: Session, theme: View['theme']): void {
  session.store.setState(state => ({ view: { ...state.view, theme } }))
  keepSettings(session)
}

/** The Kubernetes version that designs are meant for; remembered. */
export function chooseKubernetes(session: Session, kubernetes: KubernetesVersion): void {
  session.store.setState(state => ({ view: { ...state.view, kubernetes } }))
  keepSettings(session)
}

/** Whether Chartroom asks for new versions of itself; remembered. Says whom it asks. */
export function chooseVersions(session: Session, versions: boolean): void {
  session.store.setState(state => ({ view: { ...state.view, versions } }))
  // At once: who switches it off and leaves must not find it on again.
  void sendSettings(session)
  const { asksForVersions } = session.store.getState().app
  const asks = `Chartroom asks ${asksForVersions} for new versions, now and once a day`
  showToast(session, {
    tone: 'ok',
    title: versions ? asks : 'Chartroom asks nobody for new versions',
    text: versions ? 'Nothing of your work is sent. What is new is shown here, and never fetched by itself.' : null,
  })
}

/** A size or a switch of the window's panels; remembered. */
export function setPanel(session: Session, name: string, value: number | boolean): void {
  if (session.store.getState().view.panels[name] === value) return
  session.store.setState(state => ({
    view: { ...state.view, panels: { ...state.view.panels, [name]: value } },
  }))
  keepSettings(session)
}

const MOST_LAST = 12

/** Something was added by the palette, or run: it comes first among the last ones; remembered. */
export function noteUse(session: Session, list: 'lastAdded' | 'lastRun', name: string): void {
  session.store.setState(({ view }) => ({
    view: { ...view, [list]: [name, ...view[list].filter(other => other !== name)].slice(0, MOST_LAST) },
  }))
  keepSettings(session)
}

/** Whether a switch of the panels is on. */
export function isPanelOn(view: View, name: string, otherwise: boolean): boolean {
  const value = view.panels[name]
  return typeof value === 'boolean' ? value : otherwise
}

const waiting = new WeakMap<Session, ReturnType<typeof setTimeout>>()
const PAUSE = 400

/** Half a second after the last change: a panel that is dragged changes its size with every frame. */
function keepSettings(session: Session): void {
  clearTimeout(waiting.get(session))
  waiting.set(
    session,
    setTimeout(() => void sendSettings(session), PAUSE),
  )
}

async function sendSettings(session: Session): Promise<void> {
  const { theme, panels, kubernetes, versions, lastAdded, lastRun } = session.store.getState().view
  const kept = { theme, panels, kubernetes, versions, lastAdded, lastRun }
  const reply = await session.host.ask('settings:change', kept)
  if (!reply.ok) showToast(session, { tone: 'error', title: 'The settings could not be kept', text: reply.message })
}

/** Changes which cards are shown. */
export function setFilter(session: Session, filter: Partial<Filter>): void {
  session.store.setState(state => ({ filter: { ...state.filter, ...filter } }))
}

/** Shows all cards again. */
export function clearFilter(session: Session): void {
  session.store.setState({ filter: NO_FILTER })
}

/** Opens a dialog; the one that is open gives way. */
export function openDialog(session: Session, dialog: Dialog): void {
  session.store.setState({ dialog })
}

/** Closes the dialog that is open. */
export function closeDialog(session: Session): void {
  session.store.setState({ dialog: null })
}

/** A set with an element more, or less where it was there. */
export function toggled<T>(set: ReadonlySet<T>, element: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(element)) next.add(element)
  return next
}
