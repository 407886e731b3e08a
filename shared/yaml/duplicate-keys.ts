import { keyText } from './key-text'
import { isMergeKey } from './meaning'
import type { YamlMap, YamlNode, YamlProblem } from './tree'

/** A warning for each key that a map has twice: kubectl takes the last in silence. */
export function duplicateKeys(text: string, root: YamlNode): YamlProblem[] {
  const problems: YamlProblem[] = []
  const waiting: YamlNode[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'map') {
      if (mayRepeat(text, node)) findRepeated(text, node, problems)
      for (const { value } of node.entries) if (value.type === 'map' || value.type === 'seq') waiting.push(value)
    } else if (node.type === 'seq') {
      for (const { value } of node.items) if (value.type === 'map' || value.type === 'seq') waiting.push(value)
    }
  }
  return problems.sort((a, b) => a.from - b.from)
}

/** Most maps are small, and their keys differ in length or first letter: that is seen without making strings. */
function mayRepeat(text: string, map: YamlMap): boolean {
  const { entries } = map
  if (entries.length > SMALL) return true
  for (let i = 1; i < entries.length; i++) {
    const key = entries[i]!.key
    const length = key.to - key.from
    const quoted = isQuoted(key)
    for (let j = 0; j < i; j++) {
      const other = entries[j]!.key
      if (quoted !== isQuoted(other)) return true
      if (length === other.to - other.from && text.charCodeAt(key.from) === text.charCodeAt(other.from)) return true
    }
  }
  return false
}

function isQuoted(key: YamlNode): boolean {
  return key.type === 'scalar' && key.style !== 'plain'
}

function findRepeated(text: string, map: YamlMap, problems: YamlProblem[]): void {
  const seen = new Set<string>()
  for (const { key } of map.entries) {
    const name = keyText(text, key)
    if (!seen.has(name)) seen.add(name)
    else if (!isMergeKey(text, key))
      problems.push({
        code: 'duplicate-key',
        severity: 'warning',
        message: `The key ${name} stands twice in this map; kubectl takes the last one in silence`,
        from: key.from,
        to: key.to,
      })
  }
}

const SMALL = 12
