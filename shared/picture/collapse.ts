import { kindRow } from '../kinds/kinds'
import type { CardContent } from './card-content'
import type { UnplacedCard } from './cards-of'

/** One card in place of all that stands in each of the collapsed namespaces; the same list where none is. */
export function collapseNamespaces(
  cards: readonly UnplacedCard[],
  collapsed: ReadonlySet<string>,
): readonly UnplacedCard[] {
  if (collapsed.size === 0) return cards
  const members = new Map<string, UnplacedCard[]>()
  const rest: UnplacedCard[] = []
  for (const card of cards) {
    const { namespace } = card
    if (namespace === null || !collapsed.has(namespace)) rest.push(card)
    else if (!members.get(namespace)?.push(card)) members.set(namespace, [card])
  }
  return [...rest, ...[...members].map(([namespace, inside]) => standInFor(namespace, inside))]
}

function standInFor(namespace: string, inside: readonly UnplacedCard[]): UnplacedCard {
  return {
    id: `namespace:${namespace}`,
    label: `Collapsed namespace ${namespace}`,
    object: null,
    ghost: null,
    outside: null,
    collapsed: { namespace, members: inside.map(card => card.id) },
    content: contentOfNamespace(namespace, inside),
    namespace: null,
  }
}

const MOST_KINDS = 2

/** How much there is in it, and of what most. */
function contentOfNamespace(namespace: string, inside: readonly UnplacedCard[]): CardContent {
  const objects = inside.flatMap(({ object }) => (object?.namespace === namespace ? [object] : []))
  const counts = new Map<string, number>()
  for (const { kind } of objects) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const most = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).slice(0, MOST_KINDS)
  const lines = [
    objects.length === 1 ? '1 object' : `${objects.length} objects`,
    most.map(([kind, count]) => `${count} ${kind}`).join(' · '),
  ]
  return {
    row: kindRow('', 'Namespace'),
    name: namespace,
    lines: lines.filter(Boolean).map(text => ({ text, glyph: null, container: null })),
  }
}
