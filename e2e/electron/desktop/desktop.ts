import type { Page } from '@playwright/test'
import type { LookOfItem, ShownMessage, WindowAct } from '../stand-in/contract'

/** Chartroom as it runs in Electron, and the person and the system before it: what a journey of the shell does and sees. */
export type Desktop = {
  /** What this is, for what only one of the two can do. */
  readonly name: 'stand-in' | 'electron'
  /** The page of the window, once it is shown. After a crash: the one that was loaded anew. */
  page(): Promise<Page>
  windowCount(): Promise<number>

  /** The next message box is answered by this button; null leaves it open. */
  answer(button: string | null): Promise<void>
  /** The next folder dialog is answered by this folder; null cancels it. */
  pick(folder: string | null): Promise<void>
  /** The message boxes so far, the oldest first. */
  messages(): Promise<readonly ShownMessage[]>

  menu(): Promise<readonly LookOfItem[]>
  /** Chooses a menu item by its labels, from the menu bar on. */
  choose(...labels: readonly string[]): Promise<void>

  act(act: WindowAct): Promise<void>
  quit(): Promise<void>
  drop(paths: readonly string[]): Promise<void>
  /** A second start with these arguments, in the folder `cwd`. Settles when it has ended. */
  startAgain(paths: readonly string[], cwd: string): Promise<void>
  crash(): Promise<void>

  /** The exit code, once the app has ended. */
  readonly ended: Promise<number>
  /** What the app wrote on its error output. */
  said(): string
  /** Ends it, however it stands. */
  stop(): Promise<void>
}

/** How Chartroom is started. Its own settings are in `config`. */
export type DesktopStart = { readonly paths: readonly string[]; readonly config: string; readonly cwd: string }
