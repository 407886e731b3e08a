import { ipcMain } from 'electron'
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import type { Handlers, Reply } from '../shared/host'
import { readList, readText } from '../shared/shape'
import { isOwnPage } from './app-pages'
import { answerCall } from './backend/serve'
import { CALL, DROPPED } from './channels'

const STRANGER: Reply<never> = { ok: false, code: 'denied', message: 'Only the window’s own page may ask.' }

export type Serving = {
  readonly handlers: Handlers
  /** The user dropped these on the window. */
  readonly dropped: (paths: readonly string[]) => void
  /** When this process knows the user's own environment, without which kubectl isn't found. */
  readonly environment: Promise<unknown>
}

/** Answers the window's calls with the contract's handlers, and takes what is dropped on it. Nobody else is heard. */
export function serveWindow({ handlers, dropped, environment }: Serving): void {
  ipcMain.handle(CALL, async (event, name: unknown, input: unknown) => {
    if (!isOwnFrame(event) || typeof name !== 'string') return STRANGER
    if (name.startsWith('cluster:')) await environment
    return answerCall(handlers, name, input)
  })
  ipcMain.on(DROPPED, (event, paths: unknown) => {
    if (isOwnFrame(event)) dropped(readDropped(paths))
  })
}

/** A message without an answer: what is no list of paths opens nothing. */
function readDropped(raw: unknown): readonly string[] {
  try {
    return readList(readText, 100)(raw, 'paths')
  } catch {
    return []
  }
}

/** The top frame, on our page: a frame inside it, or a page that it was led to, is none. */
function isOwnFrame({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url)
}
