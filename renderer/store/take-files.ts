import type { ReadFile } from '../../shared/host'
import { updateDesign, type Design } from '../../shared/workspace/design'
import type { FilePath } from '../../shared/workspace/kube-object'
import { addFiles } from '../../shared/workspace/workspace'
import type { FileInput } from '../../shared/workspace/workspace-file'
import { atMost, breathe, within } from './pace'
import type { Session } from './session'

/** How long the window may be busy at a stretch, in milliseconds: less than a frame. */
const BUSY = 8
/** Characters that are read between two looks at the clock. */
const PIECE = 30_000
/** New objects that are there when the window is told of any: so few that the first cards are there at once. */
const FIRST_SHOWN = 40
/** How often the window is told after that, in milliseconds: bringing all its parts up to date costs more than reading. */
const SHOW = 250

/**
 * Takes files that the host has read into the open design, a little at a time: the window draws and hears the user in
 * between. What the user changes meanwhile stays. What is wrong with the files is left to `followChecks`.
 */
export class FilesTaker {
  private readonly session: Session
  private readonly key: string
  /** What is read but not shown yet, on top of the design `shown`. */
  private ahead: Design | null = null
  private shown: Design | null = null
  private waiting: ReadFile[] = []
  private done = 0
  private shownAt = -Infinity

  constructor(session: Session, key: string) {
    this.session = session
    this.key = key
  }

  /** Takes files in. Answers false when the design was closed meanwhile. */
  async take(files: readonly ReadFile[]): Promise<boolean> {
    let mayGoOn = within(BUSY)
    for (let from = 0; from < files.length;) {
      const piece = pieceFrom(files, from)
      from += piece.length
      if (!this.read(piece)) return false
      if (this.isTimeToShow()) {
        await breathe()
        this.show()
      } else if (mayGoOn()) continue
      await breathe()
      mayGoOn = within(BUSY)
    }
    return this.session.store.getState().open?.key === this.key
  }

  /** Brings the window up to date with all that was taken. */
  show(): void {
    const { ahead, shown, waiting } = this
    const { open } = this.session.store.getState()
    if (open?.key !== this.key || ahead === null) return
    const { files } = open.design.workspace
    // Something was changed since: what was read goes on top of that, but for files that another program wrote anew.
    const isNew = ({ path }: ReadFile): boolean => !files.has(path)
    const isFollowed = open.design.workspace === shown?.workspace
    const design = isFollowed ? ahead : readInto(open.design, waiting.filter(isNew))
    const onDisk = new Map<FilePath, string | null>(open.onDisk)
    for (const file of waiting) if (file.ok && isNew(file)) onDisk.set(file.path, file.hash)
    const reading = open.reading && { ...open.reading, done: this.done }
    this.session.store.setState({ open: { ...open, design, onDisk, reading } })
    this.ahead = null
    this.waiting = []
    this.shownAt = performance.now()
  }

  private read(piece: readonly ReadFile[]): boolean {
    const { open } = this.session.store.getState()
    if (open?.key !== this.key) return false
    if (this.ahead === null) this.shown = open.design
    this.ahead = readInto(this.ahead ?? open.design, piece)
    this.waiting.push(...piece)
    this.done += piece.length
    return true
  }

  private isTimeToShow(): boolean {
    if (performance.now() - this.shownAt < SHOW) return false
    const [now, then] = [this.ahead?.workspace.objects.length ?? 0, this.shown?.workspace.objects.length ?? 0]
    return now - then >= FIRST_SHOWN
  }
}

function readInto(design: Design, files: readonly ReadFile[]): Design {
  return updateDesign(design, addFiles(design.workspace, files.map(toInput)), design.known, atMost(0))
}

/** A file as the host read it, for the workspace. */
export function toInput(file: ReadFile): FileInput {
  if (!file.ok) return { path: file.path, failure: { code: file.code, message: file.message } }
  const readOnly = file.writable ? null : `${file.path} can't be written: the disk says that it is read-only`
  return { path: file.path, text: file.text, readOnly }
}

/** At least one file. */
function pieceFrom(files: readonly ReadFile[], from: number): readonly ReadFile[] {
  let to = from
  for (let characters = 0; to < files.length && characters < PIECE; to++) {
    const file = files[to]!
    characters += file.ok ? file.text.length : 0
  }
  return files.slice(from, to)
}
