import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionKeymap,
  completionStatus,
  selectedCompletion,
  selectedCompletionIndex,
  snippet,
  startCompletion,
} from '@codemirror/autocomplete'
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { Prec } from '@codemirror/state'
import type { Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import type { EditorView } from '@codemirror/view'
import type { DesignNames } from '../../shared/kinds/completion/name-offers'
import type { Offer } from '../../shared/kinds/completion/offer'
import { offersAt } from '../../shared/kinds/completion/offers'
import { placeAt } from '../../shared/kinds/completion/place'
import type { KindLookup } from '../../shared/kinds/kind-lookup'

/** What completion asks the window: which names the shown file may use, and what is known of kinds. */
export type CompletionSources = { names(): DesignNames; kinds(): KindLookup }

/**
 * Fields, values and names that fit the caret: on Ctrl Space, and while a word is typed. Enter takes a field or choice
 * and is a line break where what was typed stands as it is; Tab takes what is marked.
 */
export function completion(sources: CompletionSources): Extension {
  return [
    autocompletion({
      override: [context => complete(context, sources)],
      icons: false,
      defaultKeymap: false,
      maxRenderedOptions: 60,
    }),
    Prec.highest(
      keymap.of([
        { key: 'Enter', run: takeOnEnter },
        { key: 'Tab', run: acceptCompletion },
        ...completionKeymap.filter(binding => binding.key !== 'Enter'),
      ]),
    ),
  ]
}

async function complete(context: CompletionContext, sources: CompletionSources): Promise<CompletionResult | null> {
  const text = context.state.doc.toString()
  const place = placeAt(text, context.pos)
  if (!place || (!context.explicit && place.caret.word === '')) return null
  const kinds = sources.kinds()
  const [schema, served] = await Promise.all([kinds.schemaOf(place.apiVersion, place.kind), kinds.served()])
  if (context.aborted) return null
  const options = offersAt(text, place, { schema, served, names: sources.names() }).map(toCompletion)
  return options.length === 0 ? null : { from: place.caret.from, options, validFor: /^[-\w./]*$/ }
}

function toCompletion(offer: Offer): Completion {
  return {
    label: offer.label,
    detail: offer.detail,
    type: offer.type,
    // Between -99 and 99; matching comes first.
    boost: offer.rank,
    ...(offer.about === '' ? {} : { info: offer.about }),
    apply(view, completion, from, to) {
      snippet(numbered(offer.insert))(view, completion, from, to)
      if (offer.goesOn) startCompletion(view)
    },
  }
}

/** CodeMirror takes `${80}` for the place number 80, so each place gets its number and its text. */
function numbered(insert: string): string {
  let number = 0
  return insert.replace(/\$\{([^{}]*)\}/g, (_, text: string) => {
    number++
    return text === '' ? `\${${number}}` : `\${${number}:${text}}`
  })
}

function takeOnEnter(view: EditorView): boolean {
  if (completionStatus(view.state) !== 'active') return false
  const marked = selectedCompletion(view.state)
  const typed = wordBefore(view)
  const isFirst = selectedCompletionIndex(view.state) === 0
  // A name may be new: what was typed is what is meant, until the user picks another.
  const isWritten = marked?.label === typed || (marked?.type === 'object' && isFirst && typed !== '')
  if (!isWritten) return acceptCompletion(view)
  closeCompletion(view)
  return false
}

function wordBefore({ state }: EditorView): string {
  const { head } = state.selection.main
  const line = state.doc.lineAt(head)
  return /[-\w./]*$/.exec(state.sliceDoc(line.from, head))?.[0] ?? ''
}
