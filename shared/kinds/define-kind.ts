import { textAt, type PlainMap } from '../yaml/plain'
import { line, MOST_LINES } from './cards/card-line'
import type { CardLine, KindRow } from './kind-row'

type Needed = 'kind' | 'versions' | 'family'

/** A row as its file writes it: what isn't said is what most kinds have. */
export type KindDefinition = Pick<KindRow, Needed> & Partial<Omit<KindRow, Needed>>

/** The row of a definition: core group, namespaced, a plain card, no pods and no starter unless it says so. */
export function defineKind(definition: KindDefinition): KindRow {
  return {
    group: '',
    formerGroups: [],
    plural: regularPlural(definition.kind),
    shortNames: [],
    scope: 'namespaced',
    icon: 'k-custom',
    searchWords: [],
    podTemplate: null,
    starter: null,
    starterNames: [],
    inspector: [],
    ...definition,
    cardLines: object => atLeastOneLine(object, definition.cardLines?.(object) ?? []),
  }
}

/** A card has a line: where a kind finds nothing to say about an object, its apiVersion. */
function atLeastOneLine(object: PlainMap, lines: readonly CardLine[]): readonly CardLine[] {
  const said = lines.filter(each => each.text !== '').slice(0, MOST_LINES)
  return said.length > 0 ? said : [line(textAt(object, 'apiVersion')?.trim() || 'No apiVersion')]
}

/** The plural that kubectl's own guess makes: `policies`, `classes`, `services`. */
export function regularPlural(kind: string): string {
  const word = kind.toLowerCase()
  if (/(s|x|ch|sh)$/.test(word)) return word + 'es'
  if (/[^aeiou]y$/.test(word)) return word.slice(0, -1) + 'ies'
  return word + 's'
}
