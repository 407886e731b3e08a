import { useEffect } from 'react'
import { listenForShortcuts } from './commands/shortcuts'
import { Dialogs } from './dialogs/dialogs'
import { StartPage } from './start/start-page'
import { followApply } from './store/cluster/apply'
import { followLive } from './store/cluster/live'
import { followDisk } from './store/from-disk'
import { whenSaved } from './store/leave'
import { followNativeWindow } from './store/native-window'
import { followVersions } from './store/new-version'
import { openFolder } from './store/open-folder'
import { keepUnsavedWork } from './store/recovery'
import { SessionProvider, useApp, useSession } from './store/session'
import type { Session } from './store/session'
import { themeOf } from './store/state'
import { showToast } from './store/toasts'
import { hasUnsavedWork } from './store/unsaved'
import { HintProvider } from './ui/hint'
import { IconSprite } from './ui/icon'
import { DropFiles } from './window/drop-files'
import { Toasts } from './window/toasts'
import { Window } from './window/window'

/** The whole page, on a session. */
export function App({ session }: { readonly session: Session }) {
  return (
    <SessionProvider value={session}>
      <HintProvider>
        <IconSprite />
        <Page />
        <Dialogs />
        <Toasts />
        <DropFiles />
      </HintProvider>
    </SessionProvider>
  )
}

function Page() {
  const key = useApp(state => state.open?.key ?? null)
  useTheme()
  useOutside()
  useTitle()
  return key === null ? <StartPage /> : <Window key={key} />
}

function useTheme(): void {
  const session = useSession()
  const theme = useApp(state => themeOf(state.view))
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const follow = () =>
      session.store.setState(state => ({ view: { ...state.view, systemTheme: dark.matches ? 'dark' : 'light' } }))
    dark.addEventListener('change', follow)
    return () => dark.removeEventListener('change', follow)
  }, [session])
}

function useTitle(): void {
  const name = useApp(state => state.open?.name ?? null)
  useEffect(() => {
    document.title = name === null ? 'Chartroom' : `${name} – Chartroom`
  }, [name])
}

/** Keys, what the host says unasked, failures that nobody caught, and leaving the page. */
function useOutside(): void {
  const session = useSession()
  useEffect(() => {
    const onFailure = (event: PromiseRejectionEvent) => {
      event.preventDefault()
      const text = event.reason instanceof Error ? event.reason.message : String(event.reason)
      showToast(session, { tone: 'error', title: 'Something went wrong', text })
    }
    const onLeave = (event: BeforeUnloadEvent) => {
      if (hasUnsavedWork(session.store.getState())) event.preventDefault()
    }
    window.addEventListener('unhandledrejection', onFailure)
    window.addEventListener('beforeunload', onLeave)
    const stops = [
      listenForShortcuts(session, window),
      followDisk(session),
      keepUnsavedWork(session),
      followApply(session),
      followLive(session),
      followVersions(session),
      followNativeWindow(session),
      session.host.listen('open:asked', ({ path }) => whenSaved(session, () => void openFolder(session, path))),
    ]
    return () => {
      window.removeEventListener('unhandledrejection', onFailure)
      window.removeEventListener('beforeunload', onLeave)
      for (const stop of stops) stop()
    }
  }, [session])
}
