import { boundsOf, centreOf, contains, grow, type Rect } from '../../../shared/layout/rect'
import { SNAP } from '../../../shared/layout/card-size'
import type { CardId } from '../../../shared/picture/scene'
import type { Point } from '../../../shared/workspace/change'
import type { Note, NoteId } from '../../../shared/workspace/layout-marks'
import { update, type CanvasState, type CanvasStore } from '../canvas-store'
import { freePlace } from '../scene/free-place'
import { showAll } from '../scope'
import { seenRect } from '../view'

const NOTE_SIZE = { width: 240, height: 72 }
const LEAST_SIZE = { width: 96, height: 40 }
/** What a frame leaves around the cards, and above them for its title. */
const FRAME_MARGIN = 16
const FRAME_HEAD = 32

/** Begin to write a new note beside the selection, or in the middle of the view. Nothing is kept before that is done. */
export function beginNote(store: CanvasStore): void {
  if (!canWrite(store)) return
  const { scene, props, view, size } = store.getState()
  const selected = boundsOf(props.selection.objects.flatMap(id => scene.standsFor(id)?.rect ?? []))
  const near = selected ? { x: selected.x + selected.width / 2, y: selected.y + selected.height + 80 } : null
  const corner = freePlace(scene, near ?? centreOf(seenRect(view, size)))
  write(store, newId(), { ...corner, ...NOTE_SIZE, ...BLANK, isFrame: false })
}

/** Put a frame around the selected cards and begin to write its title. */
export function beginFrame(store: CanvasStore): void {
  if (!canWrite(store)) return
  const { scene, props } = store.getState()
  const bounds = boundsOf(props.selection.objects.flatMap(id => scene.standsFor(id)?.rect ?? []))
  if (!bounds) return
  const { x, y, width, height } = grow(bounds, FRAME_MARGIN)
  write(store, newId(), { x, y: y - FRAME_HEAD, width, height: height + FRAME_HEAD, ...BLANK, isFrame: true })
}

/** Write in a note that is there. */
export function editNote(store: CanvasStore, id: NoteId): void {
  const note = store.getState().props.notes?.get(id)
  if (note && canWrite(store)) write(store, id, note)
}

/** The text is done: one change, or none where it stayed. A note without a text is none. */
export function finishNote(store: CanvasStore, text: string, height: number): void {
  const { writing, props } = store.getState()
  if (!writing) return
  const { id, note } = writing
  update(store, { writing: null })
  const before = props.notes?.get(id)
  const said = text.trimEnd()
  if (said.trim() === '') return before ? keep(store, new Map([[id, null]])) : undefined
  const after = { ...note, text: said, height: note.isFrame ? note.height : Math.max(note.height, Math.ceil(height)) }
  if (before?.text !== said) keep(store, new Map([[id, after]]))
}

export function deleteNote(store: CanvasStore, id: NoteId): void {
  keep(store, new Map([[id, null]]))
}

/** Give a note another size, by what its lower right corner was dragged. */
export function resizeNote(store: CanvasStore, id: NoteId, by: Point): void {
  const note = store.getState().props.notes?.get(id)
  if (note) keep(store, new Map([[id, { ...note, ...sizeBy(note, by) }]]))
}

/** The size of a note whose corner was dragged. */
export function sizeBy({ width, height }: Note, by: Point): Pick<Rect, 'width' | 'height'> {
  return {
    width: Math.max(LEAST_SIZE.width, snapped(width + by.x)),
    height: Math.max(LEAST_SIZE.height, snapped(height + by.y)),
  }
}

/** What moves with a note: itself, and what stands in it where it is a frame. */
export function movesWith(state: CanvasState, id: NoteId): { cards: ReadonlySet<CardId>; notes: ReadonlySet<NoteId> } {
  const notes = state.props.notes ?? new Map<NoteId, Note>()
  const frame = notes.get(id)
  if (!frame?.isFrame) return { cards: new Set(), notes: new Set([id]) }
  const isInside = (rect: Rect) =>
    contains(frame, rect) && contains(frame, { x: rect.x + rect.width - 1, y: rect.y + rect.height - 1 })
  const cards = state.scene
    .cardsIn(frame)
    .filter(({ object, collapsed, rect }) => (object ?? collapsed) && isInside(rect))
  const inside = [...notes].filter(([other, note]) => other !== id && isInside(note))
  return { cards: new Set(cards.map(card => card.id)), notes: new Set([id, ...inside.map(([other]) => other)]) }
}

/** Notes that are `by` further, for a change. */
export function movedNotes(state: CanvasState, ids: ReadonlySet<NoteId>, by: Point): ReadonlyMap<NoteId, Note> {
  return new Map(
    [...ids].flatMap(id => {
      const note = state.props.notes?.get(id)
      return note ? [[id, { ...note, x: note.x + by.x, y: note.y + by.y }] as const] : []
    }),
  )
}

const BLANK = { text: '', colour: null, more: {} } as const

function write(store: CanvasStore, id: NoteId, note: Note): void {
  update(store, { writing: { id, note } })
}

function keep(store: CanvasStore, notes: ReadonlyMap<NoteId, Note | null>): void {
  store.getState().props.onNotes?.(notes, new Map())
}

/** In a lens nothing of the user's own stands where he put it. */
function canWrite(store: CanvasStore): boolean {
  const { props, scope } = store.getState()
  if (props.readOnly || !props.onNotes) return false
  if (scope.lens) showAll(store)
  return true
}

/** Two people who write at the same time must not take the same one. */
function newId(): NoteId {
  return crypto.randomUUID().slice(0, 8)
}

function snapped(value: number): number {
  return Math.round(value / SNAP) * SNAP
}
