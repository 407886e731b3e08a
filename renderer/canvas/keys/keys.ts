import { SNAP } from '../../../shared/layout/card-size'
import { centreOf } from '../../../shared/layout/rect'
import { cancelArranging } from '../arranging'
import { arrangeAll, focusCard, select, selectRelation, takeFocus } from '../canvas-actions'
import { bringIntoView, fit, goBack, setView, update, type CanvasStore } from '../canvas-store'
import { moveCards } from '../gestures/move-cards'
import { toggleNamespaces } from '../groups/toggle-namespaces'
import { beginNote } from '../notes/note-actions'
import { handleNoteKey, noteOf } from '../notes/note-keys'
import type { SceneCard, SceneEdge } from '../../../shared/picture/scene'
import { lensOfKey, lookThrough, showAll, showAround } from '../scope'
import { seenRect, toScreen, zoomedAt } from '../view'
import { cardNear, nearestCard, type Direction } from './nearest'

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const ZOOM_STEP = 1.25

/** The keys of the canvas (VISUAL.md, Keys). What is not handled bubbles on to the window. Returns what ends it. */
export function attachKeys(root: HTMLElement, store: CanvasStore): () => void {
  const down = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target)) return
    const handled = handleKey(store, root, event)
    if (!handled) return
    event.preventDefault()
    event.stopPropagation()
  }
  const up = (event: KeyboardEvent) => {
    if (event.key === ' ') update(store, { spaceHeld: false })
  }
  root.addEventListener('keydown', down)
  window.addEventListener('keyup', up)
  return () => {
    root.removeEventListener('keydown', down)
    window.removeEventListener('keyup', up)
  }
}

function handleKey(store: CanvasStore, root: HTMLElement, event: KeyboardEvent): boolean {
  const note = noteOf(event.target)
  if (note !== null && handleNoteKey(store, note, event)) return true
  const direction = ARROWS[event.key]
  if (direction && !event.ctrlKey && !event.metaKey) return arrow(store, direction, event)
  if (event.key === 'Enter') return enter(store, event)
  if (event.key === 'Escape') return escape(store)
  if (event.key === 'Delete' || event.key === 'Backspace') return remove(store, event)
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  switch (event.key) {
    case ' ':
      if (isButton(event.target)) return false
      update(store, { spaceHeld: true })
      return true
    case 'F2':
      return rename(store)
    case '1':
      fit(store)
      return true
    case '0':
      zoomTo(store, 1)
      return true
    case '2':
      fit(store, store.getState().props.selection.objects)
      return true
    case '[':
      goBack(store, -1)
      return true
    case ']':
      goBack(store, 1)
      return true
    case '3':
      showAll(store)
      return true
    case '+':
    case '=':
      zoomTo(store, store.getState().view.zoom * ZOOM_STEP)
      return true
    case '-':
      zoomTo(store, store.getState().view.zoom / ZOOM_STEP)
      return true
  }
  const lens = lensOfKey(event.key)
  if (lens) {
    lookThrough(store, lens)
    return true
  }
  switch (event.key.toLowerCase()) {
    case 'o':
      showAround(store)
      return true
    case 'c':
      return connect(store, event.target)
    case 'e':
      return nextEdge(store, event.shiftKey ? -1 : 1)
    case 'a':
      return edit(store, () => arrangeAll(store))
    case 'n':
      return edit(store, () => newHere(store, root))
    case 't':
      return edit(store, () => beginNote(store))
    case 'g':
      return edit(store, () => toggleNamespaces(store))
    case 'm':
      update(store, { minimap: !store.getState().minimap })
      return true
  }
  return false
}

/** Zoom around the middle of the view. */
export function zoomTo(store: CanvasStore, zoom: number): void {
  const { view, size } = store.getState()
  setView(store, zoomedAt(view, zoom, { x: size.width / 2, y: size.height / 2 }))
}

function arrow(store: CanvasStore, direction: Direction, event: KeyboardEvent): boolean {
  const state = store.getState()
  const { scene, props } = state
  const from = startCard(store)
  if (!from) return true
  if (event.altKey) {
    const by = {
      x: direction === 'left' ? -SNAP : direction === 'right' ? SNAP : 0,
      y: direction === 'up' ? -SNAP : direction === 'down' ? SNAP : 0,
    }
    const { objects } = props.selection
    return edit(store, () => moveCards(store, new Set(objects.includes(from.id) ? objects : [from.id]), by))
  }
  // The first arrow after the canvas got the keyboard shows where it is.
  const hadCard = state.hasFocus && state.focused === from.id
  const to = hadCard ? nearestCard(scene.cards, from, direction) : from
  if (!to) return true
  focusCard(store, to.id)
  if (!to.object) select(store, [])
  else select(store, event.shiftKey ? [...new Set([...props.selection.objects, to.id])] : [to.id])
  return true
}

/** Where arrows start: the card that had the keyboard last, else the selected one, else the one in the middle. */
function startCard(store: CanvasStore): SceneCard | null {
  const { scene, focused, props, view, size } = store.getState()
  return (
    (focused === null ? null : scene.card(focused)) ??
    scene.card(props.selection.objects[0] ?? '') ??
    cardNear(scene.cards, centreOf(seenRect(view, size)))
  )
}

/** The card that a key is meant for: the one with the keyboard. */
function currentCard(store: CanvasStore): SceneCard | null {
  const { scene, focused, props } = store.getState()
  return (focused === null ? null : scene.card(focused)) ?? scene.card(props.selection.objects[0] ?? '')
}

/** The edge that a key is meant for: the one with the keyboard, else the selected one; never a card instead of it. */
function currentEdge(store: CanvasStore, target: EventTarget | null): SceneEdge | null {
  const { scene, props } = store.getState()
  const element = target instanceof Element ? target : null
  const focused = element?.closest<HTMLElement>('[data-edge]')?.dataset['edge']
  const id = focused ?? props.selection.relation
  return id === null ? null : scene.edge(id)
}

function enter(store: CanvasStore, event: KeyboardEvent): boolean {
  if (isButton(event.target)) return false
  const { props } = store.getState()
  const edge = currentEdge(store, event.target)
  const card = edge ? edge.from : currentCard(store)
  if (!card) return false
  if (card.ghost) return edit(store, () => props.onCreateMissing(card.ghost!.relation, card.rect))
  if (card.collapsed) return edit(store, () => toggleNamespaces(store))
  if (event.ctrlKey || event.metaKey) {
    props.onGoToYaml(card.id)
    return true
  }
  if (!edge) select(store, [card.id])
  props.onOpen(card.id)
  return true
}

function escape(store: CanvasStore): boolean {
  const { gesture, props, focused, scene } = store.getState()
  if (gesture) {
    update(store, { gesture: null })
    return true
  }
  if (cancelArranging(store)) return true
  if (props.selection.relation !== null && focused !== null && scene.card(focused)) {
    // Out of the edge, back to the card.
    focusCard(store, focused)
    select(store, [focused])
    return true
  }
  if (props.selection.objects.length === 0 && props.selection.relation === null) return false
  select(store, [])
  return true
}

function remove(store: CanvasStore, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  return edit(store, () => {
    const { props } = store.getState()
    const edge = currentEdge(store, event.target)
    if (edge) {
      // The edge's element has the focus and will be gone: its card takes it.
      const { focused } = store.getState()
      const card = focused ?? edge.from.id
      props.onUnwire(edge.relation)
      takeFocus(store, card)
      return
    }
    const { objects } = props.selection
    const card = currentCard(store)
    if (card?.object && !objects.includes(card.id)) props.onDelete([card.id])
    else if (objects.length > 0) props.onDelete(objects)
  })
}

function rename(store: CanvasStore): boolean {
  const card = currentCard(store)
  return edit(store, () => {
    if (card?.object) store.getState().props.onRename(card.id)
  })
}

function connect(store: CanvasStore, target: EventTarget | null): boolean {
  const card = currentCard(store)
  if (isTyping(target) || !card?.object) return false
  return edit(store, () => update(store, { connectingFrom: card.id }))
}

function nextEdge(store: CanvasStore, step: 1 | -1): boolean {
  const { scene, props } = store.getState()
  const card = currentCard(store)
  if (!card) return false
  const edges = scene.edgesOf(card.id)
  if (edges.length === 0) return true
  const now = edges.findIndex(edge => edge.relation.id === props.selection.relation)
  const next = now < 0 ? (step > 0 ? 0 : edges.length - 1) : (now + step + edges.length) % edges.length
  // Its element takes the keyboard as it is drawn; the card is where the arrows go on from.
  bringIntoView(store, card.id)
  update(store, { focused: card.id, hasFocus: true })
  selectRelation(store, edges[next]!.relation.id)
  return true
}

function newHere(store: CanvasStore, root: HTMLElement): void {
  showAll(store)
  const { view, size, props, scene } = store.getState()
  const card = currentCard(store)
  const point = card && scene.card(card.id) ? { x: card.rect.x, y: card.rect.y } : centreOf(seenRect(view, size))
  const at = toScreen(view, point)
  const box = root.getBoundingClientRect()
  props.onNew(point, { clientX: box.left + at.x, clientY: box.top + at.y })
}

/** Do something that changes the design, unless that is not allowed. */
function edit(store: CanvasStore, change: () => void): boolean {
  if (store.getState().props.readOnly) return false
  change()
  return true
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button') !== null
}
