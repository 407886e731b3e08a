import { syntaxTree } from '@codemirror/language'
import { RangeSetBuilder } from '@codemirror/state'
import type { Extension } from '@codemirror/state'
import { Decoration, ViewPlugin } from '@codemirror/view'
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view'

const number = Decoration.mark({ class: 'cm-number' })
const word = Decoration.mark({ class: 'cm-word' })

/** As kubectl reads them: `yes` is a boolean, `0x1F` and `1_000` are numbers. */
const NUMBER = /^[-+]?(0x[\da-f_]+|0o?[0-7_]+|0b[01_]+|[\d_]*\.?[\d_]+(e[-+]?\d+)?)$/i
const WORD = /^(true|false|yes|no|on|off|y|n|null|~)$/i
const LONGEST = 40

/** Plain scalars that aren't strings in colours of their own. The grammar knows only `Literal`, so the text tells. */
export const valueColours: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = valuesInView(view)
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state))
        this.decorations = valuesInView(update.view)
    }
  },
  { decorations: plugin => plugin.decorations },
)

function valuesInView(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges)
    syntaxTree(view.state).iterate({
      from,
      to,
      enter(node) {
        if (node.name === 'Key') return false
        if (node.name !== 'Literal' || node.to - node.from > LONGEST) return
        const text = view.state.sliceDoc(node.from, node.to)
        if (NUMBER.test(text)) builder.add(node.from, node.to, number)
        else if (WORD.test(text)) builder.add(node.from, node.to, word)
        return
      },
    })
  return builder.finish()
}
