import { kubernetesVersions, type KubernetesVersion } from './kinds/schemas/versions'
import { call } from './call'
import type { Call } from './call'
import { clusterCalls, clusterNoticeNames } from './cluster/calls'
import type { ClusterNotices } from './cluster/calls'
import type { ClusterFailureCode } from './cluster/failure'
import {
  readBoolean,
  readList,
  readNothing,
  readNullable,
  readNumber,
  readOneOf,
  readOr,
  readPartial,
  readRecord,
  readTable,
  readText,
} from './shape'
import type { Reader } from './shape'

/**
 * The contract between a window and its host (Electron's main process, or the browser host).
 *
 * A window knows no absolute path but those that the host told it. A folder that was opened is named by `root`, a token;
 * everything in it by a path relative to it, with `/`. Failures travel as values, never as exceptions.
 *
 * How a page talks to the browser host (renderer/host.ts is the one user):
 * - the page's address ends in `#TOKEN`; `POST /session` with `{"token": TOKEN}` answers 204 and sets the cookie. A page
 *   without a fragment has the cookie from before, or gets 401 from its first call;
 * - `POST /call/NAME` with `Content-Type: application/json` and the input as body (`null` for none) answers 200 with a Reply;
 * - the WebSocket `/notices` sends `{"name": NAME, "notice": …}`, one a message. Its close means that the host is gone.
 * In Electron the preload puts the same Host on `window.host`.
 */
export type Host = {
  /** Never rejects for a failure of the call itself; rejects only when the host is gone. */
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>>
  /** Calls back for each notice until the function that it gives is called. */
  listen<N extends NoticeName>(name: N, heard: (notice: Notices[N]) => void): () => void
}

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: ReplyCode; readonly message: string }

/** `bad-request`: the input is not what the contract says. `denied`: not a folder that the user opened. `failed`: anything else. */
export type ReplyCode = 'bad-request' | 'denied' | 'failed' | FileFailureCode | ClusterFailureCode

/** Why a file or folder can't be read or written. Each comes with a sentence that says what and where. */
export type FileFailureCode =
  | 'not-found'
  | 'not-a-file'
  | 'not-a-folder'
  | 'not-utf-8'
  | 'too-large'
  | 'no-permission'
  | 'read-only'
  | 'no-space'
  | 'name-too-long'
  | 'folder-removed'
  | 'symlink-loop'
  | 'exists'
  | 'outside-workspace'
  | 'not-well-formed'
  | 'failed'

export type AppInfo = {
  readonly front: 'electron' | 'browser'
  readonly platform: 'linux' | 'darwin' | 'win32' | 'other'
  readonly version: string
  /** Whether `dialog:pick-folder` shows a native dialog; otherwise the window shows its own with `folders:list`. */
  readonly nativeDialogs: boolean
  /** What the window should open at once: folders given on the command line. */
  readonly open: readonly string[]
  readonly home: string
  /** Who would be asked for new versions once the user wants that: a host's name. Null where nobody ever is. */
  readonly asksForVersions: string | null
}

export type FolderListing = {
  readonly path: string
  /** Null at the top of the file system. */
  readonly parent: string | null
  readonly folders: readonly { readonly name: string; readonly path: string; readonly manifests: boolean }[]
}

/** An opened folder, or the folder of a file that was opened alone (then `only` names that file). */
export type OpenedWorkspace = {
  readonly root: string
  readonly name: string
  /** For showing, never for sending back in another call than `workspace:open`. */
  readonly path: string
  readonly only: string | null
}

export type ListedFile = { readonly path: string; readonly size: number }
export type WorkspaceListing = {
  /** Sorted by path. `.chartroom/layout.json` is among them when it is there. */
  readonly files: readonly ListedFile[]
  /** Folders that could not be listed, with the reason. */
  readonly unreadable: readonly { readonly path: string; readonly message: string }[]
}

/** `hash` is of the bytes on disk: it goes back as `expectedHash` when the file is saved. */
export type ReadFile =
  | {
      readonly ok: true
      readonly path: string
      readonly text: string
      readonly hash: string
      readonly writable: boolean
    }
  | { readonly ok: false; readonly path: string; readonly code: FileFailureCode; readonly message: string }

/** `text` null deletes the file. `expectedHash` null: there must be no file yet. */
export type FileToSave = {
  readonly path: string
  readonly text: string | null
  readonly expectedHash: string | null
}
export type SavedFile =
  | { readonly outcome: 'saved'; readonly path: string; readonly hash: string | null }
  /** Another program wrote it in the meantime: nothing was written. `hash` is what is there now, null for no file. */
  | { readonly outcome: 'changed-on-disk'; readonly path: string; readonly hash: string | null }
  | { readonly outcome: 'failed'; readonly path: string; readonly code: FileFailureCode; readonly message: string }

export type Recent = {
  readonly path: string
  readonly name: string
  readonly openedAt: string
  readonly there: boolean
  /** Where the user was in it when it was left; null where he never moved. */
  readonly look: Look | null
}

/** The point of the canvas that is in the middle, and how large it is drawn. */
export type Look = { readonly x: number; readonly y: number; readonly zoom: number }

export type WindowPlace = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}
export type Settings = {
  readonly theme: 'system' | 'light' | 'dark'
  /** Sizes in pixels and switches of the window's panels, by the window's own names. */
  readonly panels: Readonly<Record<string, number | boolean>>
  readonly window: WindowPlace | null
  /** The version whose schemas designs are checked against. */
  readonly kubernetes: KubernetesVersion
  /** Whether the user wants to be told of new versions of Chartroom. While this is off, nobody is asked for any. */
  readonly versions: boolean
  /** The folder or file that the window has open, for the next start; null on the start page and for what has no folder. */
  readonly lastOpen: string | null
  /** What was added and run last, by the window's own names, the latest first. */
  readonly lastAdded: readonly string[]
  readonly lastRun: readonly string[]
}

/** Unsaved work of one workspace. `folder` is null for a design that was never saved. */
export type UnsavedWork = {
  readonly folder: string | null
  readonly files: readonly UnsavedFile[]
}
/** `savedHash` is the hash that the text started from (null: a new file); `text` null: deleted. */
export type UnsavedFile = { readonly path: string; readonly text: string | null; readonly savedHash: string | null }
export type KeptWork = {
  readonly id: string
  readonly folder: string | null
  readonly keptAt: string
  readonly files: readonly string[]
}

/** What Electron's menus and its question on closing need to know of a window. The browser has no use for it. */
export type WindowState = {
  /** Closing the window would lose something. */
  readonly unsaved: boolean
  /** All commands of the window's table, in its order; `available` says whether one would do something now. */
  readonly commands: readonly WindowCommand[]
}
/** `keys` as the window writes them: "Ctrl Shift Z". `everywhere`: the keys count wherever the focus is. */
export type WindowCommand = {
  readonly id: string
  readonly label: string
  readonly keys: string | null
  readonly everywhere: boolean
  readonly available: boolean
}

/** A version of Chartroom that is newer than this one, and where a person can get it. */
export type NewVersion = { readonly version: string; readonly address: string }

export type FileChange = { readonly path: string; readonly type: 'written' | 'removed' }

/** What a host tells a window unasked. */
export type Notices = ClusterNotices & {
  /** Files of an opened folder that another program wrote or removed, in batches; never the window's own saves. */
  'files:changed': { readonly root: string; readonly changes: readonly FileChange[] }
  /** What other programs do to an opened folder may be missed from now on, and why. Saving still compares with the disk. */
  'files:unwatched': { readonly root: string; readonly message: string }
  /** Another start of Chartroom, or a file manager, asks for a folder. */
  'open:asked': { readonly path: string }
  /** A menu of the host was used: the window runs this command if it would do something now. */
  'command:asked': { readonly id: string }
  /** The window is about to close and the user wants the work saved; the window answers with `window:saved`. */
  'save:asked': null
  /** There is a newer Chartroom: said once a start, to those who want to be told. */
  'version:found': NewVersion
}
export type NoticeName = keyof Notices
export const noticeNames: readonly NoticeName[] = [
  'files:changed',
  'files:unwatched',
  'open:asked',
  'command:asked',
  'save:asked',
  'version:found',
  ...clusterNoticeNames,
]

const readPanel: Reader<number | boolean> = (raw, at) =>
  typeof raw === 'boolean' ? readBoolean(raw, at) : readNumber(raw, at)

/** How many names settings keep of what was added, and of what was run. */
const MOST_LAST = 20

const settingsFields = {
  theme: readOneOf('system', 'light', 'dark'),
  panels: readTable(readPanel),
  window: readNullable(
    readRecord<WindowPlace>({
      x: readNumber,
      y: readNumber,
      width: readNumber,
      height: readNumber,
      maximized: readBoolean,
    }),
  ),
  kubernetes: readOneOf(...kubernetesVersions),
  versions: readBoolean,
  lastOpen: readNullable(readText),
  lastAdded: readList(readText, MOST_LAST),
  lastRun: readList(readText, MOST_LAST),
}

/** What holds until the user chooses otherwise. */
export const initialSettings: Settings = {
  theme: 'system',
  panels: {},
  window: null,
  kubernetes: kubernetesVersions[0],
  versions: false,
  lastOpen: null,
  lastAdded: [],
  lastRun: [],
}

/**
 * Reads a settings file. A field that is missing or of another shape, as an older or a newer Chartroom may have left it,
 * counts as its initial value and costs no other field. Throws where there is no object.
 */
export const readSettings = readRecord<Settings>({
  theme: readOr(settingsFields.theme, initialSettings.theme),
  panels: readOr(settingsFields.panels, initialSettings.panels),
  window: readOr(settingsFields.window, initialSettings.window),
  kubernetes: readOr(settingsFields.kubernetes, initialSettings.kubernetes),
  versions: readOr(settingsFields.versions, initialSettings.versions),
  lastOpen: readOr(settingsFields.lastOpen, initialSettings.lastOpen),
  lastAdded: readOr(settingsFields.lastAdded, initialSettings.lastAdded),
  lastRun: readOr(settingsFields.lastRun, initialSettings.lastRun),
})

const readWindowState = readRecord<WindowState>({
  unsaved: readBoolean,
  commands: readList(
    readRecord<WindowCommand>({
      id: readText,
      label: readText,
      keys: readNullable(readText),
      everywhere: readBoolean,
      available: readBoolean,
    }),
    1000,
  ),
})

/** Reads a look, from a window or from the file of recent folders, or throws. */
export const readLook = readRecord<Look>({ x: readNumber, y: readNumber, zoom: readNumber })

const readRoot = readRecord<{ readonly root: string }>({ root: readText })
const readPath = readRecord<{ readonly path: string }>({ path: readText })
const readId = readRecord<{ readonly id: string }>({ id: readText })
const readUnsavedFile = readRecord<UnsavedFile>({
  path: readText,
  text: readNullable(readText),
  savedHash: readNullable(readText),
})

/** Reads unsaved work, from a window or from a recovery file, or throws. */
export const readUnsavedWork = readRecord<UnsavedWork>({
  folder: readNullable(readText),
  files: readList(readUnsavedFile),
})

/** How many files one `workspace:read` may ask for: a window reads a folder in slices. */
export const READ_SLICE = 500

/** Every question that a window may ask its host. Add one here; the compiler lists the rest of the work. */
export const calls = {
  'app:info': call<void, AppInfo>(readNothing),

  /** A native dialog; null when it was cancelled, or where there is none (`AppInfo.nativeDialogs`). */
  'dialog:pick-folder': call<{ readonly title: string }, string | null>(readRecord({ title: readText })),
  /** The folders in a folder, for the window's own picker; null starts at home. What it lists may then be opened. */
  'folders:list': call<{ readonly path: string | null }, FolderListing>(readRecord({ path: readNullable(readText) })),

  /** Opens a folder, or one file, that the user chose: given on the command line, picked, dropped or recent. */
  'workspace:open': call<{ readonly path: string }, OpenedWorkspace>(readPath),
  'workspace:list': call<{ readonly root: string }, WorkspaceListing>(readRoot),
  /** Answers in the order asked. One unreadable file never hides another. */
  'workspace:read': call<{ readonly root: string; readonly paths: readonly string[] }, readonly ReadFile[]>(
    readRecord({ root: readText, paths: readList(readText, READ_SLICE) }),
  ),
  /** Stops watching; the token is worth nothing afterwards. */
  'workspace:close': call<{ readonly root: string }, null>(readRoot),

  /** Saves each file atomically, and only if the disk still holds what was last read. Answers in the order given. */
  'files:save': call<{ readonly root: string; readonly files: readonly FileToSave[] }, readonly SavedFile[]>(
    readRecord({
      root: readText,
      files: readList(
        readRecord<FileToSave>({ path: readText, text: readNullable(readText), expectedHash: readNullable(readText) }),
      ),
    }),
  ),
  /** Renames a file that still holds what was last read; never onto a file that is there. The path answered is `to`. */
  'files:rename': call<
    { readonly root: string; readonly from: string; readonly to: string; readonly expectedHash: string },
    SavedFile
  >(readRecord({ root: readText, from: readText, to: readText, expectedHash: readText })),

  /** The newest first. `workspace:open` adds to them. */
  'recent:list': call<void, readonly Recent[]>(readNothing),
  'recent:forget': call<{ readonly path: string }, null>(readPath),
  /** Keeps where the user is in what was opened at this path, while it is among the recent. */
  'recent:look': call<{ readonly path: string; readonly look: Look }, null>(
    readRecord({ path: readText, look: readLook }),
  ),

  'settings:get': call<void, Settings>(readNothing),
  /** Changes the given fields and answers all of them. */
  'settings:change': call<Partial<Settings>, Settings>(readPartial<Settings>(settingsFields)),

  /** Keeps unsaved work outside the workspace, unreadable to others; the work kept before under this id is replaced. */
  'recovery:keep': call<{ readonly id: string; readonly work: UnsavedWork }, null>(
    readRecord({ id: readText, work: readUnsavedWork }),
  ),
  /** Unsaved work of earlier starts and of this host's windows, the newest first. A window knows which others live. */
  'recovery:list': call<void, readonly KeptWork[]>(readNothing),
  'recovery:take': call<{ readonly id: string }, UnsavedWork>(readId),
  'recovery:forget': call<{ readonly id: string }, null>(readId),

  /** Says how the window stands, whenever that changes. */
  'window:tell': call<WindowState, null>(readWindowState),
  /** Answers `save:asked`: whether all of the work is on disk now. */
  'window:saved': call<{ readonly all: boolean }, null>(readRecord({ all: readBoolean })),

  ...clusterCalls,
}

export type CallName = keyof typeof calls
export type Input<N extends CallName> = (typeof calls)[N] extends Call<infer I, unknown> ? I : never
export type Output<N extends CallName> = (typeof calls)[N] extends Call<infer _I, infer O> ? O : never

/** One handler a call. A missing or misspelt one doesn't compile. */
export type Handlers = { readonly [N in CallName]: (input: Input<N>) => Promise<Output<N>> }

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name)
}
