import { keyText } from './key-text'
import type { YamlEntry, YamlItem, YamlMap, YamlNode, YamlSeq } from './tree'

/** A node and how it hangs in the tree. The root has no parent; a map's value has an entry, a sequence's an item. */
export type FoundNode = {
  readonly node: YamlNode
  readonly entry: YamlEntry | null
  readonly item: YamlItem | null
  readonly parent: YamlMap | YamlSeq | null
}

/**
 * The node at a path of keys (as they are written) and item numbers, or null where the path leaves the tree. Of equal
 * keys the last one counts, as it does for kubectl. Aliases aren't followed.
 */
export function nodeAt(text: string, root: YamlNode, path: readonly string[]): FoundNode | null {
  let found: FoundNode = { node: root, entry: null, item: null, parent: null }
  for (const step of path) {
    const next = childAt(text, found.node, step)
    if (next === null) return null
    found = next
  }
  return found
}

function childAt(text: string, node: YamlNode, step: string): FoundNode | null {
  if (node.type === 'map') {
    const entry = node.entries.findLast(candidate => keyText(text, candidate.key) === step)
    return entry === undefined ? null : { node: entry.value, entry, item: null, parent: node }
  }
  if (node.type === 'seq') {
    const item = ITEM_NUMBER.test(step) ? node.items[Number(step)] : undefined
    return item === undefined ? null : { node: item.value, entry: null, item, parent: node }
  }
  return null
}

const ITEM_NUMBER = /^(0|[1-9][0-9]*)$/

/**
 * The path of the innermost node around an offset. On a key it is the path of the key's value; between two entries, that
 * of the collection around them.
 */
export function pathAt(text: string, root: YamlNode, offset: number): string[] {
  const path: string[] = []
  let node: YamlNode | null = root
  while (node !== null) {
    if (node.type === 'map') {
      const entry: YamlEntry | undefined = node.entries.findLast(candidate => candidate.from <= offset)
      if (entry === undefined || offset > Math.max(entry.value.to, entry.key.to, entry.colon ?? 0)) return path
      path.push(keyText(text, entry.key))
      node = offset < startOf(entry.value) ? null : entry.value
    } else if (node.type === 'seq') {
      const index: number = node.items.findLastIndex(candidate => candidate.from <= offset)
      const item: YamlItem | undefined = node.items[index]
      if (item === undefined || offset > item.value.to) return path
      path.push(String(index))
      node = item.value
    } else return path
  }
  return path
}

function startOf(node: YamlNode): number {
  return node.properties?.from ?? node.from
}
