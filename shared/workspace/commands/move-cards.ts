import { titleOf } from '../../relations/title'
import type { Planned, Point } from '../change'
import type { Design } from '../design'
import type { ObjectId } from '../kube-object'
import { layoutKeys } from '../layout'
import { objectIsGone } from '../refusal'

/** `says` names the step where it is more than a drag ("Arrange"). Null gives a card back to the automatic placement. */
export type MoveCards = { readonly places: ReadonlyMap<ObjectId, Point | null>; readonly says?: string }

/** Cards that were dragged, or arranged. */
export function moveCards({ workspace }: Design, { places, says }: MoveCards): Planned {
  const keys = layoutKeys(workspace.objects)
  const layout = new Map<string, Point | null>()
  for (const [id, place] of places) {
    const key = keys.get(id)
    if (key !== undefined) layout.set(key, place)
  }
  const [first] = places.keys()
  const object = first === undefined ? null : workspace.object(first)
  if (layout.size === 0 || !object) return objectIsGone()
  const name = places.size === 1 ? titleOf(object) : `${places.size} cards`
  return { ok: true, change: { says: says ?? `Move ${name}`, files: new Map(), layout } }
}
