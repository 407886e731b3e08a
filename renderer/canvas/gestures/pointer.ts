import type { Point } from '../../../shared/workspace/change'
import type { NoteId } from '../../../shared/workspace/layout-marks'
import { select, selectRelation, takeFocus, toggleSelected } from '../canvas-actions'
import type { MenuTarget } from '../canvas-props'
import { update, type CanvasStore } from '../canvas-store'
import { editNote } from '../notes/note-actions'
import type { Trunk } from '../../../shared/picture/rest-edges'
import type { CardId, SceneCard } from '../../../shared/picture/scene'
import { toCanvas } from '../view'
import type { Drag, PointerPlace } from './drag'
import { marqueeDrag, moveDrag, noteDrag, panDrag, wireDrag } from './drags'
import { pick, type Picked } from './pick'

/** How far the pointer moves, in pixels of the screen, before a press becomes a drag. */
const DRAG_FROM = 3
const HOVER_DELAY = 80
const MIDDLE_BUTTON = 1

/** Turn what the pointer does on the canvas into gestures, hovers and clicks. Returns what ends it. */
export function attachPointer(root: HTMLElement, store: CanvasStore): () => void {
  let press: { readonly drag: Drag; readonly start: PointerPlace; begun: boolean } | null = null
  let hoverTimer = 0
  const listeners = new AbortController()
  const { signal } = listeners

  const placeOf = (event: MouseEvent): PointerPlace => {
    const box = root.getBoundingClientRect()
    const element = { x: event.clientX - box.left, y: event.clientY - box.top }
    const canvas = toCanvas(store.getState().view, element)
    return { canvas, element, clientX: event.clientX, clientY: event.clientY, exact: event.altKey }
  }
  const pickAt = (event: MouseEvent, point: Point) => pick(store.getState(), event.target, point)

  const down = (event: PointerEvent) => {
    if (isChrome(event.target) || (event.button !== 0 && event.button !== MIDDLE_BUTTON)) return
    const start = placeOf(event)
    const picked = pickAt(event, start.canvas)
    const pans = event.button === MIDDLE_BUTTON || store.getState().spaceHeld
    if (!pans) focusPicked(root, store, picked)
    press = { drag: pans ? panDrag(store) : dragOf(store, picked, event), start, begun: false }
  }
  const move = (event: PointerEvent) => {
    const now = placeOf(event)
    if (!press) {
      hoverSoon(event, now.canvas)
      return
    }
    const far = Math.hypot(now.element.x - press.start.element.x, now.element.y - press.start.element.y)
    if (!press.begun && far < DRAG_FROM) return
    if (!press.begun) {
      root.setPointerCapture(event.pointerId)
      press.drag.begin(press.start)
      press.begun = true
    } else if (store.getState().gesture === null) {
      press = null // Escape ended it.
      return
    }
    press.drag.move(now, press.start)
  }
  const up = (event: PointerEvent) => {
    if (!press) return
    const { drag, start, begun } = press
    press = null
    if (!begun) return drag.click()
    if (store.getState().gesture === null) return
    update(store, { gesture: null })
    drag.drop(placeOf(event), start)
  }
  const cancel = () => {
    press = null
    update(store, { gesture: null })
  }

  const hoverSoon = (event: PointerEvent, point: Point) => {
    const picked = isChrome(event.target) ? null : pickAt(event, point)
    const hovered = picked?.type === 'card' || picked?.type === 'handle' ? picked.card.id : null
    const hoveredEdge =
      picked?.type === 'edge' ? picked.edge.relation.id : picked?.type === 'trunk' ? picked.trunk.id : null
    const state = store.getState()
    clearTimeout(hoverTimer)
    if (hovered === state.hovered && hoveredEdge === state.hoveredEdge) return
    hoverTimer = window.setTimeout(() => update(store, { hovered, hoveredEdge }), HOVER_DELAY)
  }
  const leave = () => {
    clearTimeout(hoverTimer)
    if (store.getState().gesture === null) update(store, { hovered: null, hoveredEdge: null })
  }

  const doubleClick = (event: MouseEvent) => {
    if (isChrome(event.target)) return
    const at = placeOf(event)
    const picked = pickAt(event, at.canvas)
    const { onOpen, onNew, onCollapse, readOnly } = store.getState().props
    if (picked.type === 'card' && picked.card.object) onOpen(picked.card.id)
    else if (picked.type === 'card' && picked.card.collapsed) onCollapse?.([picked.card.collapsed.namespace], false)
    else if (picked.type === 'note') editNote(store, picked.note)
    else if (picked.type === 'ground' && !readOnly && !store.getState().scope.lens) onNew(at.canvas, at)
  }
  const contextMenu = (event: MouseEvent) => {
    const { onMenu, selection } = store.getState().props
    if (isChrome(event.target) || !onMenu) return
    event.preventDefault()
    const at = placeOf(event)
    const picked = pickAt(event, at.canvas)
    const card = picked.type === 'card' ? picked.card : null
    const id = card?.object ? card.id : null
    const objects = id === null ? [] : selection.objects.includes(id) ? selection.objects : [id]
    if (objects.length > 0) select(store, objects)
    if (picked.type === 'edge') selectRelation(store, picked.edge.relation.id)
    const target: MenuTarget = {
      objects,
      relation: picked.type === 'edge' ? picked.edge.relation : null,
      namespace: card?.collapsed?.namespace ?? (picked.type === 'head' ? picked.group.namespace : null),
      note: picked.type === 'note' ? picked.note : null,
      canvasPoint: at.canvas,
    }
    onMenu(target, at)
  }

  root.addEventListener('pointerdown', down, { signal })
  // The browser would give the focus to the root and select text; who gets the focus is decided in `down`.
  root.addEventListener('mousedown', event => isChrome(event.target) || event.preventDefault(), { signal })
  root.addEventListener('pointermove', move, { signal })
  root.addEventListener('pointerup', up, { signal })
  root.addEventListener('pointercancel', cancel, { signal })
  root.addEventListener('pointerleave', leave, { signal })
  root.addEventListener('dblclick', doubleClick, { signal })
  root.addEventListener('contextmenu', contextMenu, { signal })
  return () => {
    clearTimeout(hoverTimer)
    listeners.abort()
  }
}

/** What pressing on something begins. Pressing on a card that is not selected selects it at once. */
function dragOf(store: CanvasStore, picked: Picked, event: PointerEvent): Drag {
  switch (picked.type) {
    case 'handle':
      return wireDrag(store, picked.card.id)
    case 'card':
      return cardDrag(store, picked.card, event.shiftKey)
    case 'edge':
      selectRelation(store, picked.edge.relation.id)
      return marqueeDrag(store, true)
    case 'trunk':
      return { ...marqueeDrag(store, event.shiftKey), click: () => selectAmong(store, cardsOfTrunk(picked.trunk)) }
    case 'head': {
      const { cards } = picked.group
      const members = cards.map(card => card.id)
      return moveDrag(store, cards, cards[0]!, () => selectAmong(store, members), true)
    }
    case 'note':
      return noteDrag(store, picked.note, picked.part)
    case 'ground':
      return marqueeDrag(store, event.shiftKey)
  }
}

function cardDrag(store: CanvasStore, card: SceneCard, adds: boolean): Drag {
  if (card.collapsed) {
    const { members } = card.collapsed
    return moveDrag(store, [card], card, () => selectAmong(store, members))
  }
  if (!card.object) {
    select(store, [])
    return moveDrag(store, [], card, () => {})
  }
  const { objects } = store.getState().props.selection
  if (adds) return moveDrag(store, [card], card, () => toggleSelected(store, card.id))
  const wasSelected = objects.includes(card.id)
  if (!wasSelected) select(store, [card.id])
  const { scene } = store.getState()
  const moved = wasSelected ? objects.flatMap(id => scene.card(id) ?? []) : [card]
  return moveDrag(store, moved, card, () => select(store, [card.id]))
}

/** The cards at both ends of what a trunk stands for. */
function cardsOfTrunk({ edges }: Trunk): readonly CardId[] {
  return [...new Set(edges.flatMap(({ from, to }) => [from.id, to.id]))]
}

/** Select the objects among some cards: ghosts and what is outside can't be. */
function selectAmong(store: CanvasStore, ids: readonly CardId[]): void {
  const { graph } = store.getState().props
  select(
    store,
    ids.filter(id => graph.object(id) !== null),
  )
}

function focusPicked(root: HTMLElement, store: CanvasStore, picked: Picked): void {
  if (picked.type === 'card' || picked.type === 'handle') takeFocus(store, picked.card.id)
  else if (picked.type === 'note') noteElement(root, picked.note)?.focus({ preventScroll: true })
  else if (picked.type === 'edge') {
    const { from, to } = picked.edge
    const { focused } = store.getState()
    update(store, { focused: focused === to.id ? to.id : from.id, hasFocus: true })
  } else root.focus({ preventScroll: true })
}

function noteElement(root: HTMLElement, note: NoteId): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-note="${CSS.escape(note)}"]`)
}

/** The minimap, the zoom buttons, an open list, a button on a card, a note that is written: they handle their own clicks. */
function isChrome(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-canvas-chrome], [data-create], textarea') !== null
}
