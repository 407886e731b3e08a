import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySplices, invertSplices, type Splice } from '../../text/splice'
import { cutDocuments } from '../read/cut'
import type { DocumentPiece } from '../tree'
import type { EditTarget } from './edit-plan'
import { planPatch } from './plan-patch'
import { editableDocument, generateEdit, type EditableDocument, type GeneratedEdit } from './testing/generate-edit'
import { generateFile } from './testing/generate-file'
import { judgeEdit } from './testing/judge-edit'
import { seeded } from './testing/random'

type Made = {
  readonly text: string
  readonly piece: DocumentPiece
  readonly document: EditableDocument
  readonly edit: GeneratedEdit
  readonly target: EditTarget
  readonly splices: readonly Splice[]
}

/** Runs edits of generated files, and hands each that is planned to `check`. */
function overEdits(check: (made: Made) => void): void {
  fc.assert(
    fc.property(fc.integer(), seed => {
      const r = seeded(String(seed))
      const text = generateFile(r)
      const piece = r.pick(cutDocuments(text))
      const document = editableDocument(text, piece)
      const edit = document === null ? null : generateEdit(r, document)
      if (document === null || edit === null) return
      const target = { document: piece.index, item: null }
      const plan = planPatch(text, target, [edit.operation])
      if (plan.ok) check({ text, piece, document, edit, target, splices: plan.splices })
    }),
    { numRuns: 600 },
  )
}
describe('any edit of any file', () => {
  it('comes to the same as RFC 6902 on plain data, touches only its lines and can be undone', () => {
    overEdits(({ text, piece, document, edit, splices }) => {
      const after = applySplices(text, splices)
      expect(judgeEdit(text, piece, document.draft, edit, after)).toBe('exact')
      expect(applySplices(after, invertSplices(text, splices))).toBe(text)
    })
  })
  it('is taken back to the first bytes by removing what was added', () => {
    overEdits(({ text, edit, target, splices }) => {
      if (edit.inverse?.op !== 'remove' || !isUsuallyWritten(text)) return
      const after = applySplices(text, splices)
      const back = planPatch(after, target, [edit.inverse])
      expect(back.ok && applySplices(after, back.splices)).toBe(text)
    })
  })
})

/** `[ ]` and `{ }` come back as `[]` and `{}`; in a file of mixed line ends an added break may be either. */
function isUsuallyWritten(text: string): boolean {
  return !/\[ \]|\{ \}/.test(text) && (!text.includes('\r') || !/(?<!\r)\n/.test(text))
}
