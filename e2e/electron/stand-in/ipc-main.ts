import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebFrameMain } from 'electron'
import type { Sent } from './contract'
import { offer } from './offer'
import { answer, fail } from './process'
import { windowOf } from './windows'

type InvokeListener = Parameters<IpcMain['handle']>[1]
type SendListener = Parameters<IpcMain['on']>[1]

const handlers = new Map<string, InvokeListener>()
const listeners = new Map<string, SendListener[]>()

const part: Partial<IpcMain> = {
  handle(channel, listener) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, listener)
  },
  on(channel, listener) {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    return ipcMain
  },
}
export const ipcMain: IpcMain = offer<IpcMain>('ipcMain', part)

answer('ipc:invoke', async sent => {
  const listener = handlers.get(sent.channel)
  if (!listener) return { ok: false, message: `No handler registered for '${sent.channel}'` }
  try {
    const value: unknown = await listener(offer<IpcMainInvokeEvent>('event', eventOf(sent)), ...sent.args)
    return { ok: true, value: structuredClone(value) }
  } catch (error) {
    return { ok: false, message: String(error) }
  }
})

answer('ipc:send', async sent => {
  const heard = listeners.get(sent.channel)
  // Electron drops it; an app that does so has a preload and a main process that do not fit.
  if (!heard) throw new Error(`Nobody listens to '${sent.channel}'`)
  // What a listener throws is an uncaught exception of the main process: Electron shows it and the app may end.
  try {
    for (const listener of heard) listener(offer<IpcMainEvent>('event', eventOf(sent)), ...sent.args)
  } catch (error) {
    fail(error)
  }
  return null
})

function eventOf({ window, frame }: Sent): { sender: IpcMainEvent['sender']; senderFrame: WebFrameMain } {
  const top = offer<WebFrameMain>('top frame', {})
  const senderFrame = offer<WebFrameMain>('senderFrame', { url: frame.url, parent: frame.isTop ? null : top })
  return { sender: windowOf(window).contents, senderFrame }
}
