import type { MenuItemConstructorOptions, MessageBoxOptions, OpenDialogOptions, WebPreferences } from 'electron'

/** The process in which main.cjs runs asks the desktop: the screen, Chromium, and whoever sits before it. */
export type DesktopCalls = {
  'page:open': (page: PageToOpen) => null
  /** Settles when the page is loaded. */
  'page:load': (input: { window: number; url: string }) => null
  'page:reload': (input: { window: number }) => null
  'page:send': (input: { window: number; channel: string; args: readonly unknown[] }) => null
  'page:crash': (input: { window: number }) => null
  'page:zoom': (input: { window: number; level: number }) => null
  'page:size': (input: { window: number; size: Size }) => null
  'page:edit': (input: { window: number; role: EditRole }) => null
  /** Closes a page as a user does; one with unsaved work may prevent it. Answers whether it is closed. */
  'page:close': (input: { window: number; force: boolean }) => boolean
  'dialog:message': (input: { id: number; options: ShownMessage }) => { response: number }
  'dialog:open': (input: { options: OpenDialogOptions }) => { canceled: boolean; filePaths: string[] }
  'dialog:error': (input: { title: string; content: string }) => null
  'dialog:withdraw': (input: { id: number }) => null
  /** This start ends, for another holds the lock; that one is told. */
  'start:second': (input: SecondStart) => null
}

/** The desktop asks that process, as Chromium and the system would. */
export type ElectronCalls = {
  'ipc:invoke': (input: Sent) => { ok: true; value: unknown } | { ok: false; message: string }
  'ipc:send': (input: Sent) => null
  'protocol:fetch': (input: { url: string; method: string; headers: Record<string, string> }) => Fetched
  /** Whether the page stays where it is. */
  'page:will-navigate': (input: { window: number; url: string; isMainFrame: boolean }) => boolean
  /** Whether a page that put a webview into itself gets none. */
  'page:will-attach-webview': (input: { window: number }) => boolean
  'page:open-window': (input: { window: number; url: string }) => 'allow' | 'deny'
  /** What each of the app's two handlers says: Chromium asks the one to know, the other to be let. */
  'page:may': (input: { window: number; permission: string; url: string; isMainFrame: boolean }) => {
    isKnown: boolean
    isLet: boolean
  }
  'page:download': (input: { window: number; url: string }) => boolean
  /** Whether the page goes although it would rather stay. */
  'page:prevents-unload': (input: { window: number }) => boolean
  'page:happened': (input: { window: number; event: PageEvent }) => null
  'user:window': (input: { act: WindowAct }) => null
  'user:menu': (input: { labels: readonly string[] }) => null
  'user:quits': (input: null) => null
  'user:activates': (input: null) => null
  'system:open-file': (input: { path: string }) => null
  'system:second-start': (input: SecondStart) => null
  look: (input: null) => Look
}

export type Size = { readonly width: number; readonly height: number }
export type PageToOpen = { readonly window: number; readonly size: Size; readonly preload: string | null }
export type EditRole = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll'
export type ShownMessage = Omit<MessageBoxOptions, 'signal' | 'icon'>
export type SecondStart = { readonly argv: readonly string[]; readonly cwd: string; readonly data: unknown }
export type PageEvent = 'ready-to-show' | 'unresponsive' | 'responsive' | 'crashed' | 'killed'

/** A message of a page, and the frame that Chromium says it came from. */
export type Sent = {
  readonly window: number
  readonly frame: { readonly url: string; readonly isTop: boolean }
  readonly channel: string
  readonly args: readonly unknown[]
}

export type Fetched =
  | {
      readonly found: true
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: Uint8Array
    }
  | { readonly found: false }

export type WindowAct =
  | { readonly type: 'close' }
  | { readonly type: 'maximize' }
  | { readonly type: 'minimize' }
  | { readonly type: 'place'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** What a person, or the system, could see of the app. */
export type Look = {
  readonly windows: readonly LookOfWindow[]
  readonly menu: readonly LookOfItem[]
  readonly recentDocuments: readonly string[]
  readonly userData: string
  readonly isSandboxEnforced: boolean
  readonly privilegedSchemes: readonly string[]
  /** Addresses that the main process asked for. */
  readonly contacted: readonly string[]
}
export type LookOfWindow = {
  readonly isVisible: boolean
  readonly isFocused: boolean
  readonly isMaximized: boolean
  readonly isMinimized: boolean
  readonly isFullScreen: boolean
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly url: string
  /** Those given, over Electron's own where none was. */
  readonly webPreferences: WebPreferences
}
export type LookOfItem = {
  readonly label: string
  readonly accelerator: string | null
  readonly isEnabled: boolean
  readonly role: MenuItemConstructorOptions['role'] | null
  readonly items: readonly LookOfItem[]
}

/** How a test starts the process: travels in an environment variable, since the arguments are the app's own. */
export type Start = {
  readonly platform: NodeJS.Platform
  /** Where the system would keep the app's own files. */
  readonly home: string
  readonly display: Size
  /** `basic_text`: a Linux without a keyring. */
  readonly keyStore: 'gnome_libsecret' | 'basic_text' | 'locked'
}
export const START_VARIABLE = 'CHARTROOM_STAND_IN'
