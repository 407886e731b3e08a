import { scalarText } from './scalar-text'
import type { YamlNode } from './tree'

/**
 * A key as it is written: a scalar's content whatever kubectl makes of it (`n` stays `n`), an alias with its `*`, a
 * collection's source. JSON pointers and paths use it.
 */
export function keyText(text: string, key: YamlNode): string {
  return key.type === 'scalar' ? scalarText(text, key) : text.slice(key.from, key.to)
}
