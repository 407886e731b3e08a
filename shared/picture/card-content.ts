import { defineKind } from '../kinds/define-kind'
import { kindRow } from '../kinds/kinds'
import type { CardLine, KindRow } from '../kinds/kind-row'
import { MOST_LINES } from '../layout/card-size'
import type { MissingTarget } from '../relations/relation'
import type { KubeObject } from '../workspace/kube-object'

/** What a card says. */
export type CardContent = {
  readonly row: KindRow
  readonly name: string
  /** Six lines at most, none for what is outside: together with the card's width its whole size. */
  readonly lines: readonly CardLine[]
}

const contents = new WeakMap<KubeObject, CardContent>()

/** What an object's card says. The same answer while the object is the same. */
export function contentOf(object: KubeObject): CardContent {
  const known = contents.get(object)
  if (known) return known
  const row = kindRow(object.group, object.kind)
  const content = { row, name: object.name ?? 'unnamed', lines: atMostSix(row.cardLines(object.data)) }
  contents.set(object, content)
  return content
}

/** What the card of a missing object says. */
export function ghostContent(missing: MissingTarget): CardContent {
  return { row: kindRow(missing.group, missing.kind), name: missing.name, lines: [plainLine('Not found')] }
}

/** What the card of something outside says: "User jane" is a person, all else the name of a place. */
export function outsideContent(name: string): CardContent {
  const [, who, rest] = /^(User|Group|Signer) (.+)$/.exec(name) ?? []
  const row = OUTSIDE_ROWS[who === 'User' || who === 'Group' || who === 'Signer' ? who : 'Outside']
  return { row, name: rest ?? name, lines: [] }
}

const OUTSIDE_ROWS = {
  User: defineKind({ kind: 'User', family: 'access', icon: 'k-user', versions: [] }),
  Group: defineKind({ kind: 'Group', family: 'access', icon: 'k-group', versions: [] }),
  Signer: defineKind({ kind: 'Signer', family: 'access', icon: 'k-outside', versions: [] }),
  Outside: defineKind({ kind: 'Outside', family: 'traffic', icon: 'k-outside', versions: [] }),
}

function atMostSix(lines: readonly CardLine[]): readonly CardLine[] {
  if (lines.length === 0) return [plainLine('')]
  if (lines.length <= MOST_LINES) return lines
  const hidden = lines.slice(MOST_LINES - 2, -1)
  const noun = hidden.every(line => line.container !== null) ? 'container' : 'line'
  const more = `${hidden.length} more ${noun}${hidden.length === 1 ? '' : 's'}`
  return [...lines.slice(0, MOST_LINES - 2), plainLine(more), ...lines.slice(-1)]
}

function plainLine(text: string): CardLine {
  return { text, glyph: null, container: null }
}
