import { sameItems } from '../changed-span'
import { GROUP_PADDING } from '../layout/card-size'
import { boundsOf, contains, type Rect } from '../layout/rect'
import type { Point } from '../workspace/change'
import type { SceneCard, SceneGroup } from './scene'

/** The namespaces of these cards. Each is kept while its cards are. */
export function groupsOf(cards: readonly SceneCard[], before: readonly SceneGroup[]): readonly SceneGroup[] {
  const members = new Map<string, SceneCard[]>()
  for (const card of cards) {
    if (card.namespace === null) continue
    const list = members.get(card.namespace)
    if (list) list.push(card)
    else members.set(card.namespace, [card])
  }
  const known = new Map(before.map(group => [group.namespace, group]))
  return [...members].map(([namespace, list]) => {
    const last = known.get(namespace)
    if (last && sameItems(last.cards, list)) return last
    return { namespace, cards: list, rect: groupRect(list.map(card => card.rect)) }
  })
}

/** How many objects a namespace holds, in words: its own is not among them. */
export function countInGroup(group: SceneGroup): string {
  const known = counts.get(group)
  if (known !== undefined) return known
  const count = group.cards.filter(({ object }) => object?.namespace === group.namespace).length
  const words = count === 1 ? '1 object' : `${count} objects`
  counts.set(group, words)
  return words
}
const counts = new WeakMap<SceneGroup, string>()

/** The box of a namespace around the boxes of its cards. */
export function groupRect(rects: readonly Rect[]): Rect {
  const bounds = boundsOf(rects) ?? { x: 0, y: 0, width: 0, height: 0 }
  const { left, right, top, bottom } = GROUP_PADDING
  return {
    x: bounds.x - left,
    y: bounds.y - top,
    width: left + bounds.width + right,
    height: top + bounds.height + bottom,
  }
}

/** Whether a point is on the head of a namespace's box, by which it is moved. */
export function isOnHead(group: SceneGroup, point: Point): boolean {
  return contains({ ...group.rect, height: GROUP_PADDING.top - 4 }, point)
}
