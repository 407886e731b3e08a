import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { syntaxHighlighting } from '@codemirror/language'
import { getChunks, unifiedMergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import { diffTexts } from '../../shared/text/diff'
import { applySplices } from '../../shared/text/splice'
import { editorText, toFileSplices } from './editor-text'
import { yamlColours, yamlTheme } from './yaml-theme'

/** A merge under way: what the text is now, and at how many places the user has yet to choose. */
export type MergeEditor = {
  /** With the line ends that the file had. */
  text(): string
  destroy(): void
}

/**
 * An editor of a merged text in which each conflict is chosen by itself: `mine` and `theirs` are the merged text with
 * the one and with the other at the conflicts, so that they differ nowhere else. Calls back with the number of
 * conflicts that are open, at first and whenever it changes.
 */
export function createMergeEditor(
  parent: HTMLElement,
  { mine, theirs }: { readonly mine: string; readonly theirs: string },
  open: (conflicts: number) => void,
): MergeEditor {
  const held = editorText(mine)
  const countOpen = (state: EditorState): number => getChunks(state)?.chunks.length ?? 0
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: held.text,
      extensions: [
        lineNumbers(),
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        yaml(),
        syntaxHighlighting(yamlColours),
        yamlTheme,
        unifiedMergeView({
          original: editorText(theirs).text,
          gutter: false,
          mergeControls: (type, action) => choiceButton(type === 'accept' ? 'Keep mine' : 'Take theirs', action),
        }),
        EditorView.contentAttributes.of({ 'aria-label': 'Merged YAML' }),
        EditorView.updateListener.of(update => {
          const now = countOpen(update.state)
          if (now !== countOpen(update.startState)) open(now)
        }),
      ],
    }),
  })
  open(countOpen(view.state))
  return {
    text: () => applySplices(mine, toFileSplices(held, diffTexts(held.text, view.state.doc.toString()))),
    destroy: () => view.destroy(),
  }
}

function choiceButton(label: string, action: (event: MouseEvent) => void): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = label
  button.addEventListener('mousedown', action)
  // A click by the keyboard has no mousedown before it.
  button.addEventListener('click', event => event.detail === 0 && action(event))
  return button
}
