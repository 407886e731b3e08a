import type { DownloadItem, Session, WebContents } from 'electron'
import { eventNames } from './events'
import { Events, offer } from './offer'
import { answer } from './process'

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
type Permission = Parameters<RequestHandler>[1]

/** Without handlers Electron grants everything. */
let requested: RequestHandler = (_contents, _permission, answer) => answer(true)
let checked: CheckHandler = () => true

const events = new Events('session', eventNames.Session)

/** No permission of the stand-in depends on which page asks. */
const someContents = offer<WebContents>('webContents of a permission', {})

export const defaultSession = offer<Session>(
  'session',
  {
    setPermissionRequestHandler: handler => void (requested = handler ?? requested),
    setPermissionCheckHandler: handler => void (checked = handler ?? checked),
    setDevicePermissionHandler: () => undefined,
  },
  events,
)

answer('page:may', async ({ permission, url, isMainFrame }) => {
  const name = readPermission(permission)
  const isKnown = checked(someContents, name, new URL(url).origin, { isMainFrame, requestingUrl: url })
  const isLet = await new Promise<boolean>(answer =>
    requested(someContents, name, answer, { isMainFrame, requestingUrl: url }),
  )
  return { isKnown, isLet }
})

/** Whether a download may begin. */
answer(
  'page:download',
  async ({ url }) =>
    !events.isPrevented('will-download', {}, offer<DownloadItem>('DownloadItem', { getURL: () => url }), someContents),
)

function readPermission(name: string): Permission {
  return name as Permission
}
