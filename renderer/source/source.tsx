import { useEffect, useMemo, useRef, useState } from 'react'
import type { Problem } from '../../shared/checks/problem'
import { repair, typeText } from '../store/edits'
import { knownKinds } from '../store/known-kinds'
import { selectAtCaret } from '../store/selection'
import { setSource, useApp, useSession } from '../store/session'
import { isUnsaved } from '../store/unsaved'
import { CommandIcon } from '../window/command-button'
import { namesFor } from './names-for'
import css from './source.module.css'
import { YamlEditor } from './yaml-editor'
import type { Range } from './yaml-editor'

const NO_PROBLEMS: readonly Problem[] = []

/** The YAML of one file, live both ways. */
export function Source() {
  const path = useApp(state => state.file)
  const file = useApp(state =>
    state.file === null ? null : (state.open?.design.workspace.files.get(state.file) ?? null),
  )
  return (
    <section className={css.source} data-region="source" aria-label="Source">
      <header className={css.head}>
        <span className={css.title}>YAML</span>
        <span className={css.path} title={path ?? ''}>
          {path}
        </span>
        {file && isUnsaved(file) && <span className={css.dirty} title="Unsaved changes" />}
        <span className={css.push} />
        <CommandIcon id="find-in-yaml" size="s" />
      </header>
      {file?.readOnly != null && <p className={css.note}>{file.readOnly}</p>}
      {file?.failure ? null : <Editor />}
      {!file && <p className={css.nothing}>Select a card or a file to read its YAML.</p>}
    </section>
  )
}

/** The editor lives as long as the panel; files come and go in it. */
function Editor() {
  const session = useSession()
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<YamlEditor | null>(null)

  useEffect(() => {
    const { current: parent } = host
    if (!parent) return
    const made = new YamlEditor(parent, {
      onEdit: (path, splices) => typeText(session, path, splices),
      onCaret: (path, offset) => selectAtCaret(session, path, offset),
      onRepair: problem => repair(session, problem),
      namesFor: path => namesFor(session, path),
      kinds: () => knownKinds(session),
    })
    editor.current = made
    setSource(session, {
      focus: () => made.view.focus(),
      hasFocus: () => made.view.hasFocus,
      openFind: () => made.openFind(),
    })
    return () => {
      setSource(session, null)
      editor.current = null
      made.destroy()
    }
  }, [session])

  useShownFile(editor)
  const hasFile = useApp(state => state.file !== null)
  return <div ref={host} className={css.editor} hidden={!hasFile} />
}

function useShownFile(editor: { readonly current: YamlEditor | null }): void {
  const file = useApp(state =>
    state.file === null ? null : (state.open?.design.workspace.files.get(state.file) ?? null),
  )
  const all = useApp(state => state.open?.design.problems ?? NO_PROBLEMS)
  const path = file?.path
  const problems = useSameList(useMemo(() => all.filter(problem => problem.file === path), [all, path]))
  const marked = useMarkedRange()
  const reveal = useApp(state => state.reveal)

  useEffect(() => {
    if (file) editor.current?.show({ path: file.path, text: file.text, readOnly: file.readOnly !== null, problems })
  }, [editor, file, problems])
  const from = marked?.from ?? null
  const to = marked?.to ?? null
  useEffect(() => {
    editor.current?.mark(from === null || to === null ? null : { from, to })
  }, [editor, from, to, path])
  useEffect(() => {
    if (!reveal || !editor.current) return
    editor.current.reveal(reveal, reveal.focus)
    if (reveal.focus) editor.current.view.focus()
  }, [editor, reveal])
}

/** The lines of the selected object, where they are in the file that is shown. */
function useMarkedRange(): Range | null {
  const workspace = useApp(state => state.open?.design.workspace ?? null)
  const selected = useApp(state => state.selection.objects[0])
  const path = useApp(state => state.file)
  const place = workspace && selected !== undefined ? workspace.placeOf(selected) : null
  return place && place.file === path ? place : null
}

/** The list from before while the same problems are in it, so that marks aren't made anew with every key. */
function useSameList(list: readonly Problem[]): readonly Problem[] {
  const [keep] = useState(keepSame)
  return keep(list)
}

function keepSame() {
  let last = NO_PROBLEMS
  return (list: readonly Problem[]) => {
    const isSame = list.length === last.length && list.every((problem, n) => problem === last[n])
    if (!isSame) last = list
    return last
  }
}
