import { createContext, use } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { AppInfo, Host, Recent, Settings } from '../../shared/host'
import type { CanvasHandle } from '../canvas/canvas-props'
import { NO_CLUSTER } from './cluster/cluster-state'
import { NO_FILTER, NOTHING_SELECTED } from './state'
import type { State, View } from './state'

/** One window at work: its state, its host, and the parts that can be told to do something. */
export type Session = {
  readonly store: StoreApi<State>
  readonly host: Host
  readonly parts: Parts
}

/** Handles of mounted parts; null while a part isn't on the page. */
export type Parts = { canvas: CanvasHandle | null; source: SourceHandle | null }

/** What other parts may ask the YAML editor to do. */
export type SourceHandle = {
  focus(): void
  hasFocus(): boolean
  openFind(): void
}

export type SessionStart = {
  readonly host: Host
  readonly app: AppInfo
  readonly settings: Settings
  readonly recents: readonly Recent[]
  readonly systemTheme: 'light' | 'dark'
}

/** A session that shows the start page. */
export function createSession({ host, app, settings, recents, systemTheme }: SessionStart): Session {
  const store = createStore<State>(() => ({
    app,
    recents,
    open: null,
    selection: NOTHING_SELECTED,
    file: null,
    reveal: null,
    filter: NO_FILTER,
    view: viewOf(settings, systemTheme),
    dialog: null,
    cluster: NO_CLUSTER,
    toasts: [],
    announcement: null,
    lastDone: '',
  }))
  return { store, host, parts: { canvas: null, source: null } }
}

function viewOf(settings: Settings, systemTheme: View['systemTheme']): View {
  const { theme, panels, kubernetes, versions, lastAdded, lastRun } = settings
  return { theme, systemTheme, panels, kubernetes, versions, lastAdded, lastRun }
}

/** Says which canvas is on the page, or that none is. */
export function setCanvas(session: Session, canvas: CanvasHandle | null): void {
  session.parts.canvas = canvas
}

/** Says which YAML editor is on the page, or that none is. */
export function setSource(session: Session, source: SourceHandle | null): void {
  session.parts.source = source
}

const SessionContext = createContext<Session | null>(null)
export const SessionProvider = SessionContext

/** The session of the window that a part stands in. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('A part of the window stands outside SessionProvider')
  return session
}

/** A slice of the state. The part is drawn again when the slice becomes another value. */
export function useApp<T>(slice: (state: State) => T): T {
  return useStore(useSession().store, slice)
}
