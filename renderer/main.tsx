import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import './ui/tokens.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import type { Host, Reply } from '../shared/host'
import { App } from './app'
import { connectHost } from './host'
import { followChecks } from './store/checks'
import { followKinds } from './store/known-kinds'
import { openFolder } from './store/open-folder'
import { offerRecovery } from './store/recovery'
import { createSession } from './store/session'
import type { Session } from './store/session'
import { showToast } from './store/toasts'
import { CannotStart } from './start/cannot-start'
import { ErrorBoundary } from './ui/error-boundary'

await start()

async function start(): Promise<void> {
  const element = document.getElementById('root')
  if (!element) throw new Error('The page has no #root')
  const root = createRoot(element)
  try {
    let session: Session | null = null
    const host = await connectHost(() => session && sayGone(session))
    session = await beginSession(host)
    followChecks(session)
    followKinds(session)
    const [folder] = session.store.getState().app.open
    if (folder === undefined) {
      show(root, session)
      await offerRecovery(session)
    } else {
      const opening = openFolder(session, folder)
      // A window that was started on a folder shows no start page first: that takes longer to draw than the folder.
      await Promise.race([opening, whenOpen(session)])
      show(root, session)
      await opening
    }
  } catch (error) {
    root.render(<CannotStart reason={error instanceof Error ? error.message : String(error)} />)
  }
}

async function beginSession(host: Host): Promise<Session> {
  const [app, settings, recents] = await Promise.all([
    host.ask('app:info', undefined),
    host.ask('settings:get', undefined),
    host.ask('recent:list', undefined),
  ])
  const systemTheme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  return createSession({
    host,
    app: valueOf(app),
    settings: valueOf(settings),
    recents: recents.ok ? recents.value : [],
    systemTheme,
  })
}

function whenOpen({ store }: Session): Promise<void> {
  return new Promise(resolve => {
    const end = store.subscribe(({ open }) => {
      if (!open) return
      end()
      resolve()
    })
  })
}

function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(reply.message)
  return reply.value
}

function show(root: Root, session: Session): void {
  root.render(
    <ErrorBoundary what="The window">
      <App session={session} />
    </ErrorBoundary>,
  )
}

function sayGone(session: Session): void {
  showToast(session, {
    tone: 'error',
    title: 'Chartroom’s host has stopped',
    text: 'Nothing can be saved from this window now. Copy what you need, and start Chartroom again.',
  })
}
