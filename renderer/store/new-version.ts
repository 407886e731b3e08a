import { copyText } from './clipboard'
import type { Session } from './session'
import { showToast } from './toasts'

/** Says that there is a newer Chartroom, with its address to copy: no address is ever given to the system to open. */
export function followVersions(session: Session): () => void {
  return session.host.listen('version:found', ({ version, address }) => {
    showToast(session, {
      ...{ tone: 'info', title: `Chartroom ${version} is out` },
      text: `This is ${session.store.getState().app.version}. The new one is at ${address}`,
      action: { label: 'Copy the address', run: () => void copyText(session, address, 'The address is copied') },
    })
  })
}
