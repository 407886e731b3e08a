import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete'
import { defaultKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, foldKeymap, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, setDiagnostics } from '@codemirror/lint'
import { openSearchPanel, search, searchKeymap } from '@codemirror/search'
import { Annotation, Compartment, EditorState } from '@codemirror/state'
import type { Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import type { ViewUpdate } from '@codemirror/view'
import type { Problem } from '../../shared/checks/problem'
import type { DesignNames } from '../../shared/kinds/completion/name-offers'
import { diffTexts } from '../../shared/text/diff'
import { applySplices } from '../../shared/text/splice'
import type { Splice } from '../../shared/text/splice'
import type { FilePath } from '../../shared/workspace/kube-object'
import { completion } from './completion'
import { editorText, toEditorSplices, toFileSplices } from './editor-text'
import type { EditorText } from './editor-text'
import type { KindLookup } from '../../shared/kinds/kind-lookup'
import { fieldHover } from './field-hover'
import { foldMarks } from './fold-marks'
import { markRange, markedRange } from './marked-range'
import { toDiagnostics } from './diagnostics'
import { valueColours } from './value-colours'
import { yamlColours, yamlTheme } from './yaml-theme'

/** What the editor says. All offsets are of the file's text. */
export type EditorCallbacks = {
  /** The user typed: splices of the text that the editor showed. Answers whether the file took them. */
  onEdit(path: FilePath, splices: readonly Splice[]): boolean
  /** The user moved the caret. */
  onCaret(path: FilePath, offset: number): void
  /** The user wants a problem corrected that has a `repair`. */
  onRepair(problem: Problem): void
  /** The names of the design that a file may use. */
  namesFor(path: FilePath): DesignNames
  /** What is known of kinds just now. */
  kinds(): KindLookup
}

/** A file as the editor should show it. */
export type ShownFile = {
  readonly path: FilePath
  readonly text: string
  readonly readOnly: boolean
  readonly problems: readonly Problem[]
}
export type Range = { readonly from: number; readonly to: number }

/**
 * CodeMirror, kept in step with one file at a time of a design that it doesn't own: what is typed goes out as splices,
 * what changes elsewhere comes in as the least change, so that caret, folds and scroll stay. It keeps no history: undo
 * is the window's. The state of files that were shown before is kept, with their folds.
 */
export class YamlEditor {
  readonly view: EditorView
  private readonly callbacks: EditorCallbacks
  private readonly states = new Map<FilePath, KeptState>()
  private readonly access = new Compartment()
  private path: FilePath | null = null
  private fileText = ''
  private held: EditorText = editorText('')
  private problems: readonly Problem[] = []
  private marked: Range | null = null

  constructor(parent: HTMLElement, callbacks: EditorCallbacks) {
    this.callbacks = callbacks
    this.view = new EditorView({ parent, state: this.emptyState('') })
  }

  /** Shows a file, or brings the one that is shown up to date. */
  show(file: ShownFile): void {
    if (file.path !== this.path) this.turnTo(file)
    else if (file.text !== this.fileText) this.follow(file.text)
    const isEditable = !file.readOnly
    if (this.view.state.facet(EditorState.readOnly) === isEditable)
      this.view.dispatch({ effects: this.access.reconfigure(access(isEditable)) })
    if (file.problems !== this.problems) {
      this.problems = file.problems
      this.view.dispatch(
        setDiagnostics(this.view.state, toDiagnostics(file.problems, this.held, this.callbacks.onRepair)),
      )
    }
  }

  /** Marks the lines of the selected object, or none. */
  mark(range: Range | null): void {
    if (range?.from === this.marked?.from && range?.to === this.marked?.to) return
    this.marked = range
    this.view.dispatch({ effects: markRange.of(range && this.inEditor(range)) })
  }

  /** Scrolls a place into view; with `select`, the caret goes there. */
  reveal(range: Range, select: boolean): void {
    const { from, to } = this.inEditor(range)
    this.view.dispatch({
      ...(select ? { selection: { anchor: from } } : {}),
      effects: EditorView.scrollIntoView(Math.min(from, to), { y: 'start', yMargin: 40 }),
      annotations: fromOutside.of(true),
    })
  }

  /** Opens the search panel and gives it the focus. */
  openFind(): void {
    openSearchPanel(this.view)
  }

  /** The caret's place in the file's text. */
  caret(): number {
    return this.held.toFile(this.view.state.selection.main.head)
  }

  destroy(): void {
    this.view.destroy()
  }

  private turnTo(file: ShownFile): void {
    if (this.path !== null)
      this.states.set(this.path, { state: this.view.state, text: this.fileText, scroll: this.view.scrollSnapshot() })
    const kept = this.states.get(file.path)
    this.path = file.path
    this.fileText = kept?.text ?? file.text
    this.held = editorText(this.fileText)
    this.problems = []
    this.marked = null
    this.view.setState(kept?.state ?? this.emptyState(this.held.text))
    if (kept) this.view.dispatch({ effects: [kept.scroll, markRange.of(null)], annotations: fromOutside.of(true) })
    if (this.fileText !== file.text) this.follow(file.text)
  }

  /** Brings a change that came from elsewhere in. */
  private follow(text: string): void {
    const changes = toEditorSplices(this.held, diffTexts(this.fileText, text))
    this.fileText = text
    this.held = editorText(text)
    this.view.dispatch({ changes, annotations: fromOutside.of(true) })
    if (this.view.state.doc.length !== this.held.text.length) this.refill()
  }

  /** When the two texts got out of step: a lone CR that met a LF. */
  private refill(): void {
    const everything = { from: 0, to: this.view.state.doc.length, insert: this.held.text }
    this.view.dispatch({ changes: everything, annotations: fromOutside.of(true) })
  }

  private onUpdate(update: ViewUpdate): void {
    if (this.path === null || update.transactions.some(each => each.annotation(fromOutside))) return
    if (update.docChanged) this.sendEdit(this.path, update)
    else if (update.selectionSet) this.callbacks.onCaret(this.path, this.caret())
  }

  private sendEdit(path: FilePath, update: ViewUpdate): void {
    const typed: Splice[] = []
    update.changes.iterChanges((from, to, _fromAfter, _toAfter, inserted) =>
      typed.push({ from, to, insert: inserted.sliceString(0, undefined, '\n') }),
    )
    const splices = toFileSplices(this.held, typed)
    const before = this.fileText
    this.fileText = applySplices(before, splices)
    this.held = editorText(this.fileText)
    if (this.callbacks.onEdit(path, splices)) {
      if (this.view.state.doc.length !== this.held.text.length) queueMicrotask(() => this.refill())
      return
    }
    // CodeMirror allows no dispatch while it updates.
    queueMicrotask(() => this.follow(before))
  }

  private inEditor(range: Range): Range {
    const end = this.view.state.doc.length
    return {
      from: Math.min(end, this.held.toEditor(range.from)),
      to: Math.min(end, this.held.toEditor(range.to)),
    }
  }

  private emptyState(doc: string): EditorState {
    return EditorState.create({
      doc,
      extensions: [
        ...parts,
        completion({ names: () => this.callbacks.namesFor(this.path ?? ''), kinds: () => this.callbacks.kinds() }),
        fieldHover(() => this.callbacks.kinds()),
        this.access.of(access(true)),
        EditorView.updateListener.of(update => this.onUpdate(update)),
      ],
    })
  }
}

type KeptState = {
  readonly state: EditorState
  readonly text: string
  readonly scroll: ReturnType<EditorView['scrollSnapshot']>
}

/** Marks what did not come from the user's hands in the editor. */
const fromOutside = Annotation.define<boolean>()

function access(isEditable: boolean): Extension {
  return EditorState.readOnly.of(!isEditable)
}

/** Tab is left to the window, so that the focus can get out; Ctrl [ and Ctrl ] indent. */
const parts: readonly Extension[] = [
  lineNumbers(),
  foldMarks,
  lintGutter(),
  drawSelection(),
  highlightActiveLine(),
  indentUnit.of('  '),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  yaml(),
  syntaxHighlighting(yamlColours),
  yamlTheme,
  markedRange,
  valueColours,
  search({ top: true }),
  keymap.of([
    ...closeBracketsKeymap,
    ...defaultKeymap.filter(binding => binding.key !== 'Mod-Enter'),
    ...searchKeymap,
    ...foldKeymap,
  ]),
  EditorView.contentAttributes.of({ 'aria-label': 'YAML', tabindex: '0', 'data-first': '' }),
]
