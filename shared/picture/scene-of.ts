import { placeAll, type Places } from './automatic-places'
import { buildScene, type SceneOptions } from './build-scene'
import { cardsOf } from './cards-of'
import type { Scene } from './scene'
import type { ShownGraph } from './shown-graph'

/** The picture of a graph, or of a part of one: cards stand where `places` says, all others where they are arranged. */
export function sceneOf({ objects, relations }: ShownGraph, places: Places, options: SceneOptions = {}): Scene {
  const cards = cardsOf(objects, relations)
  const placed = placeAll(cards, relations, places)
  return buildScene(cards, relations, placed, null, options)
}
