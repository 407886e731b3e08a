import { scalarText } from '../meaning'
import { USUAL_STYLE, type BlockStyle } from '../print/block'
import { USUAL_FLOW, type FlowStyle } from '../print/flow'
import { canBePlain, type Quotes } from '../print/scalar'
import type { YamlNode, YamlScalar } from '../tree'
import type { Draft } from './draft'
import { columnOf, isFirstOnLine, lineStart, onOneLine, skipBlanks } from './lines'
import { endOf, fromOf, isFlow, nodeOf, slotsOf, type Place, type Slot } from './place'

/** More nodes than these are not looked at for an example; further away nothing is a neighbour any more. */
const FAR = 4000

/** How block collections near a place are laid out: as inside the place, else around it, else as kubectl prints. */
export function blockStyleNear(draft: Draft, place: Place): BlockStyle {
  const { text } = draft
  return {
    mapStep: nearest(place, slot => stepTo(text, slot, 'map')) ?? USUAL_STYLE.mapStep,
    seqStep: nearest(place, slot => stepTo(text, slot, 'seq')) ?? USUAL_STYLE.seqStep,
    dashStep: nearest(place, slot => dashStep(text, slot)) ?? USUAL_STYLE.dashStep,
    quotes: habitualQuotes(text, place.node),
    needed: neededQuotes(place),
    literals: true,
  }
}

/** How flow collections at a place are written: as the place's own, else the nearest around it. */
export function flowStyleNear(draft: Draft, place: Place): FlowStyle {
  const { text } = draft
  const keyQuotes = nearestAround(place, node => quotesOfKeys(node)) ?? 'none'
  const afterColon = nearestAround(place, node => spaceBehindColon(text, node)) ?? USUAL_FLOW.afterColon
  return {
    afterComma: nearestAround(place, node => spaceBehindComma(text, node)) ?? afterColon,
    afterColon,
    padding: nearestAround(place, node => paddingOf(text, node)) ?? USUAL_FLOW.padding,
    keyQuotes,
    quotes: keyQuotes === 'double' ? 'double' : habitualQuotes(text, place.node),
    needed: neededQuotes(place),
    step: keyQuotes === 'double' ? (nearestAround(place, node => stepOfLines(text, node)) ?? null) : null,
  }
}

/**
 * The quotes that the strings of a collection wear though some don't need them; none where one goes without.
 */
export function habitualQuotes(text: string, node: YamlNode): Quotes {
  const scalars = slotsOf(node).flatMap(slot => {
    const value = nodeOf(slot)
    return value.type === 'scalar' ? [value] : []
  })
  const quoted = scalars.filter(isQuoted)
  const first = quoted[0]
  if (first === undefined || quoted.some(s => s.style !== first.style)) return 'none'
  const bare = scalars.some(s => s.style === 'plain' && canBePlain(text.slice(s.from, s.to), isFlow(node)))
  const unasked = quoted.some(s => canBePlain(scalarText(text, s), isFlow(node)))
  return unasked && !bare ? quotesOf(first) : 'none'
}

function neededQuotes(place: Place): 'single' | 'double' {
  const found = nearest(place, slot => {
    const value = nodeOf(slot)
    return value.type === 'scalar' && isQuoted(value) ? quotesOf(value) : null
  })
  return found ?? 'double'
}

function isQuoted(node: YamlScalar): boolean {
  return node.style === 'single' || node.style === 'double'
}
function quotesOf(node: YamlScalar): 'single' | 'double' {
  return node.style === 'single' ? 'single' : 'double'
}

/** The first answer among the slots of the place's node, breadth first, then of the places around it. */
function nearest<T>(place: Place, ask: (slot: Slot) => T | null): T | null {
  for (let at: Place | null = place; at !== null; at = at.parent) {
    const found = nearestInside(at.node, ask)
    if (found !== null) return found
  }
  return null
}

function nearestInside<T>(node: YamlNode, ask: (slot: Slot) => T | null): T | null {
  const waiting = [node]
  for (let i = 0; i < waiting.length && i < FAR; i++) {
    for (const slot of slotsOf(waiting[i]!)) {
      const found = ask(slot)
      if (found !== null) return found
      waiting.push(nodeOf(slot))
    }
  }
  return null
}

function nearestAround<T>(place: Place, ask: (node: YamlNode) => T | null): T | null {
  for (let at: Place | null = place; at !== null; at = at.parent) {
    const found = isFlow(at.node) ? ask(at.node) : null
    if (found !== null) return found
  }
  return null
}

function stepTo(text: string, slot: Slot, type: 'map' | 'seq'): number | null {
  const value = nodeOf(slot)
  if (slot.type !== 'entry' || slot.holder.style !== 'block') return null
  if (value.type !== type || value.style !== 'block' || !isFirstOnLine(text, value.from)) return null
  const step = columnOf(text, value.from) - columnOf(text, slot.entry.from)
  return step > 0 || (step === 0 && type === 'seq') ? step : null
}

function dashStep(text: string, slot: Slot): number | null {
  if (slot.type !== 'item' || slot.holder.style !== 'block') return null
  const value = slot.item.value
  if (value.properties !== null || !onOneLine(text, slot.item.from, value.from)) return null
  return value.from > slot.item.from + 1 ? value.from - slot.item.from : null
}

function quotesOfKeys(node: YamlNode): Quotes | null {
  const key = node.type === 'map' ? node.entries[0]?.key : undefined
  return key?.type === 'scalar' ? (key.style === 'double' ? 'double' : 'none') : null
}

function spaceBehindColon(text: string, node: YamlNode): string | null {
  const entry = node.type === 'map' ? node.entries[0] : undefined
  if (entry === undefined || entry.colon === null || entry.value.from === entry.value.to) return null
  const between = text.slice(entry.colon + 1, entry.value.properties?.from ?? entry.value.from)
  return /^ *$/.test(between) && (between !== '' || quotesOfKeys(node) === 'double') ? between : null
}

function spaceBehindComma(text: string, node: YamlNode): string | null {
  const [first, second] = slotsOf(node)
  if (first === undefined || second === undefined) return null
  return /^,( *)$/.exec(text.slice(endOf(first), fromOf(second)))?.[1] ?? null
}

function paddingOf(text: string, node: YamlNode): string | null {
  const first = slotsOf(node)[0]
  if (first === undefined) return null
  const between = text.slice(node.from + 1, fromOf(first))
  return /^ *$/.test(between) ? between : null
}

/** By how many columns the entries of a collection that has a line for each stand behind the line of its bracket. */
function stepOfLines(text: string, node: YamlNode): number | null {
  const first = slotsOf(node)[0]
  if (first === undefined || !isFirstOnLine(text, fromOf(first))) return null
  const line = lineStart(text, node.from)
  const step = columnOf(text, fromOf(first)) - (skipBlanks(text, line) - line)
  return step > 0 ? step : null
}
