import type { ObjectId } from '../../shared/workspace/kube-object'
import { placeAll } from '../../shared/picture/automatic-places'
import { cardsOf } from '../../shared/picture/cards-of'
import { bringIntoView, update, type CanvasStore } from './canvas-store'
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
  const { relations } = props.graph
  const places = placeAll(cardsOf(props.objects, relations), relations, new Map())
  update(store, { places })
  const objects = new Set(props.objects.map(object => object.id))
  props.onArrange(new Map([...places].filter(([id]) => objects.has(id))))
}
