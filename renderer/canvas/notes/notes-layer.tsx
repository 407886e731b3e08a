import { memo, useLayoutEffect, useRef } from 'react'
import type { Note, NoteId } from '../../../shared/workspace/layout-marks'
import { classes } from '../../ui/classes'
import { focusRegion } from '../canvas-actions'
import { useCanvas, useCanvasStore } from '../canvas-store'
import { finishNote, sizeBy } from './note-actions'
import css from './notes.module.css'

const NO_NOTES: ReadonlyMap<NoteId, Note> = new Map()

/** Frames, which stand under the cards. */
export function FramesLayer() {
  return <Notes areFrames />
}

/** Notes, which stand on what is painted. */
export function NotesLayer() {
  return <Notes areFrames={false} />
}

function Notes({ areFrames }: { readonly areFrames: boolean }) {
  const notes = useCanvas(state => state.props.notes ?? NO_NOTES)
  const writing = useCanvas(state => state.writing)
  const isLens = useCanvas(state => state.scope.lens !== null)
  if (isLens) return null
  const isNew = writing !== null && !notes.has(writing.id)
  return [...notes, ...(isNew ? [[writing.id, writing.note] as const] : [])]
    .filter(([, note]) => note.isFrame === areFrames)
    .map(([id, note]) => <NoteBox key={id} id={id} note={note} isWritten={writing?.id === id} />)
}

type NoteProps = { readonly id: NoteId; readonly note: Note; readonly isWritten: boolean }

const NoteBox = memo(function NoteBox({ id, note, isWritten }: NoteProps) {
  const gesture = useCanvas(({ gesture: now }) =>
    (now?.type === 'move' && now.notes.has(id)) || (now?.type === 'resize-note' && now.note === id) ? now : null,
  )
  const isReadOnly = useCanvas(state => state.props.readOnly === true)
  const { text, isFrame, colour } = note
  const moved = gesture?.type === 'move' ? gesture.by : { x: 0, y: 0 }
  const { width, height } = gesture?.type === 'resize-note' ? sizeBy(note, gesture.by) : note
  return (
    <div
      role="group"
      aria-label={`${isFrame ? 'Frame' : 'Note'} ${text}`}
      tabIndex={0}
      className={classes(isFrame ? css.frame : css.note, gesture && css.moving)}
      data-note={id}
      data-colour={colour ?? undefined}
      style={{ left: note.x + moved.x, top: note.y + moved.y, width, height }}
    >
      {isWritten ? <NoteText id={id} note={note} /> : <div className={isFrame ? css.title : css.text}>{text}</div>}
      {!isReadOnly && <span className={css.corner} data-note-corner />}
    </div>
  )
})

/** Where a note is written. It is done when the focus leaves, with Escape, or with Ctrl Enter; a title also with Enter. */
function NoteText({ id, note }: { readonly id: NoteId; readonly note: Note }) {
  const store = useCanvasStore()
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = area.current
    element?.focus({ preventScroll: true })
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])
  const finish = () => finishNote(store, area.current?.value ?? '', area.current?.scrollHeight ?? 0)
  return (
    <textarea
      ref={area}
      className={note.isFrame ? css.title : css.text}
      aria-label={note.isFrame ? 'Title of the frame' : 'Text of the note'}
      placeholder={note.isFrame ? 'Title' : 'Note'}
      rows={1}
      defaultValue={note.text}
      onBlur={finish}
      onKeyDown={event => {
        const isDone =
          event.key === 'Escape' || (event.key === 'Enter' && (note.isFrame || event.ctrlKey || event.metaKey))
        event.stopPropagation()
        if (!isDone) return
        event.preventDefault()
        const canvas = event.currentTarget.closest('section')
        finish()
        // A new note is drawn anew once it is in the design, with another element.
        requestAnimationFrame(() => {
          const box = canvas?.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`)
          if (box) box.focus({ preventScroll: true })
          else focusRegion(store)
        })
      }}
    />
  )
}
