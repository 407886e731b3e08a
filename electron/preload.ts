import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { isCallName, noticeNames } from '../shared/host'
import type { Host } from '../shared/host'
import { CALL, DROPPED, NOTICE } from './channels'

/** What the page gets, and all of it: window.host of the contract. */
const host: Host = {
  ask: (name, input) =>
    isCallName(name)
      ? ipcRenderer.invoke(CALL, name, input)
      : Promise.reject(new Error(`Unknown call ${String(name)}`)),
  listen(name, heard) {
    if (!noticeNames.includes(name)) throw new Error(`Unknown notice ${name}`)
    const onNotice = (_event: unknown, noticed: string, notice: Parameters<typeof heard>[0]): void => {
      if (noticed === name) heard(notice)
    }
    ipcRenderer.on(NOTICE, onNotice)
    return () => void ipcRenderer.off(NOTICE, onNotice)
  },
}
contextBridge.exposeInMainWorld('host', host)

// Only the preload can tell where a dropped file is; a page can't make a drop that is trusted.
window.addEventListener('dragover', event => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
})
window.addEventListener('drop', event => {
  const files = event.isTrusted ? [...(event.dataTransfer?.files ?? [])] : []
  const paths = files.map(file => webUtils.getPathForFile(file)).filter(path => path !== '')
  if (paths.length === 0) return
  event.preventDefault()
  ipcRenderer.send(DROPPED, paths)
})
