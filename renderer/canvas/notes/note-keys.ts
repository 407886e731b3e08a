import { SNAP } from '../../../shared/layout/card-size'
import type { Point } from '../../../shared/workspace/change'
import type { NoteId } from '../../../shared/workspace/layout-marks'
import { focusRegion } from '../canvas-actions'
import type { CanvasStore } from '../canvas-store'
import { moveCards } from '../gestures/move-cards'
import { deleteNote, editNote, movesWith, resizeNote } from './note-actions'

const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -SNAP, y: 0 },
  ArrowRight: { x: SNAP, y: 0 },
  ArrowUp: { x: 0, y: -SNAP },
  ArrowDown: { x: 0, y: SNAP },
}

/** The note that a key was pressed on, or null. */
export function noteOf(target: EventTarget | null): NoteId | null {
  if (!(target instanceof HTMLElement)) return null
  return target.closest<HTMLElement>('[data-note]')?.dataset['note'] ?? null
}

/** Enter or F2 writes in it, Delete throws it away, Alt and arrows move it, with Shift too they resize it. */
export function handleNoteKey(store: CanvasStore, note: NoteId, event: KeyboardEvent): boolean {
  const { readOnly } = store.getState().props
  if (event.key === 'Escape') {
    focusRegion(store)
    return true
  }
  if (readOnly || event.ctrlKey || event.metaKey) return false
  const step = STEPS[event.key]
  if (step && event.altKey) {
    if (event.shiftKey) resizeNote(store, note, step)
    else {
      const { cards, notes } = movesWith(store.getState(), note)
      moveCards(store, cards, step, notes)
    }
    return true
  }
  switch (event.key) {
    case 'Enter':
    case 'F2':
      editNote(store, note)
      return true
    case 'Delete':
    case 'Backspace':
      deleteNote(store, note)
      focusRegion(store)
      return true
  }
  return false
}
