import { zipSync, strToU8 } from 'fflate'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { exportManifests, withoutSecrets } from '../../shared/workspace/export-manifests'
import type { ExportedFile, ManifestForm } from '../../shared/workspace/export-manifests'
import type { ThemeName } from '../../shared/picture/themes'
import { counted } from './naming'
import { makePicture, pictureTypes } from './picture-forms'
import type { PictureExtent, PictureForm } from './picture-forms'
import type { Session } from './session'
import { themeOf } from './state'
import type { OpenDesign } from './state'
import { showToast } from './toasts'
import { openDialog } from './view'

export type ManifestRequest = {
  readonly form: ManifestForm
  readonly onlySelection: boolean
  readonly withSecrets: boolean
}
export type PictureRequest = {
  readonly form: PictureForm
  readonly extent: PictureExtent
  readonly theme: ThemeName
}

/** The objects that a request means, and how many Secrets it leaves out. */
export function exportedObjects(
  session: Session,
  { onlySelection, withSecrets }: ManifestRequest,
): { readonly objects: readonly KubeObject[]; readonly secretsLeftOut: number } {
  const { open, selection } = session.store.getState()
  const selected = new Set(selection.objects)
  const meant = open?.design.workspace.objects.filter(object => !onlySelection || selected.has(object.id)) ?? []
  const objects = withSecrets ? meant : withoutSecrets(meant)
  return { objects, secretsLeftOut: meant.length - objects.length }
}

/** Manifests as a download: one file as it is, several in a zip. */
export function downloadManifests(session: Session, request: ManifestRequest): void {
  const { open } = session.store.getState()
  if (!open) return
  const files = filesOf(session, open, request)
  const [first, second] = files
  if (!first) return sayNothing(session)
  if (!second) download(new Blob([first.text], { type: 'application/yaml' }), `${fileNameOf(open.name)}.yaml`)
  else {
    const entries = Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)]))
    download(new Blob([zipSync(entries)], { type: 'application/zip' }), `${fileNameOf(open.name)}.zip`)
  }
  say(session, `Exported ${counted(files.length, 'file')}`)
}

/** Manifests as one text on the clipboard. */
export async function copyManifests(session: Session, request: ManifestRequest): Promise<void> {
  const { open } = session.store.getState()
  const [file] = open ? filesOf(session, open, { ...request, form: 'one-file' }) : []
  if (!file) return sayNothing(session)
  await toClipboard(session, new Blob([file.text], { type: 'text/plain' }), 'Copied the manifests')
}

/** Asks for a folder and writes the manifests there, over nothing that is there. */
export async function saveManifests(session: Session, request: ManifestRequest): Promise<void> {
  const { open, app } = session.store.getState()
  if (!open) return
  const files = filesOf(session, open, request)
  if (files.length === 0) return sayNothing(session)
  const then = (path: string) => void writeManifests(session, path, files)
  if (!app.nativeDialogs) return openDialog(session, { type: 'export-folder', then })
  const picked = await session.host.ask('dialog:pick-folder', { title: 'Export to a folder' })
  if (picked.ok && picked.value !== null) then(picked.value)
}

async function writeManifests(session: Session, path: string, files: readonly ExportedFile[]): Promise<void> {
  const wasRecent = await session.host.ask('recent:list', undefined)
  const opened = await session.host.ask('workspace:open', { path })
  if (!opened.ok) return showToast(session, { tone: 'error', title: `${path} can't be opened`, text: opened.message })
  const { root } = opened.value
  const saved = await session.host.ask('files:save', { root, files: files.map(f => ({ ...f, expectedHash: null })) })
  await session.host.ask('workspace:close', { root })
  // Where something was exported to is no folder that the user works in.
  const isKnown = wasRecent.ok && wasRecent.value.some(recent => recent.path === opened.value.path)
  if (!isKnown) await session.host.ask('recent:forget', { path: opened.value.path })
  if (!saved.ok) return showToast(session, { tone: 'error', title: 'Nothing was exported', text: saved.message })
  const taken = saved.value.filter(file => file.outcome === 'changed-on-disk')
  for (const file of saved.value)
    if (file.outcome === 'failed')
      showToast(session, { tone: 'error', title: `${file.path} was not exported`, text: file.message })
  if (taken.length > 0)
    showToast(session, {
      tone: 'error',
      title: `${path} has ${counted(taken.length, 'file')} of the same name`,
      text: `These were not written over: ${taken.map(file => file.path).join(', ')}. Choose another folder.`,
    })
  const written = saved.value.filter(file => file.outcome === 'saved').length
  if (written > 0) say(session, `Exported ${counted(written, 'file')} to ${path}`)
}

/** A picture as a download. */
export async function downloadPicture(session: Session, request: PictureRequest): Promise<void> {
  const blob = await pictureOf(session, request)
  if (!blob) return
  const name = fileNameOf(session.store.getState().open?.name ?? 'design')
  const file = `${name}.${pictureTypes[request.form].extension}`
  download(blob, file)
  say(session, `Exported ${file}`)
}

/** A picture on the clipboard: as a picture for PNG, as text for the others. */
export async function copyPicture(session: Session, request?: PictureRequest): Promise<void> {
  const { view, selection } = session.store.getState()
  const extent: PictureExtent = selection.objects.length > 1 ? 'selection' : 'all'
  const usual: PictureRequest = { form: 'png', extent, theme: themeOf(view) }
  const { form } = request ?? usual
  const blob = await pictureOf(session, request ?? usual)
  if (!blob) return
  const content = form === 'png' ? blob : new Blob([await blob.text()], { type: 'text/plain' })
  await toClipboard(session, content, form === 'png' ? 'Copied the picture' : 'Copied the picture as text')
}

async function pictureOf(session: Session, { form, extent, theme }: PictureRequest): Promise<Blob | null> {
  const { open, selection } = session.store.getState()
  const now = session.parts.canvas?.shownNow()
  if (!open || !now) return null
  const { objects, relations } = open.design.graph
  const chosen = new Set(selection.objects)
  const shown =
    extent === 'selection'
      ? {
          objects: objects.filter(object => chosen.has(object.id)),
          relations: relations.filter(({ from, to }) => chosen.has(from) && (to === null || chosen.has(to))),
        }
      : { objects, relations }
  try {
    const notes = extent === 'selection' ? [] : [...open.design.workspace.layout.marks.notes.values()]
    return await makePicture({ form, theme, title: open.name, shown, now, notes, isView: extent === 'view' })
  } catch (error) {
    showToast(session, { tone: 'error', title: 'The picture could not be made', text: messageOf(error) })
    return null
  }
}

function filesOf(session: Session, open: OpenDesign, request: ManifestRequest): readonly ExportedFile[] {
  const { objects } = exportedObjects(session, request)
  if (objects.length === 0) return []
  const { files, notes } = exportManifests(open.design.workspace, objects, request.form)
  for (const note of notes) showToast(session, { tone: 'info', title: note })
  return files
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

async function toClipboard(session: Session, blob: Blob, done: string): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ [blob.type]: blob })])
    say(session, done)
  } catch (error) {
    showToast(session, { tone: 'error', title: 'The clipboard could not be written', text: messageOf(error) })
  }
}

function say(session: Session, done: string): void {
  session.store.setState({ lastDone: done })
  showToast(session, { tone: 'ok', title: done })
}

function sayNothing(session: Session): void {
  showToast(session, {
    tone: 'info',
    title: 'There is nothing to export',
    text: 'Secrets are left out unless you include them.',
  })
}

/** A name that every system takes for a file. */
function fileNameOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '') || 'design'
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
