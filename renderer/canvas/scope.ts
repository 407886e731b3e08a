import { chains, type Chain } from '../../shared/relations/chains'
import { goToFirstView, update, type CanvasStore } from './canvas-store'
import { sceneInScope, WHOLE_DESIGN, type Scope } from './scene/scene-in-scope'

/** Look at the design through a lens; the same one again, or null, goes back to the user's own arrangement. */
export function lookThrough(store: CanvasStore, lens: Chain | null): void {
  const { scope } = store.getState()
  setScope(store, { ...scope, lens: scope.lens === lens ? null : lens })
}

/** Show only what is connected to the selected objects, so many relations far; one step further each time it is asked. */
export function showAround(store: CanvasStore, depth?: number): void {
  const { scope, props } = store.getState()
  const objects = scope.around?.objects ?? props.selection.objects
  if (objects.length === 0) return
  const next = scope.around === null ? 1 : scope.around.depth === 1 ? 2 : Infinity
  setScope(store, { ...scope, around: { objects, depth: depth ?? next } })
}

/** Show all of the design again, where the user put it. */
export function showAll(store: CanvasStore): void {
  setScope(store, WHOLE_DESIGN)
}

/** The lens of a digit key: 4 is the first of them. */
export function lensOfKey(key: string): Chain | null {
  return chains[Number(key) - FIRST_LENS_KEY] ?? null
}

/** 0, 1 and 2 zoom, 3 shows all. */
export const FIRST_LENS_KEY = 4

function setScope(store: CanvasStore, wanted: Scope): void {
  const scope = wanted.lens || wanted.around ? wanted : WHOLE_DESIGN
  const { props, pictured, placed, scene, view, viewOfWhole, scope: before } = store.getState()
  if (before === scope) return
  const left = before === WHOLE_DESIGN ? view : viewOfWhole
  update(store, {
    scope,
    viewOfWhole: scope === WHOLE_DESIGN ? null : left,
    ...sceneInScope(pictured, placed.places, scope, scene),
  })
  const { scene: now, hidden } = store.getState()
  const shown = now.cards.filter(card => card.object !== null).length
  props.onAnnounce?.(`${scope.lens ? `${scope.lens.label} lens` : 'Design'}: ${shown} shown, ${hidden} hidden`)
  // Back in the whole design the user is where he left it.
  if (scope === WHOLE_DESIGN && left) update(store, { view: left })
  else goToFirstView(store)
}
