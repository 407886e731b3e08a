import { isMap, type PlainMap } from '../yaml/plain'
import { patchPlain } from '../yaml/edit/patch-plain'
import { findGraph } from './find'
import { objectFrom, objectsFrom } from './objects-for-tests'
import type { KubeObject, WireAnswers } from './relation'
import { planUnwire, planWire, relationsBetween, type Consequence, type PlannedEdits } from './wire'

/** Objects as a plan leaves them. Throws where it is a refusal. */
export function objectsAfter(objects: readonly KubeObject[], plan: PlannedEdits): readonly KubeObject[] {
  if (!plan.ok) throw new Error(plan.message)
  const kept = objects.filter(({ id }) => !plan.unmakes.includes(id))
  const edited = kept.map(object => {
    const edit = plan.edits.find(each => each.object === object.id)
    if (edit === undefined) return object
    const data = patchPlain(object.data, edit.patch)
    if (data === null || !isMap(data)) throw new Error(`The patch of ${object.id} doesn't apply`)
    return objectFrom(data)
  })
  return [...edited, ...plan.makes.map(({ data }) => objectFrom(data))]
}

export type Wired = {
  readonly objects: readonly KubeObject[]
  /** The object that the wire leaves from, as it is written then. */
  readonly data: PlainMap
  /** What the wire brings about beside the tie. */
  readonly brings: readonly Consequence[]
}

/** Makes a wire in a design and answers what it wrote. Throws where it is refused or makes no such relation. */
export function wireIn(text: string, rule: string, from: string, to: string, answers: WireAnswers = {}): Wired {
  const objects = objectsFrom(text)
  const plan = planWire(findGraph(objects), rule, from, to, answers)
  if (!plan.ok) throw new Error(plan.message)
  const after = objectsAfter(objects, plan)
  if (relationsBetween(findGraph(after), rule, from, to).length === 0) throw new Error(`No relation ${rule} was made`)
  return { objects: after, data: dataOf(after, from), brings: plan.consequences }
}

/** Takes a relation of a design back. Throws where that is refused. */
export function unwireIn(objects: readonly KubeObject[], rule: string, from: string, to: string): Wired {
  const graph = findGraph(objects)
  const plan = planUnwire(graph, relationsBetween(graph, rule, from, to))
  if (!plan.ok) throw new Error(plan.message)
  const after = objectsAfter(objects, plan)
  return { objects: after, data: dataOf(after, from), brings: plan.consequences }
}

/** Why a wire can't be made; throws where it can. */
export function refusalIn(text: string, rule: string, from: string, to: string, answers: WireAnswers = {}): string {
  const plan = planWire(findGraph(objectsFrom(text)), rule, from, to, answers)
  if (plan.ok) throw new Error(`${rule} from ${from} to ${to} is no refusal`)
  return plan.message
}

function dataOf(objects: readonly KubeObject[], id: string): PlainMap {
  const object = objects.find(each => each.id === id)
  if (object === undefined) throw new Error(`No ${id}`)
  return object.data
}
