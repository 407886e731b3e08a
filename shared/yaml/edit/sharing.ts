import { aliasTargets } from '../anchors'
import { pathAt } from '../find-node'
import { formatPointer } from '../pointer'
import type { YamlAlias, YamlNode } from '../tree'
import type { Draft } from './draft'
import type { Place } from './place'
import { refuse, type Refused } from './refusal'

/** An anchored node that an edit would change, and the aliases elsewhere that would change with it. */
export type Sharing = { readonly anchored: YamlNode; readonly aliases: readonly YamlAlias[] }

/**
 * Who else sees a change inside a place: through an anchor on it or around it. With `whole`, the place itself goes, and
 * with it every anchor inside.
 */
export function sharingOf(draft: Draft, place: Place, whole: boolean): Sharing | null {
  if (!draft.text.includes('*')) return null
  const around = new Set<YamlNode>()
  for (let at: Place | null = place; at !== null; at = at.parent) around.add(at.node)
  const from = place.node.properties?.from ?? place.node.from
  const isInside = (node: YamlNode): boolean => node.from >= from && node.to <= place.node.to

  const byAnchor = new Map<YamlNode, YamlAlias[]>()
  for (const [alias, target] of aliasTargets(draft.root)) {
    const isSeen = around.has(target) || (whole && isInside(target) && !isInside(alias))
    if (isSeen) byAnchor.set(target, [...(byAnchor.get(target) ?? []), alias])
  }
  const [first] = byAnchor
  return first === undefined ? null : { anchored: first[0], aliases: first[1] }
}

/** Says where else the value is seen. */
export function refuseShared(draft: Draft, { anchored, aliases }: Sharing): Refused {
  const places = aliases.map(alias => formatPointer(pathAt(draft.text, draft.root, alias.from)))
  const name = anchored.properties?.anchor ?? ''
  const message = `The value is shared by the anchor &${name}: it is also seen at ${places.join(', ')}`
  return refuse('shared-by-alias', message, anchored.from + draft.shift)
}
