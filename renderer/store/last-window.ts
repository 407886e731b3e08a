import type { Look } from '../../shared/host'
import type { Session } from './session'

/**
 * Tells the host what the window has open, for the next start that names nothing. What a terminal named is left out where
 * the window is a browser's tab: that was the command's choice, and the next command makes its own.
 */
export function rememberOpen({ host, store }: Session, path: string | null): void {
  const { app } = store.getState()
  const isTerminals = app.front === 'browser' && path !== null && app.open.includes(path)
  // A home that can't be written (a read-only container) is no reason to disturb: the next start shows the start page.
  if (!isTerminals) void host.ask('settings:change', { lastOpen: path })
}

/** Keeps where the user is in the open folder, outside of it: the next time that it is opened begins there. */
export function rememberLook({ host, store }: Session, look: Look): void {
  const path = store.getState().open?.folder?.path
  if (path === undefined) return
  store.setState(({ recents }) => ({
    recents: recents.map(recent => (recent.path === path ? { ...recent, look } : recent)),
  }))
  void host.ask('recent:look', { path, look })
}
