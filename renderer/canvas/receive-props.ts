import { placeAllInSteps, placeMore, type Placed } from '../../shared/picture/automatic-places'
import { cardsInSteps, cardsOf } from '../../shared/picture/cards-of'
import type { Scene } from '../../shared/picture/scene'
import { finished, type Steps } from '../../shared/steps'
import type { CanvasProps } from './canvas-props'
import { fitUntouched, NOWHERE, update, type CanvasState, type CanvasStore } from './canvas-store'
import { inSlices } from './in-slices'
import { sceneInScope, WHOLE_DESIGN } from './scene/scene-in-scope'

/** While a folder is being read, the picture is made again each time that there is so much more of it. */
const GROWTH = 1.5
/** A design of so many objects is arranged at once; a larger one between frames, a little at a time. */
const AT_ONCE = 1000

/** Take over what the window hands down: the next picture, in which only what changed is new. */
export function receiveProps(store: CanvasStore, props: CanvasProps): void {
  const { pictured, placed, arranging } = store.getState()
  const isOther = pictured.designKey !== props.designKey
  const isFirst = placed.places.size === 0 || isOther
  const waits = !isFirst && !props.complete && props.objects.length < placed.places.size * GROWTH
  // What comes while an arrangement is made is looked at when it is there.
  if ((arranging && !isOther) || waits || (!isFirst && isSamePicture(pictured, props))) {
    update(store, { props })
    return
  }
  // While a folder is still being read everything is arranged afresh, so that the picture ends as it would have begun.
  if (!isFirst && pictured.complete) {
    const cards = cardsOf(props.objects, props.graph.relations)
    show(store, props, placeMore(placed, cards, props.graph.relations, props.places))
    return
  }
  update(store, { props })
  arrangeCards(store, props, arranged => {
    const { props: latest } = store.getState()
    show(store, props, arranged, latest)
    if (latest !== props) receiveProps(store, latest)
  })
}

/** Find a place for every card: at once where they are few, else between frames. What was under way is given up. */
export function arrangeCards(store: CanvasStore, props: CanvasProps, done: (placed: Placed) => void): void {
  store.getState().arranging?.()
  update(store, { arranging: null })
  if (props.objects.length <= AT_ONCE) return done(finished(arrangement(props)))
  const stop = inSlices(arrangement(props), placed => {
    update(store, { arranging: null })
    done(placed)
  })
  update(store, { arranging: stop })
}

/** All cards of a design with a place for each. */
function* arrangement({ objects, graph: { relations }, places: fixed }: CanvasProps): Steps<Placed> {
  const cards = yield* cardsInSteps(objects, relations)
  const places = yield* placeAllInSteps(cards, relations, fixed)
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
