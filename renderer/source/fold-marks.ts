import { codeFolding, foldGutter } from '@codemirror/language'
import type { Extension } from '@codemirror/state'

/** Folds of maps, lists and block scalars, with a mark where one can be closed or opened. */
export const foldMarks: Extension = [
  codeFolding({
    placeholderDOM: (_view, onClick) => {
      const mark = document.createElement('button')
      mark.type = 'button'
      mark.className = 'cm-folded'
      mark.textContent = '…'
      mark.setAttribute('aria-label', 'Unfold')
      mark.addEventListener('click', onClick)
      return mark
    },
  }),
  foldGutter({
    markerDOM: open => {
      const mark = document.createElement('span')
      mark.className = open ? 'cm-fold-open' : 'cm-fold-closed'
      mark.title = open ? 'Fold' : 'Unfold'
      return mark
    },
  }),
]
