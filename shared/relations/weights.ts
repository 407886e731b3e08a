import { isMap, listAt, valueAt } from '../yaml/plain'
import { formatPointer, parsePointer } from '../yaml/pointer'
import type { PatchOperation } from '../yaml/edit/edit-plan'
import type { Graph } from './graph'
import type { KubeObject, Relation } from './relation'
import { put } from './wires/steps'

/** The share of requests that a tie takes, where it can be set. */
export type Weight = {
  readonly now: number
  /** What all of one list make together; null where each is a number of its own. */
  readonly sum: number | null
  readonly most: number
}

/** How a kind of relation writes its weights. */
type WeightForm = {
  /** From the place of the tie up to the item that holds `weight`. */
  readonly up: number
  readonly sum: number | null
  readonly most: number
  /** What counts where nothing is written. */
  readonly unwritten: (count: number) => number
}

const FORMS: Readonly<Record<string, WeightForm>> = {
  // `route/0/destination/host`. Istio refuses weights of one route that are not 100 together.
  'virtualservice-routes-to-service': { up: 2, sum: 100, most: 100, unwritten: count => (count === 1 ? 100 : 0) },
  // `backendRefs/0/name`. Any whole number; one that isn't written counts 1.
  'route-routes-to-service': { up: 1, sum: null, most: 1_000_000, unwritten: () => 1 },
}

/** The edge on which a canary Rollout's share is set: that of its first step that says one. */
const CANARY = 'rollout-canary-service'
const CANARY_PATH = ['spec', 'strategy', 'canary']

/** The weight of a tie; null where it has none, or where there is nothing to share with. */
export function weightOf(graph: Graph, relation: Relation): Weight | null {
  const form = FORMS[relation.rule]
  const from = graph.object(relation.from)
  if (relation.rule === CANARY) return from === null ? null : canaryWeight(from)
  const [place] = form === undefined || from === null ? [] : placesOf(relation, form)
  if (form === undefined || from === null || place === undefined) return null
  const items = listAt(from.data, ...place.slice(0, -1))
  if (items.length < 2) return null
  return { now: weightAt(from, place, form), sum: form.sum, most: form.most }
}

/**
 * Gives a tie another weight, in every list where it has the one that is shown. Where a list has a sum the others of it
 * share the rest in the proportions that they have; equally where all of them have none.
 */
export function weightSteps(graph: Graph, relation: Relation, weight: number): readonly PatchOperation[] {
  const form = FORMS[relation.rule]
  const from = graph.object(relation.from)
  const step = relation.rule === CANARY && from !== null ? canaryStep(from) : null
  if (step !== null) return [{ op: 'replace', path: formatPointer(step), value: weight }]
  if (form === undefined || from === null) return []
  const places = placesOf(relation, form)
  const [first] = places
  const shown = first === undefined ? 0 : weightAt(from, first, form)
  return places
    .filter(place => weightAt(from, place, form) === shown)
    .flatMap(place => stepsAt(from, place, form, weight))
}

function canaryWeight(from: KubeObject): Weight | null {
  const step = canaryStep(from)
  const now = step === null ? undefined : valueAt(from.data, step)
  const most = valueAt(from.data, [...CANARY_PATH, 'trafficRouting', 'maxTrafficWeight'])
  return typeof now === 'number' ? { now, sum: null, most: typeof most === 'number' ? most : 100 } : null
}

function canaryStep({ data }: KubeObject): readonly string[] | null {
  const index = listAt(data, ...CANARY_PATH, 'steps').findIndex(
    step => typeof valueAt(step, ['setWeight']) === 'number',
  )
  return index === -1 ? null : [...CANARY_PATH, 'steps', String(index), 'setWeight']
}

function stepsAt(
  from: KubeObject,
  place: readonly string[],
  form: WeightForm,
  weight: number,
): readonly PatchOperation[] {
  const list = place.slice(0, -1)
  const index = Number(place.at(-1))
  const weights = listAt(from.data, ...list).map((_, n) => weightAt(from, [...list, String(n)], form))
  const wanted = form.sum === null ? weights.with(index, weight) : shared(weights, index, weight, form.sum)
  return wanted.flatMap((value, n) => {
    const item = [...list, String(n)]
    const path = [...item, 'weight']
    const present = valueAt(from.data, path)
    if (present === value || (present === undefined && value === form.unwritten(wanted.length))) return []
    return [present === undefined ? put(from.data, path, value) : { op: 'replace', path: formatPointer(path), value }]
  })
}

/** Weights of which one is set, and the others make up the sum. */
export function shared(weights: readonly number[], index: number, weight: number, sum: number): readonly number[] {
  const rest = sum - weight
  const others = weights.map((each, n) => (n === index ? 0 : each))
  const total = others.reduce((all, each) => all + each, 0)
  const share = (each: number): number => (total === 0 ? rest / (weights.length - 1) : (rest * each) / total)
  const exact = others.map((each, n) => (n === index ? weight : share(each)))
  const whole = exact.map(Math.floor)
  // What rounding left over goes to those that lost most by it.
  const byLoss = exact
    .map((each, n) => ({ n, loss: each - Math.floor(each) }))
    .filter(({ n }) => n !== index)
    .sort((a, b) => b.loss - a.loss)
  let left = sum - whole.reduce((all, each) => all + each, 0)
  for (const { n } of byLoss) if (left > 0) [whole[n], left] = [whole[n]! + 1, left - 1]
  return whole
}

function placesOf({ because }: Relation, { up }: WeightForm): readonly (readonly string[])[] {
  return because.map(({ path }) => parsePointer(path).slice(0, -up))
}

function weightAt(from: KubeObject, place: readonly string[], form: WeightForm): number {
  const item = valueAt(from.data, place)
  const written = isMap(item) ? item['weight'] : undefined
  return typeof written === 'number' ? written : form.unwritten(listAt(from.data, ...place.slice(0, -1)).length)
}
