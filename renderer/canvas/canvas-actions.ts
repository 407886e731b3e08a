import type { ObjectId } from '../../shared/workspace/kube-object'
import { placeAllInSteps, putByHand, type Places } from '../../shared/picture/automatic-places'
import { boxOf, cardsOf } from '../../shared/picture/cards-of'
import type { Point } from '../../shared/workspace/change'
import { arrangeBetweenFrames } from './arranging'
import { bringIntoView, update, type CanvasStore } from './canvas-store'
import { movedPlaces } from './gestures/move-cards'
import { arrangement } from './receive-props'
import { sceneInScope } from './scene/scene-in-scope'
import { showAll } from './scope'
import type { CardId } from '../../shared/picture/scene'

/** How long a card shows that it can't take what was dropped on it. */
const REFUSED_FOR = 600

/** Select objects; none clears. */
export function select(store: CanvasStore, objects: readonly ObjectId[]): void {
  const { selection, onSelect } = store.getState().props
  const same =
    selection.relation === null &&
    selection.objects.length === objects.length &&
    objects.every((id, i) => selection.objects[i] === id)
  if (!same) onSelect({ objects, relation: null })
}

export function selectRelation(store: CanvasStore, relation: string): void {
  store.getState().props.onSelect({ objects: [], relation })
}

/** Add an object to the selection, or take it out. */
export function toggleSelected(store: CanvasStore, id: ObjectId): void {
  const { objects } = store.getState().props.selection
  select(store, objects.includes(id) ? objects.filter(other => other !== id) : [...objects, id])
}

/** Give a card the keyboard, and bring it into view. */
export function focusCard(store: CanvasStore, id: CardId): void {
  bringIntoView(store, id)
  takeFocus(store, id)
}

/** Give a card the keyboard where it is; out of view it gets it as it is put into the DOM. */
export function takeFocus(store: CanvasStore, id: CardId): void {
  update(store, { focused: id, hasFocus: true, focusRequest: store.getState().focusRequest + 1 })
}

/** Give the canvas itself the keyboard. */
export function focusRegion(store: CanvasStore): void {
  update(store, { regionRequest: store.getState().regionRequest + 1 })
}

/** Flash a card once as one that can't take the wire. */
export function refuse(store: CanvasStore, id: CardId): void {
  update(store, { refused: id })
  setTimeout(() => {
    if (store.getState().refused === id) update(store, { refused: null })
  }, REFUSED_FOR)
}

/** Arrange all cards, whatever the user placed, as one change. */
export function arrangeAll(store: CanvasStore): void {
  showAll(store)
  const { props } = store.getState()
  if (!props.complete) {
    props.onAnnounce?.('The folder is still being read: arrange it when all of it is there')
    return
  }
  arrangeAnew(store)
}

function arrangeAnew(store: CanvasStore): void {
  const { props } = store.getState()
  const places: Places = new Map()
  const asked = { cards: props.objects.length, again: () => arrangeAnew(store) }
  arrangeBetweenFrames(store, asked, arrangement({ ...props, places }), ({ places: arranged }) => {
    const { placed, props: latest } = store.getState()
    if (latest.readOnly) return
    update(store, { placed: putByHand(placed, arranged) })
    const known = new Set(latest.objects.map(object => object.id))
    latest.onArrange(new Map([...arranged].filter(([id]) => known.has(id))))
  })
}

/** Arrange the cards of one namespace among themselves, as one change. */
export function arrangeNamespace(store: CanvasStore, namespace: string): void {
  const { objects } = store.getState().props
  arrangeSome(
    store,
    objects.filter(object => boxOf(object) === namespace).map(object => object.id),
  )
}

/** Arrange some cards among themselves, from the corner on that they have now; all others stay. One change. */
export function arrangeSome(store: CanvasStore, ids: readonly ObjectId[]): void {
  const { props, scope } = store.getState()
  if (scope.lens) showAll(store)
  const chosen = new Set(ids)
  const cards = cardsOf(
    props.objects.filter(object => chosen.has(object.id)),
    [],
  )
  if (cards.length < 2) return
  const asked = { cards: cards.length, again: () => arrangeSome(store, ids) }
  arrangeBetweenFrames(store, asked, placeAllInSteps(cards, props.graph.relations, new Map()), arranged => {
    const { placed, scene, pictured, scope, props: latest } = store.getState()
    if (latest.readOnly) return
    const from = cornerOf(ids.flatMap(id => placed.places.get(id) ?? []))
    const to = cornerOf([...arranged.values()])
    const moved = new Map(
      [...arranged].map(([id, { x, y }]) => [id, { x: x - to.x + from.x, y: y - to.y + from.y }] as const),
    )
    const kept = movedPlaces(store.getState(), moved)
    const next = putByHand(placed, moved)
    update(store, { placed: next, ...sceneInScope(pictured, next.places, scope, scene) })
    latest.onArrange(kept)
  })
}

function cornerOf(places: readonly Point[]): Point {
  return { x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) }
}
