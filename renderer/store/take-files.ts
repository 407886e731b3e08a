import type { ReadFile } from '../../shared/host'
import { updateDesign } from '../../shared/workspace/design'
import type { FilePath } from '../../shared/workspace/kube-object'
import { addFiles } from '../../shared/workspace/workspace'
import type { Workspace } from '../../shared/workspace/workspace'
import type { FileInput } from '../../shared/workspace/workspace-file'
import type { Session } from './session'

/** How long the window may be busy at a stretch, in milliseconds: less than a frame. */
const BUSY = 8
/** Characters that are read between two looks at the clock. */
const PIECE = 60_000
/**
 * How long bringing relations, problems and cards up to date may take, in milliseconds. It costs something for every
 * new object; how much is measured while reading.
 */
const SHOW = 30
const FEWEST_SHOWN = 40

/**
 * Takes files that the host has read into the open design, a little at a time: the window draws and hears the user in
 * between. What the user changes meanwhile stays.
 */
export class FilesTaker {
  private readonly session: Session
  private readonly key: string
  /** What is read but not shown yet, on top of the workspace `shown`. */
  private ahead: Workspace | null = null
  private shown: Workspace | null = null
  private waiting: ReadFile[] = []
  private done = 0
  /** New objects that are shown together. The first are few, so that the first cards are there at once. */
  private together = FEWEST_SHOWN

  constructor(session: Session, key: string) {
    this.session = session
    this.key = key
  }

  /** Takes files in. Answers false when the design was closed meanwhile. */
  async take(files: readonly ReadFile[]): Promise<boolean> {
    let started = performance.now()
    for (let from = 0; from < files.length;) {
      const piece = pieceFrom(files, from)
      from += piece.length
      if (!this.read(piece)) return false
      if (this.isTimeToShow()) {
        await breathe()
        this.show()
      } else if (performance.now() - started < BUSY) continue
      await breathe()
      started = performance.now()
    }
    return this.session.store.getState().open?.key === this.key
  }

  /** Brings the window up to date with all that was taken. */
  show(): void {
    const { ahead, shown, waiting } = this
    const { open } = this.session.store.getState()
    if (open?.key !== this.key || ahead === null) return
    const current = open.design.workspace
    // Something was changed since: what was read goes on top of that, but for files that another program wrote anew.
    const isNew = ({ path }: ReadFile): boolean => !current.files.has(path)
    const workspace = current === shown ? ahead : addFiles(current, waiting.filter(isNew).map(toInput))
    const onDisk = new Map<FilePath, string | null>(open.onDisk)
    for (const file of waiting) if (file.ok && isNew(file)) onDisk.set(file.path, file.hash)
    const reading = open.reading && { ...open.reading, done: this.done }
    const started = performance.now()
    const design = updateDesign(open.design, workspace)
    const share = SHOW / Math.max(performance.now() - started, 1)
    this.together = Math.max(FEWEST_SHOWN, Math.round(this.fresh() * Math.min(share, 2)))
    this.session.store.setState({ open: { ...open, design, onDisk, reading } })
    this.ahead = null
    this.waiting = []
  }

  private read(piece: readonly ReadFile[]): boolean {
    const { open } = this.session.store.getState()
    if (open?.key !== this.key) return false
    if (this.ahead === null) this.shown = open.design.workspace
    this.ahead = addFiles(this.ahead ?? open.design.workspace, piece.map(toInput))
    this.waiting.push(...piece)
    this.done += piece.length
    return true
  }

  private isTimeToShow(): boolean {
    return this.fresh() >= this.together
  }

  private fresh(): number {
    return (this.ahead?.objects.length ?? 0) - (this.shown?.objects.length ?? 0)
  }
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

/** Lets the window draw and hear the user. A page in the background draws no frames, but goes on. */
function breathe(): Promise<void> {
  return new Promise(resolve => {
    if (document.hidden) setTimeout(resolve)
    else requestAnimationFrame(() => setTimeout(resolve))
  })
}
