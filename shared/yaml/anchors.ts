import type { YamlAlias, YamlNode } from './tree'

/**
 * What each alias of a document stands for: the last node before it that carries its anchor, which may be a node that it
 * stands in itself. An alias that names no anchor is missing from the map.
 */
export function aliasTargets(root: YamlNode): ReadonlyMap<YamlAlias, YamlNode> {
  const targets = new Map<YamlAlias, YamlNode>()
  const anchors = new Map<string, YamlNode>()
  // Document order without recursion: children are pushed last first.
  const waiting: YamlNode[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.properties?.anchor != null) anchors.set(node.properties.anchor, node)
    if (node.type === 'alias') {
      const target = anchors.get(node.name)
      if (target !== undefined) targets.set(node, target)
    } else if (node.type === 'map') {
      for (let i = node.entries.length - 1; i >= 0; i--) waiting.push(node.entries[i]!.value, node.entries[i]!.key)
    } else if (node.type === 'seq') {
      for (let i = node.items.length - 1; i >= 0; i--) waiting.push(node.items[i]!.value)
    }
  }
  return targets
}
