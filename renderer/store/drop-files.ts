import { importFiles } from '../../shared/workspace/commands/import-files'
import { isManifestName, isSkippedFolder } from '../../shared/workspace/manifest-names'
import { perform } from './change'
import { counted } from './naming'
import { startDesign } from './new-design'
import type { Session } from './session'
import { announce, showToast } from './toasts'

/** A file that was dropped, by its path below what was dropped. */
type Dropped = { readonly path: string; readonly file: File }
type Text = { readonly path: string; readonly text: string }

/** A browser tells no path of what is dropped, so that it can't be saved where it came from. */
const MOST_BYTES = 20 * 1024 * 1024

/**
 * Adds the manifests among files and folders that were dropped, as new files of the open design, or of a new one: one
 * step. Call it in the turn of the drop: what was dropped is gone after it.
 */
export async function addDropped(session: Session, items: Iterable<DataTransferItem>): Promise<void> {
  const found = [...items].map(filesIn)
  const dropped = (await Promise.all(found)).flat().filter(({ path }) => isManifestName(path))
  if (dropped.length === 0)
    return showToast(session, {
      tone: 'error',
      title: 'No manifest was dropped',
      text: 'They end in .yaml, .yml or .json.',
    })
  const texts: Text[] = []
  for (const each of dropped) {
    const text = await readText(each.file)
    if (text.ok) texts.push({ path: each.path, text: text.value })
    else showToast(session, { tone: 'error', title: `${each.path} was not added`, text: text.message })
  }
  if (texts.length > 0) add(session, texts)
}

function add(session: Session, files: readonly Text[]): void {
  if (!session.store.getState().open) startDesign(session)
  const { open } = session.store.getState()
  const applied = open && perform(session, importFiles(open.design, { files, from: 'what was dropped' }))
  if (!applied) return
  announce(session, `Added ${counted(applied.made.length, 'object')}`)
  // After the cards are placed, which is one frame later.
  requestAnimationFrame(() => requestAnimationFrame(() => session.parts.canvas?.fit()))
}

/** All files of what was dropped. A drag that a program made has no entries, only files. */
async function filesIn(item: DataTransferItem): Promise<readonly Dropped[]> {
  const entry = item.webkitGetAsEntry()
  const file = item.getAsFile()
  if (entry) return walk(entry, '')
  return file ? [{ path: file.name, file }] : []
}

async function walk(entry: FileSystemEntry, under: string): Promise<readonly Dropped[]> {
  const path = under + entry.name
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ path, file }]
  }
  if (!isFolder(entry) || isSkippedFolder(entry.name)) return []
  const below = await entriesOf(entry)
  return (await Promise.all(below.map(each => walk(each, `${path}/`)))).flat()
}

/** A reader gives entries in portions, and an empty one at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return entries
    entries.push(...some)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

type Read = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string }

async function readText(file: File): Promise<Read> {
  if (file.size > MOST_BYTES) return { ok: false, message: 'It is larger than 20 MB.' }
  try {
    // A byte order mark is part of the file, and stays in it.
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return { ok: true, value: decoder.decode(await file.arrayBuffer()) }
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, message: 'It is not UTF-8.' }
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}
