import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type FocusEvent } from 'react'
import { centreOf } from '../../shared/layout/rect'
import { chains } from '../../shared/relations/chains'
import { stopArranging } from './arranging'
import {
  arrangeAll,
  arrangeNamespace,
  arrangeSome,
  focusCard,
  focusRegion,
  refuse,
  select,
  selectRelation,
  takeFocus,
} from './canvas-actions'
import type { CanvasHandle, CanvasProps } from './canvas-props'
import {
  bringIntoView,
  CanvasStoreProvider,
  createCanvasStore,
  fit,
  fitUntouched,
  goBack,
  update,
  useCanvas,
  useCanvasStore,
  visit,
  type CanvasStore,
} from './canvas-store'
import css from './canvas.module.css'
import { CardsLayer } from './cards/cards-layer'
import { ArrangingBar } from './chrome/arranging-bar'
import { CanvasChrome } from './chrome/canvas-chrome'
import { LaneHeads, ScopeBar } from './chrome/scope-bar'
import { ConnectList } from './connect/connect-list'
import { EdgesLayer } from './edges/edges-layer'
import { TrunkWords } from './edges/trunk-words'
import { runFrames } from './frames'
import { attachDropKind } from './gestures/drop-kind'
import { GestureLayer } from './gestures/gesture-layer'
import { alignSelected } from './gestures/move-cards'
import { attachPointer } from './gestures/pointer'
import { attachWheel } from './gestures/wheel'
import { GroupHeads } from './groups/group-heads'
import { toggleNamespaces } from './groups/toggle-namespaces'
import { attachKeys, zoomTo } from './keys/keys'
import { beginFrame, beginNote, editNote } from './notes/note-actions'
import { FramesLayer, NotesLayer } from './notes/notes-layer'
import type { Sheets } from './paint/painted-layer'
import { sheetOn } from './paint/sheet'
import { receiveProps } from './receive-props'
import { freePlace } from './scene/free-place'
import { lookThrough, showAll, showAround } from './scope'
import { followRest } from './follow-rest'
import { lookAt, seenRect, viewAt } from './view'

/** The design as a picture that can be moved in, wired and edited. */
export function Canvas({ ref, ...props }: CanvasProps) {
  const [store] = useState(() => createCanvasStore(props))
  useLayoutEffect(() => receiveProps(store, props), [store, props])
  useImperativeHandle(ref, () => handleOf(store), [store])
  return (
    <CanvasStoreProvider value={store}>
      <Region />
    </CanvasStoreProvider>
  )
}

function Region() {
  const store = useCanvasStore()
  const root = useRef<HTMLElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const painted = useRef<HTMLDivElement>(null)
  // A card that can take the focus is the stop for Tab; without one the region is.
  const hasStop = useCanvas(state => state.focused !== null && state.scene.card(state.focused) !== null)
  const pans = useCanvas(state => state.spaceHeld || state.gesture?.type === 'pan')
  const regionRequest = useCanvas(state => state.regionRequest)

  useLayoutEffect(() => watchSize(root.current!, store), [store])
  useEffect(() => {
    const elements = { root: root.current!, stage: stage.current!, sheets: sheetsIn(painted.current!) }
    const ends = [
      runFrames(store, elements),
      attachPointer(elements.root, store),
      attachWheel(elements.root, store),
      attachKeys(elements.root, store),
      attachDropKind(elements.root, store),
      followRest(store),
    ]
    return () => {
      ends.forEach(end => end())
      stopArranging(store)
    }
  }, [store])
  useEffect(() => {
    if (regionRequest > 0) root.current?.focus({ preventScroll: true })
  }, [regionRequest])

  return (
    <section
      ref={root}
      aria-label="Canvas"
      tabIndex={hasStop ? -1 : 0}
      className={css.canvas}
      data-pans={pans || undefined}
      onFocus={event => followFocus(store, event)}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) update(store, { hasFocus: false, spaceHeld: false })
      }}
    >
      <div ref={painted} className={css.painted} aria-hidden="true">
        <canvas />
        <canvas />
        <canvas />
        <canvas />
      </div>
      <div ref={stage} className={css.stage}>
        <LaneHeads />
        <FramesLayer />
        <GroupHeads />
        <NotesLayer />
        <div className={css.cards}>
          <CardsLayer />
        </div>
        <EdgesLayer />
        <TrunkWords />
        <GestureLayer />
      </div>
      <EmptyHint />
      <ArrangingBar />
      <ScopeBar />
      <CanvasChrome />
      <ConnectList />
    </section>
  )
}

/** The sheets of the painted layer, the undermost first. */
function sheetsIn(parent: HTMLElement): Sheets {
  const [overview, first, second, lifted] = parent.querySelectorAll('canvas')
  return {
    overview: sheetOn(overview!),
    turned: [sheetOn(first!), sheetOn(second!)],
    lifted: sheetOn(lifted!, true),
  }
}

/** Where there is no card to see, the window says what to do about it. */
function EmptyHint() {
  const hint = useCanvas(state => (state.scene.cards.length === 0 ? state.props.whenEmpty : undefined))
  if (!hint) return null
  return (
    <div className={css.empty} data-canvas-chrome>
      {hint}
    </div>
  )
}

/** The element that got the focus says which card has the keyboard. */
function followFocus(store: CanvasStore, { target }: FocusEvent<HTMLElement>): void {
  const card = target.closest<HTMLElement>('[data-card]')?.dataset['card']
  const edge = target.closest<HTMLElement>('[data-edge]')?.dataset['edge']
  if (edge !== undefined) {
    // Selected it stays an element while the pointer goes elsewhere, and what a key does is done to it.
    if (store.getState().props.selection.relation !== edge) selectRelation(store, edge)
    return
  }
  update(store, card === undefined ? { hasFocus: false } : { focused: card, hasFocus: true })
  // The keys are a card's again, so no edge may look as if they were its own.
  if (card !== undefined && store.getState().props.selection.relation !== null)
    select(store, store.getState().scene.card(card)?.object ? [card] : [])
}

/** Keep the store's size that of the element. Returns what ends it. */
function watchSize(root: HTMLElement, store: CanvasStore): () => void {
  const measure = () => {
    update(store, { size: { width: root.clientWidth, height: root.clientHeight } })
    fitUntouched(store)
  }
  const observer = new ResizeObserver(measure)
  observer.observe(root)
  measure()
  return () => observer.disconnect()
}

function handleOf(store: CanvasStore): CanvasHandle {
  return {
    fit: () => fit(store),
    zoomTo: zoom => zoomTo(store, zoom),
    zoomBy: factor => zoomTo(store, store.getState().view.zoom * factor),
    zoomToSelection: () => fit(store, store.getState().props.selection.objects),
    arrange: () => arrangeAll(store),
    arrangeNamespace: namespace => arrangeNamespace(store, namespace),
    arrangeSelection: () => arrangeSome(store, store.getState().props.selection.objects),
    addNote: () => beginNote(store),
    addFrame: () => beginFrame(store),
    toggleNamespaces: () => toggleNamespaces(store),
    editNote: id => editNote(store, id),
    align: how => alignSelected(store, how),
    goBack: step => goBack(store, step),
    lookThrough: name => lookThrough(store, chains.find(chain => chain.name === name) ?? null),
    showAround: () => showAround(store),
    showAll: () => showAll(store),
    showCard: (id, options) => {
      // What is asked for by name is shown, even where the scope left it out.
      if (!store.getState().scene.standsFor(id) && store.getState().placed.places.has(id)) showAll(store)
      const shown = store.getState().scene.standsFor(id)?.id ?? id
      if (options?.focus === false) bringIntoView(store, shown)
      else focusCard(store, shown)
    },
    focus: card => {
      const { focused, scene } = store.getState()
      if (card !== undefined) takeFocus(store, card)
      else if (focused !== null && scene.card(focused)) takeFocus(store, focused)
      else focusRegion(store)
    },
    connectFrom: id => {
      bringIntoView(store, id)
      update(store, { focused: id, connectingFrom: id })
    },
    freePlace: near => {
      showAll(store)
      const { scene, view, size } = store.getState()
      return freePlace(scene, near ?? centreOf(seenRect(view, size)))
    },
    refuse: id => refuse(store, id),
    toggleMinimap: () => update(store, { minimap: !store.getState().minimap }),
    placeNow: () => {
      const { view, size, scope } = store.getState()
      return { ...lookAt(view, size), lens: scope.lens?.name ?? null }
    },
    goTo: ({ x, y, zoom, lens }) => {
      showAll(store)
      if (lens !== null) lookThrough(store, chains.find(chain => chain.name === lens) ?? null)
      visit(store, viewAt({ x, y, zoom }, store.getState().size))
    },
    shownNow: () => {
      const { placed, view, size } = store.getState()
      return { places: placed.places, seen: seenRect(view, size) }
    },
  }
}
