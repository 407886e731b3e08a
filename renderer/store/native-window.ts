import type { WindowState } from '../../shared/host'
import { commands, findCommand, runCommand } from '../commands/commands'
import { save } from './save'
import type { Session } from './session'
import { hasUnsavedWork } from './unsaved'

/**
 * Keeps the menus of Electron and its question on closing in step with the window, runs what a menu asks for, and saves
 * before the window closes. Does nothing in a browser, which has neither.
 */
export function followNativeWindow(session: Session): () => void {
  if (session.store.getState().app.front !== 'electron') return () => undefined
  const { host, store } = session
  let told = ''
  let toldUnsaved: boolean | null = null
  let waiting: number | null = null
  const tell = (): void => {
    if (waiting !== null) window.clearTimeout(waiting)
    waiting = null
    const state = windowState(session)
    toldUnsaved = state.unsaved
    const now = JSON.stringify(state)
    if (now === told) return
    told = now
    void host.ask('window:tell', state)
  }
  const tellSoon = (): void => {
    // The question on closing hangs on it: nobody is asked about what was saved a moment ago.
    if (hasUnsavedWork(store.getState()) !== toldUnsaved) tell()
    else waiting ??= window.setTimeout(tell, TELL_AFTER_MS)
  }
  tell()
  const stops = [
    store.subscribe(tellSoon),
    host.listen('command:asked', ({ id }) => void runCommand(session, findCommand(id))),
    host.listen('save:asked', () => void save(session).then(all => host.ask('window:saved', { all }))),
  ]
  return () => {
    if (waiting !== null) window.clearTimeout(waiting)
    for (const stop of stops) stop()
  }
}

/** A menu need not follow every frame of a gesture. */
const TELL_AFTER_MS = 100

function windowState({ store }: Session): WindowState {
  const state = store.getState()
  return {
    unsaved: hasUnsavedWork(state),
    commands: commands.map(({ id, label, keys, where, available }) => ({
      id,
      label,
      keys: keys ?? null,
      everywhere: where === 'window',
      available: available(state),
    })),
  }
}
