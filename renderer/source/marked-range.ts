import { RangeSetBuilder, StateEffect, StateField } from '@codemirror/state'
import type { Extension } from '@codemirror/state'
import { Decoration, EditorView, ViewPlugin } from '@codemirror/view'
import type { DecorationSet, ViewUpdate } from '@codemirror/view'

type Range = { readonly from: number; readonly to: number }

/** Marks the lines of another range, or of none. Offsets are the editor's. */
export const markRange = StateEffect.define<Range | null>()

const range = StateField.define<Range | null>({
  create: () => null,
  update(value, transaction) {
    let next = value
    if (next && transaction.docChanged)
      next = { from: transaction.changes.mapPos(next.from, 1), to: transaction.changes.mapPos(next.to, -1) }
    for (const effect of transaction.effects) if (effect.is(markRange)) next = effect.value
    return next
  },
})

const line = Decoration.line({ class: 'cm-marked' })

/** Only lines in view are decorated: an object may have 50,000. */
const lines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = linesInView(view)
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged || update.startState.field(range) !== update.state.field(range))
        this.decorations = linesInView(update.view)
    }
  },
  { decorations: plugin => plugin.decorations },
)

function linesInView(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  const marked = view.state.field(range)
  if (!marked) return builder.finish()
  for (const part of view.visibleRanges) {
    const from = Math.max(part.from, marked.from)
    const to = Math.min(part.to, marked.to)
    for (let at = from; at <= to;) {
      const { from: start, to: end } = view.state.doc.lineAt(at)
      builder.add(start, start, line)
      at = end + 1
    }
  }
  return builder.finish()
}

/** The lines of the selected object stand on another ground. */
export const markedRange: Extension = [range, lines]
