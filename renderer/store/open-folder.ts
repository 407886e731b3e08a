import { rememberOpen } from './last-window'
import { READ_SLICE } from '../../shared/host'
import type { ListedFile, OpenedWorkspace } from '../../shared/host'
import { updateDesign } from '../../shared/workspace/design'
import { EMPTY_HISTORY } from '../../shared/workspace/history'
import { LAYOUT_PATH } from '../../shared/workspace/layout'
import { emptyWorkspace } from '../../shared/workspace/workspace'
import { offerRecovery } from './recovery'
import type { Session } from './session'
import { NO_FILTER, NOTHING_SELECTED } from './state'
import type { OpenDesign } from './state'
import { FilesTaker } from './take-files'
import { showToast } from './toasts'
import { openDialog } from './view'

/** Asks for a folder, with the system's dialog where there is one, and opens it. */
export async function chooseFolder(session: Session): Promise<void> {
  if (!session.store.getState().app.nativeDialogs) return openDialog(session, { type: 'pick-folder', purpose: 'open' })
  const picked = await session.host.ask('dialog:pick-folder', { title: 'Open folder' })
  if (!picked.ok) showToast(session, { tone: 'error', title: 'The folder dialog did not open', text: picked.message })
  else if (picked.value !== null) await openFolder(session, picked.value)
}

/** Opens a folder: the window shows it at once, and its files as they are read, in slices between which it breathes. Offers what was left unsaved in it. */
export async function openFolder(
  session: Session,
  path: string,
  purpose: 'opening' | 'recovering' = 'opening',
): Promise<void> {
  const opened = await session.host.ask('workspace:open', { path })
  if (!opened.ok) return showToast(session, { tone: 'error', title: `${path} can't be opened`, text: opened.message })
  const listed = await session.host.ask('workspace:list', { root: opened.value.root })
  if (!listed.ok) return showToast(session, { tone: 'error', title: `${path} can't be listed`, text: listed.message })

  closeFolder(session)
  const key = showEmpty(session, opened.value, listed.value.files.length)
  rememberOpen(session, opened.value.path)
  for (const folder of listed.value.unreadable)
    showToast(session, { tone: 'error', title: `${folder.path} can't be read`, text: folder.message })
  await readSlices(session, key, opened.value.root, listed.value.files)
  session.store.setState(await recentsNow(session))
  if (purpose === 'opening') await offerRecovery(session, opened.value.path)
}

/** Takes a folder off the list of recent ones. */
export async function forgetRecent(session: Session, path: string): Promise<void> {
  await session.host.ask('recent:forget', { path })
  session.store.setState(await recentsNow(session))
}

/** Tells the host that the open folder is no longer needed. */
export function closeFolder(session: Session): void {
  const root = session.store.getState().open?.folder?.root
  if (root !== undefined) void session.host.ask('workspace:close', { root })
}

let openings = 0
/** A key that no other opening has. */
export function nextKey(): string {
  return `design-${++openings}`
}

function showEmpty(session: Session, opened: OpenedWorkspace, total: number): string {
  const key = nextKey()
  const open: OpenDesign = {
    key,
    folder: { root: opened.root, path: opened.path },
    name: opened.only ?? opened.name,
    look: session.store.getState().recents.find(({ path }) => path === opened.path)?.look ?? null,
    design: updateDesign(null, emptyWorkspace()),
    history: EMPTY_HISTORY,
    onDisk: new Map(),
    conflicts: new Set(),
    reading: { done: 0, total },
  }
  session.store.setState({
    open,
    selection: NOTHING_SELECTED,
    file: null,
    reveal: null,
    filter: NO_FILTER,
    dialog: null,
    lastDone: '',
  })
  return key
}

/** The first slice is small, so that the first cards are there at once. */
const FIRST_BYTES = 100_000
const SLICE_BYTES = 1_000_000

async function readSlices(session: Session, key: string, root: string, files: readonly ListedFile[]): Promise<void> {
  const slices = cutSlices(files)
  const ask = (n: number) => {
    const slice = slices[n]
    return slice && session.host.ask('workspace:read', { root, paths: slice })
  }
  // One slice is on its way while the one before it is taken in.
  const taker = new FilesTaker(session, key)
  let coming = ask(0)
  for (let n = 0; coming !== undefined; n++) {
    const reply = await coming
    coming = ask(n + 1)
    if (session.store.getState().open?.key !== key) return
    if (!reply.ok) {
      showToast(session, { tone: 'error', title: 'The folder could not be read to its end', text: reply.message })
      break
    }
    if (!(await taker.take(reply.value))) return
    if (n === 0) taker.show()
  }
  taker.show()
  session.store.setState(state => (state.open?.key === key ? { open: { ...state.open, reading: null } } : {}))
}

/** The layout comes first, so that cards stand where they belong from the start. */
function cutSlices(files: readonly ListedFile[]): string[][] {
  const ordered = files.toSorted((a, b) => Number(b.path === LAYOUT_PATH) - Number(a.path === LAYOUT_PATH))
  const slices: string[][] = []
  let slice: string[] = []
  let bytes = 0
  for (const { path, size } of ordered) {
    slice.push(path)
    bytes += size
    if (slice.length < READ_SLICE && bytes < (slices.length === 0 ? FIRST_BYTES : SLICE_BYTES)) continue
    slices.push(slice)
    slice = []
    bytes = 0
  }
  return slice.length > 0 ? [...slices, slice] : slices
}

async function recentsNow(session: Session) {
  const recents = await session.host.ask('recent:list', undefined)
  return recents.ok ? { recents: recents.value } : {}
}
