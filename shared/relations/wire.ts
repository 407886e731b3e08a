import type { Refusal } from '../workspace/change'
import type { PatchOperation } from '../yaml/edit/edit-plan'
import type { PlainMap } from '../yaml/plain'
import { untiesOthers, type Consequence } from './consequence'
import type { Graph } from './graph'
import { kindKey, type KindKey } from './kind-key'
import type { KubeObject, ObjectId, Relation, WireAnswers, WireOffer } from './relation'
import { ownRules } from './rules'
import { sourceOf } from './source'
import { titleOf } from './title'
import {
  cannotUnwire,
  cannotWire,
  isRefusal,
  type Ends,
  type NewObject,
  type ObjectEdit,
  type WireForm,
} from './wires/wire-form'

export type { Consequence, NewObject, ObjectEdit }

/** What a wire or its removal would change, and what the Edit menu calls it; or why it can't be. */
export type PlannedEdits =
  | {
      readonly ok: true
      readonly edits: readonly ObjectEdit[]
      /** Objects that are made and taken away beside the edits, after them. */
      readonly makes: readonly NewObject[]
      readonly unmakes: readonly ObjectId[]
      readonly says: string
      /** What comes with it that was not asked for. A window asks before; a terminal warns. */
      readonly consequences: readonly Consequence[]
    }
  | Refusal

/** The rules by which a drag from one object to another can tie them, the most usual first. */
export function offersFor(graph: Graph, from: ObjectId, to: ObjectId): readonly WireOffer[] {
  const ends = endsOf(graph, from, to)
  if (ends === null) return []
  return graph.rules
    .wiresBetween(keyOf(ends.from.object), keyOf(ends.to.object))
    .filter(({ wire }) => suits(wire, ends))
    .map(rule => ({ rule, rank: rule.wire.rank(ends) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ rule: { id, says, group, wire } }) => ({
      rule: id,
      says: typeof says === 'string' ? says : says({}),
      group,
      label: wire.label,
      asks: wire.asks(ends),
    }))
}

/** Every object that a drag from this one can end at, whichever of the two then refers to the other. */
export function canWire(graph: Graph, id: ObjectId): ReadonlySet<ObjectId> {
  const object = graph.object(id)
  if (object === null) return new Set()
  const source = sourceOf(object)
  const kind = keyOf(object)
  const targets = new Set<ObjectId>()
  for (const other of graph.objects) {
    const there = graph.rules.wiresBetween(kind, keyOf(other))
    const back = graph.rules.wiresBetween(keyOf(other), kind)
    if (there.length + back.length === 0 || other.id === id) continue
    const target = sourceOf(other)
    const isTarget =
      there.some(({ wire }) => suits(wire, { graph, from: source, to: target })) ||
      back.some(({ wire }) => suits(wire, { graph, from: target, to: source }))
    if (isTarget) targets.add(other.id)
  }
  return targets
}

/** What has to be written so that `from` has a relation of this rule to `to`. Questions without an answer take their default. */
export function planWire(
  graph: Graph,
  ruleId: string,
  from: ObjectId,
  to: ObjectId,
  answers: WireAnswers = {},
): PlannedEdits {
  const ends = endsOf(graph, from, to)
  if (ends === null) return cannotWire('One of the two objects is not in the design any more.')
  const names = `${titleOf(ends.from.object)} to ${titleOf(ends.to.object)}`
  const rule = graph.rules.wiresBetween(keyOf(ends.from.object), keyOf(ends.to.object)).find(({ id }) => id === ruleId)
  if (rule === undefined) return cannotWire(`${ruleId} doesn't tie ${names}. ${whatFits(graph, from, to)}`)
  if (!suits(rule.wire, ends)) return cannotWire(whyNot(rule.wire, ends))
  const edits = rule.wire.write(ends, answers)
  if (isRefusal(edits)) return edits
  const consequences = [...replacedBy(graph, ends, ruleId, edits), ...(rule.wire.writeBrings?.(ends, answers) ?? [])]
  const makes = rule.wire.makes?.(ends, answers) ?? []
  return { ok: true, edits, makes, unmakes: [], says: `Connect ${names}`, consequences }
}

/** How the start of a new object of a kind is changed that is made for a target, so that both fit. */
export function prepareFor(kind: KindKey, target: KubeObject, starter: PlainMap): readonly PatchOperation[] {
  const to = sourceOf(target)
  return ownRules.wiresBetween(kind, keyOf(target)).flatMap(({ wire }) => wire.prepare?.(starter, to) ?? [])
}

/**
 * What has to be taken out so that relations are gone: exactly what wiring them writes, found from the text alone.
 * Several must be of one rule and leave from one object; they are taken back in one step.
 */
export function planUnwire(graph: Graph, relations: Relation | readonly Relation[]): PlannedEdits {
  const all = isRelation(relations) ? [relations] : relations
  const [first] = all
  const from = first === undefined ? null : graph.object(first.from)
  if (first === undefined || from === null) return cannotUnwire('There is no such relation any more.')
  const wire = graph.rules.ruleById(first.rule)?.wire
  if (wire === undefined)
    return cannotUnwire(`${titleOf(from)} ${first.says} ${targetTitle(graph, first)} can only be changed in its YAML.`)
  const source = sourceOf(from)
  const edits = wire.unwrite(source, all, graph)
  if (isRefusal(edits)) return edits
  const consequences = [
    ...untiesOthers(from, first.says, endsOfRelations(graph, takenAlong(graph, all), first)),
    ...(wire.unwriteBrings?.(source, all, graph) ?? []),
  ]
  const unmakes = wire.unmakes?.(source, all, graph) ?? []
  const says = `Disconnect ${titleOf(from)} from ${targetTitle(graph, first)}`
  return { ok: true, edits, makes: [], unmakes, says, consequences }
}

/** The relations of one rule between two objects: what `unwire RULE FROM TO` takes back. */
export function relationsBetween(graph: Graph, rule: string, from: ObjectId, to: ObjectId): readonly Relation[] {
  return graph.relationsOf(from).filter(each => each.rule === rule && each.from === from && each.to === to)
}

/** The relations that go as well when these are taken back, because the same place makes them. */
export function takenAlong(graph: Graph, relations: readonly Relation[]): readonly Relation[] {
  const ids = new Set(relations.map(({ id }) => id))
  const places = new Set(relations.flatMap(({ because }) => because.map(({ path }) => path)))
  return relations
    .flatMap(({ from }) => graph.relationsOf(from).filter(other => other.from === from))
    .filter((other, index, all) => !ids.has(other.id) && all.indexOf(other) === index)
    .filter(({ because }) => because.some(({ path }) => places.has(path)))
}

function endsOf(graph: Graph, from: ObjectId, to: ObjectId): Ends | null {
  const [start, end] = [graph.object(from), graph.object(to)]
  return start === null || end === null || start.id === end.id
    ? null
    : { graph, from: sourceOf(start), to: sourceOf(end) }
}

function suits(wire: WireForm, ends: Ends): boolean {
  return ends.to.object.name !== null && isReachable(wire, ends) && wire.fits(ends) && !wire.against?.(ends)
}

function isReachable(wire: WireForm, { from, to }: Ends): boolean {
  const [start, end] = [from.object.namespace, to.object.namespace]
  return wire.crosses === true || end === null || start === end
}

function whyNot(wire: WireForm, ends: Ends): string {
  const [from, to] = [ends.from.object, ends.to.object]
  if (!isReachable(wire, ends))
    return `${titleOf(from)} is in namespace ${from.namespace ?? 'none'} and ${titleOf(to)} in ${to.namespace}. This tie can't cross namespaces.`
  return wire.against?.(ends) ?? `${titleOf(from)} can't be tied to ${titleOf(to)} in this way.`
}

/** Whom a wire unties that takes the place of what was there: a selector or name that it writes over. */
function replacedBy(
  graph: Graph,
  { from, to }: Ends,
  rule: string,
  edits: readonly ObjectEdit[],
): readonly Consequence[] {
  const written = edits
    .filter(({ object }) => object === from.object.id)
    .flatMap(({ patch }) => patch.flatMap(step => (step.op === 'replace' ? [step.path] : [])))
  const isWritten = (path: string) =>
    written.some(place => place === path || path.startsWith(`${place}/`) || place.startsWith(`${path}/`))
  const lost = graph
    .relationsOf(from.object.id)
    .filter(
      relation =>
        relation.rule === rule &&
        relation.from === from.object.id &&
        relation.to !== to.object.id &&
        relation.because.every(({ path }) => isWritten(path)),
    )
  return untiesOthers(from.object, lost[0]?.says ?? '', endsOfRelations(graph, lost))
}

/** The objects that relations lead to, each once, but for the one that another relation leads to. */
function endsOfRelations(graph: Graph, relations: readonly Relation[], but?: Relation): readonly KubeObject[] {
  const ids = new Set(relations.flatMap(({ to }) => (to === null || to === but?.to ? [] : [to])))
  return [...ids].flatMap(id => graph.object(id) ?? [])
}

function whatFits(graph: Graph, from: ObjectId, to: ObjectId): string {
  const offers = offersFor(graph, from, to)
  return offers.length === 0 ? 'No rule does.' : `What fits: ${offers.map(({ rule }) => rule).join(', ')}.`
}

function targetTitle(graph: Graph, { to, missing, outside }: Relation): string {
  const object: Pick<KubeObject, 'kind' | 'name'> | null = to === null ? missing : graph.object(to)
  return object === null ? (outside ?? 'its target') : titleOf(object)
}

function keyOf({ group, kind }: KubeObject): KindKey {
  return kindKey(group, kind)
}

function isRelation(relations: Relation | readonly Relation[]): relations is Relation {
  return !Array.isArray(relations)
}
