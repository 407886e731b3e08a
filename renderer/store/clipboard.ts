import { pasteYaml } from '../../shared/workspace/commands/paste-yaml'
import { perform } from './change'
import { counted } from './naming'
import type { Session } from './session'
import { announce, showToast } from './toasts'

/** The YAML of the selected objects, as it stands in their files, onto the clipboard. */
export async function copySelected(session: Session): Promise<void> {
  const { open, selection } = session.store.getState()
  if (!open) return
  const texts = selection.objects.flatMap(id => {
    const place = open.design.workspace.placeOf(id)
    const file = place && open.design.workspace.files.get(place.file)
    return place && file ? [file.text.slice(place.from, place.to)] : []
  })
  await copyText(session, `${texts.join('\n---\n')}\n`, `Copied ${counted(texts.length, 'object')}`)
}

/** Puts a text on the clipboard, and says what it was. */
export async function copyText(session: Session, text: string, says: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    announce(session, says)
  } catch (error) {
    showToast(session, { tone: 'error', title: 'The clipboard could not be written', text: messageOf(error) })
  }
}

/** Objects from YAML on the clipboard, under names that are free. */
export async function pasteFromClipboard(session: Session): Promise<void> {
  let text: string
  try {
    text = await navigator.clipboard.readText()
  } catch (error) {
    return showToast(session, { tone: 'error', title: 'The clipboard could not be read', text: messageOf(error) })
  }
  const { open } = session.store.getState()
  if (open) perform(session, pasteYaml(open.design, { text }))
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
