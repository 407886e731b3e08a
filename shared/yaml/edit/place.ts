import { isMergeKey, keyText, plainOf } from '../meaning'
import type { YamlEntry, YamlItem, YamlMap, YamlNode, YamlSeq } from '../tree'
import type { Draft } from './draft'
import { itemNumber } from './patch-plain'

/** A node in a draft, and how it hangs in its holder. */
export type Place = {
  readonly node: YamlNode
  /** Null for the document's root. */
  readonly slot: Slot | null
  readonly parent: Place | null
  /** Keys and item numbers as kubectl reads them: `n` is `false`. */
  readonly plainPath: readonly string[]
  /** Whether a flow collection is around it. */
  readonly inFlow: boolean
}

/** The entry or item that holds a node. */
export type Slot =
  | { readonly type: 'entry'; readonly holder: YamlMap; readonly index: number; readonly entry: YamlEntry }
  | { readonly type: 'item'; readonly holder: YamlSeq; readonly index: number; readonly item: YamlItem }

export type Located =
  | { readonly found: true; readonly place: Place }
  /** `reached` is the last place on the path, `rest` what follows it. */
  | {
      readonly found: false
      readonly why: 'no-such-path' | 'alias' | 'merge' | 'duplicate-key'
      readonly reached: Place
      readonly rest: readonly string[]
    }

/** Follows a path of keys as they are written and item numbers. Aliases and merge keys are not followed but told. */
export function locate(draft: Draft, path: readonly string[]): Located {
  let place = rootPlace(draft)
  for (let i = 0; i < path.length; i++) {
    const step = childOf(draft, place, path[i]!)
    if (typeof step === 'string') return { found: false, why: step, reached: place, rest: path.slice(i) }
    place = step
  }
  return { found: true, place }
}

export function rootPlace(draft: Draft): Place {
  return { node: draft.root, slot: null, parent: null, plainPath: [], inFlow: false }
}

/** The entries or items of a collection, in order; none for a scalar. */
export function slotsOf(node: YamlNode): readonly Slot[] {
  if (node.type === 'map') {
    return node.entries.map((entry, index): Slot => ({ type: 'entry', holder: node, index, entry }))
  }
  if (node.type === 'seq') return node.items.map((item, index): Slot => ({ type: 'item', holder: node, index, item }))
  return []
}

/** The place of a slot of a place's collection. */
export function placeOf(draft: Draft, parent: Place, slot: Slot): Place {
  const key = slot.type === 'entry' ? plainKey(draft, slot.entry) : String(slot.index)
  return {
    node: nodeOf(slot),
    slot,
    parent,
    plainPath: [...parent.plainPath, key],
    inFlow: parent.inFlow || isFlow(slot.holder),
  }
}

export function nodeOf(slot: Slot): YamlNode {
  return slot.type === 'entry' ? slot.entry.value : slot.item.value
}

/** The first character of an entry (its key or `?`) or item (its dash, or itself in a flow sequence). */
export function fromOf(slot: Slot): number {
  return slot.type === 'entry' ? slot.entry.from : slot.item.from
}

/** Behind the last character of an entry or item; its value may be empty. */
export function endOf(slot: Slot): number {
  if (slot.type === 'item') return Math.max(slot.item.value.to, slot.holder.style === 'block' ? slot.item.from + 1 : 0)
  const { key, colon, value } = slot.entry
  return Math.max(key.to, colon === null ? 0 : colon + 1, value.to)
}

/** Behind the colon or dash that a value stands behind, and behind its anchor and tag. */
export function headOf(draft: Draft, slot: Slot): number {
  const node = nodeOf(slot)
  if (node.properties !== null) return endOfProperties(draft.text, node)
  if (slot.type === 'item') return slot.holder.style === 'block' ? slot.item.from + 1 : slot.item.from
  return slot.entry.colon === null ? slot.entry.key.to : slot.entry.colon + 1
}

/** What a key means to kubectl. The key of an entry in a readable document always means something. */
export function plainKey(draft: Draft, entry: YamlEntry): string {
  const at = entry.key.to
  const value = { type: 'scalar', style: 'empty', from: at, to: at, indent: 0, properties: null } as const
  const alone: YamlMap = {
    type: 'map',
    style: 'flow',
    from: entry.from,
    to: at,
    entries: [{ ...entry, value }],
    properties: null,
  }
  const meaning = plainOf(draft.text, alone, draft.root)
  const key = meaning.ok && meaning.value !== null ? Object.keys(meaning.value)[0] : undefined
  return key ?? keyText(draft.text, entry.key)
}

export function isFlow(node: YamlNode): boolean {
  return (node.type === 'map' || node.type === 'seq') && node.style === 'flow'
}

function childOf(
  draft: Draft,
  place: Place,
  step: string,
): Place | 'no-such-path' | 'alias' | 'merge' | 'duplicate-key' {
  const { node } = place
  if (node.type === 'alias') return 'alias'
  if (node.type === 'seq') {
    const index = itemNumber(step, node.items.length - 1)
    const item = index === null ? undefined : node.items[index]
    if (index === null || item === undefined) return 'no-such-path'
    return placeOf(draft, place, { type: 'item', holder: node, index, item })
  }
  if (node.type !== 'map') return 'no-such-path'
  const index = node.entries.findIndex(entry => isKey(draft, entry, step))
  const entry = node.entries[index]
  if (entry === undefined) return node.entries.some(e => isMergeKey(draft.text, e.key)) ? 'merge' : 'no-such-path'
  if (node.entries.findLastIndex(e => isKey(draft, e, step)) !== index) return 'duplicate-key'
  return placeOf(draft, place, { type: 'entry', holder: node, index, entry })
}

function isKey(draft: Draft, entry: YamlEntry, key: string): boolean {
  return keyText(draft.text, entry.key) === key && !isMergeKey(draft.text, entry.key)
}

function endOfProperties(text: string, node: YamlNode): number {
  const from = node.properties?.from ?? node.from
  const written = /^(?:[&!]\S*[ \t]*)+/.exec(text.slice(from, node.from))?.[0] ?? ''
  return from + written.trimEnd().length
}
