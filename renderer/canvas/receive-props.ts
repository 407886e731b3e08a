import { placeAllInSteps, placeMore, type Placed } from '../../shared/picture/automatic-places'
import { cardsInSteps, cardsOf } from '../../shared/picture/cards-of'
import type { Scene } from '../../shared/picture/scene'
import { part, type Steps } from '../../shared/steps'
import { arrangeBetweenFrames } from './arranging'
import type { CanvasProps } from './canvas-props'
import { fitUntouched, NOWHERE, update, type CanvasState, type CanvasStore } from './canvas-store'
import { sceneInScope, WHOLE_DESIGN } from './scene/scene-in-scope'

/** While a folder is being read, the picture is made again each time that there is so much more of it. */
const GROWTH = 1.5

/** Take over what the window hands down: the next picture, in which only what changed is new. */
export function receiveProps(store: CanvasStore, props: CanvasProps): void {
  const { pictured, placed, arranging } = store.getState()
  const isOther = pictured.designKey !== props.designKey
  const isFirst = placed.places.size === 0 || isOther
  const waits = !isFirst && !props.complete && props.objects.length < placed.places.size * GROWTH
  // What comes while the first picture is made is looked at when that is there.
  if ((arranging?.again === null && !isOther) || waits || (!isFirst && isSamePicture(pictured, props))) {
    update(store, { props })
    return
  }
  // While a folder is still being read everything is arranged afresh, so that the picture ends as it would have begun.
  if (!isFirst && pictured.complete) {
    const cards = cardsOf(props.objects, props.graph.relations)
    show(store, props, placeMore(placed, cards, props.graph.relations, props.places))
    if (props.objects !== pictured.objects) arranging?.again?.()
    return
  }
  update(store, { props })
  arrangeBetweenFrames(store, { cards: props.objects.length, again: null }, arrangement(props), arranged => {
    const { props: latest } = store.getState()
    show(store, props, arranged, latest)
    if (latest !== props) receiveProps(store, latest)
  })
}

/** All cards of a design with a place for each. Most of it is to read what the cards say. */
export function* arrangement({ objects, graph: { relations }, places: fixed }: CanvasProps): Steps<Placed> {
  const cards = yield* part(cardsInSteps(objects, relations), 0, 0.7)
  const places = yield* part(placeAllInSteps(cards, relations, fixed), 0.7, 1)
  return { places, cards, fixed, left: new Map() }
}

function isSamePicture(a: CanvasProps, b: CanvasProps): boolean {
  return (
    a.objects === b.objects &&
    a.graph === b.graph &&
    a.places === b.places &&
    a.complete === b.complete &&
    a.shown === b.shown &&
    a.looks === b.looks &&
    a.hiddenGroups === b.hiddenGroups
  )
}

/** The picture of `props`; the window may have handed down others since. */
function show(store: CanvasStore, props: CanvasProps, placed: Placed, latest: CanvasProps = props): void {
  const before = store.getState()
  const opened = before.pictured.designKey !== props.designKey
  const scope = opened ? WHOLE_DESIGN : before.scope
  const picture = sceneInScope(props, placed.places, scope, before.scene)
  // What is added to a design that is there, even to an empty one, must not move the view under the pointer.
  const opening = opened || !before.pictured.complete || before.pictured === props
  const view = opened
    ? { viewTouched: false, visited: NOWHERE, focused: null, hovered: null }
    : opening
      ? {}
      : { viewTouched: true }
  const focus = focusIn(picture.scene, before)
  update(store, { props: latest, pictured: props, placed, scope, ...picture, ...focus, ...view })
  if (opening) fitUntouched(store)
}

/**
 * Where the keyboard goes when the card that has it is gone: to what stands for it, or what it stood for, where its
 * namespace was collapsed or expanded; else (undone, deleted) the canvas keeps it, so that no key is lost.
 */
function focusIn(scene: Scene, before: CanvasState): Partial<CanvasState> {
  const { hasFocus, focused, focusRequest, regionRequest } = before
  if (!hasFocus || focused === null || scene.card(focused)) return {}
  const stoodFor = before.scene.card(focused)?.collapsed?.members.find(id => scene.card(id)?.object)
  const heir = scene.standsFor(stoodFor ?? focused)
  return heir
    ? { focused: heir.id, focusRequest: focusRequest + 1 }
    : { focused: null, regionRequest: regionRequest + 1 }
}
