import type { ObjectId } from '../../../shared/workspace/kube-object'
import type { Point } from '../../../shared/workspace/change'
import { SNAP } from '../../../shared/layout/card-size'
import type { NoteId } from '../../../shared/workspace/layout-marks'
import { movesWith, resizeNote } from '../notes/note-actions'
import { setView, update, type CanvasStore } from '../canvas-store'
import { refuse, select } from '../canvas-actions'
import type { CardId, SceneCard } from '../../../shared/picture/scene'
import { panned, seenRect } from '../view'
import { NO_DRAG, type Drag } from './drag'
import { boxBetween } from './gesture-layer'
import { dropInto, otherNamespaceAt } from './drop-into'
import { moveCards } from './move-cards'
import { snapMove } from './snap'

/** Space, or the middle button: the view follows the pointer. */
export function panDrag(store: CanvasStore): Drag {
  const { view } = store.getState()
  return {
    ...NO_DRAG,
    begin: () => update(store, { gesture: { type: 'pan' } }),
    move: (now, start) =>
      setView(store, panned(view, now.element.x - start.element.x, now.element.y - start.element.y)),
  }
}

/** From the empty canvas: what the box touches is selected. With Shift it is added to what is. */
export function marqueeDrag(store: CanvasStore, adds: boolean): Drag {
  const before = adds ? store.getState().props.selection.objects : []
  return {
    begin: start => update(store, { gesture: { type: 'marquee', from: start.canvas, to: start.canvas } }),
    move: (now, start) => update(store, { gesture: { type: 'marquee', from: start.canvas, to: now.canvas } }),
    drop: (end, start) => {
      const touched = store.getState().scene.cardsIn(boxBetween(start.canvas, end.canvas))
      const objects = touched.filter(card => card.object !== null).map(card => card.id)
      select(store, [...new Set([...before, ...objects])])
    },
    click: () => {
      if (!adds) select(store, [])
    },
  }
}

/**
 * Move cards together; the one under the pointer is what snaps. Dropped into another namespace's box they go there, but
 * for a namespace that is moved as a whole.
 */
export function moveDrag(
  store: CanvasStore,
  cards: readonly SceneCard[],
  held: SceneCard,
  click: () => void,
  isWholeNamespace = false,
): Drag {
  const ids = new Set<CardId>(cards.filter(card => card.object ?? card.collapsed).map(card => card.id))
  const { props, scope } = store.getState()
  if (props.readOnly || scope.lens || ids.size === 0) return { ...NO_DRAG, click }
  const byFor = (now: { canvas: Point; exact: boolean }, start: { canvas: Point }) => {
    const by = { x: Math.round(now.canvas.x - start.canvas.x), y: Math.round(now.canvas.y - start.canvas.y) }
    if (now.exact) return { by, guides: [] }
    const { scene, view, size } = store.getState()
    const others = scene.cardsIn(seenRect(view, size)).filter(card => !ids.has(card.id))
    return snapMove(
      held.rect,
      by,
      others.map(card => card.rect),
    )
  }
  return {
    begin: () =>
      update(store, {
        gesture: { type: 'move', cards: ids, notes: NO_NOTES, by: { x: 0, y: 0 }, guides: [] },
        hovered: null,
      }),
    move: (now, start) =>
      update(store, {
        gesture: {
          type: 'move',
          cards: ids,
          notes: NO_NOTES,
          ...byFor(now, start),
          into: isWholeNamespace ? null : otherNamespaceAt(store, ids, now.canvas),
        },
      }),
    drop: (end, start) => {
      const { by } = byFor(end, start)
      if (isWholeNamespace || !dropInto(store, ids, end.canvas, by)) moveCards(store, ids, by)
    },
    click,
  }
}

const NO_NOTES: ReadonlySet<NoteId> = new Set()

/** Move a note, or a frame with what stands in it; from its corner, give it another size. */
export function noteDrag(store: CanvasStore, note: NoteId, part: 'body' | 'corner'): Drag {
  const { props } = store.getState()
  if (props.readOnly || !props.onNotes) return NO_DRAG
  const byFor = (now: { canvas: Point; exact: boolean }, start: { canvas: Point }): Point => {
    const by = { x: now.canvas.x - start.canvas.x, y: now.canvas.y - start.canvas.y }
    const step = now.exact ? 1 : SNAP
    return { x: Math.round(by.x / step) * step, y: Math.round(by.y / step) * step }
  }
  if (part === 'corner')
    return {
      ...NO_DRAG,
      begin: () => update(store, { gesture: { type: 'resize-note', note, by: { x: 0, y: 0 } } }),
      move: (now, start) => update(store, { gesture: { type: 'resize-note', note, by: byFor(now, start) } }),
      drop: (end, start) => resizeNote(store, note, byFor(end, start)),
    }
  const { cards, notes } = movesWith(store.getState(), note)
  const moving = (by: Point) => update(store, { gesture: { type: 'move', cards, notes, by, guides: [] } })
  return {
    ...NO_DRAG,
    begin: () => moving({ x: 0, y: 0 }),
    move: (now, start) => moving(byFor(now, start)),
    drop: (end, start) => moveCards(store, cards, byFor(end, start), notes),
  }
}

/** From a card's handle: what can take the wire lights up at once, and nothing is written until the drop. */
export function wireDrag(store: CanvasStore, from: ObjectId): Drag {
  const { props } = store.getState()
  if (props.readOnly) return NO_DRAG
  const targets = props.targetsOf(from)
  const overAt = (point: Point): CardId | null => {
    const card = store.getState().scene.cardAt(point)
    return card && card.id !== from ? card.id : null
  }
  return {
    begin: start => update(store, { gesture: { type: 'wire', from, at: start.canvas, targets, over: null } }),
    move: now => update(store, { gesture: { type: 'wire', from, at: now.canvas, targets, over: overAt(now.canvas) } }),
    drop: end => {
      const over = overAt(end.canvas)
      if (over === null || !store.getState().scene.card(over)?.object) return
      // Where no rule fits the window says why.
      if (!targets.has(over)) refuse(store, over)
      store.getState().props.onWire(from, over, end)
    },
    click: () => update(store, { connectingFrom: from }),
  }
}
