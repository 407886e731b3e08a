import type { Session, WebContents } from 'electron'
import { APP_ORIGIN, isOwnPage } from './app-pages'

/** Keeps a page where it is and alone: it goes nowhere, opens no window and embeds none. */
export function confinePage(contents: WebContents): void {
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!isOwnPage(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** What pages may ask of the system: to copy and paste, and to save a picture that they made. No device, nothing else. */
export function confineSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { isMainFrame, requestingUrl }) =>
    answer(isMainFrame && isOwnPage(requestingUrl) && isAllowed(permission)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, _origin, { isMainFrame, requestingUrl }) =>
      isMainFrame && requestingUrl !== undefined && isOwnPage(requestingUrl) && isAllowed(permission),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${APP_ORIGIN}/`)) event.preventDefault()
  })
}

function isAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write' || permission === 'clipboard-read'
}
