import { diffTexts } from '../../text/diff'
import type { FileEdit, LayoutEdit, Planned } from '../change'
import type { Design } from '../design'
import { whyReadOnly } from '../file-draft'
import type { FilePath } from '../kube-object'
import { diffLayouts, LAYOUT_PATH } from '../layout'
import { diffMarks, type MarksEdit } from '../layout-marks'
import { parseLayout } from '../layout-file'
import { refuse } from '../refusal'

/** Texts that files had before a crash; null for one that was deleted and not saved. */
export type RecoverWork = { readonly files: readonly { readonly path: FilePath; readonly text: string | null }[] }

/** Gives files the unsaved texts that they had when Chartroom ended without saving. One step, which can be undone. */
export function recoverWork({ workspace }: Design, { files: kept }: RecoverWork): Planned {
  const files = new Map<FilePath, FileEdit>()
  let layout: LayoutEdit = new Map()
  let marks: MarksEdit | null = null
  for (const { path, text } of kept) {
    if (path === LAYOUT_PATH) {
      const reading = parseLayout(text ?? '')
      if (!reading.ok) continue
      layout = diffLayouts(workspace.layout, reading.layout)
      marks = diffMarks(workspace.layout.marks, reading.layout.marks)
      continue
    }
    const file = workspace.files.get(path)
    const why = file && whyReadOnly(file)
    if (why) return why
    if (file && text === null) files.set(path, { type: 'delete' })
    else if (!file && text !== null) files.set(path, { type: 'create', text })
    else if (file && text !== null && file.text !== text)
      files.set(path, { type: 'edit', splices: diffTexts(file.text, text) })
  }
  if (files.size === 0 && layout.size === 0 && !marks)
    return refuse('nothing-to-recover', 'The files hold all of the unsaved work already.')
  return {
    ok: true,
    change: {
      says: 'Recover unsaved work',
      files,
      ...(layout.size > 0 && { layout }),
      ...(marks && { marks }),
      select: [],
    },
  }
}
