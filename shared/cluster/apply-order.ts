import type { Relation, RelationGroup } from '../relations/relation'
import { kindRow } from '../kinds/kinds'
import type { KubeObject, ObjectId } from '../workspace/kube-object'

/** Objects that can be applied at once. `wait` is what has to be true of them before the next stage begins. */
export type ApplyStage = {
  readonly objects: readonly KubeObject[]
  readonly wait: 'active' | 'established' | null
}

/** Ties in which the object that refers can't do without the one that it refers to. */
const NEEDED: ReadonlySet<RelationGroup> = new Set(['config', 'storage', 'access', 'mesh'])
const NEEDED_RULES: ReadonlySet<string> = new Set(['binding-applies-policy', 'binding-applies-mutation'])

/** A webhook or an aggregated API that isn't served yet stops whatever is written after it. */
const LAST = /^(Validating|Mutating)WebhookConfiguration$|^APIService$/

/**
 * The order in which objects go to a cluster: namespaces, definitions of kinds, then each after what it refers to, pods
 * after the limits and policies for them, and what steps between a request and the server last. Objects that refer to
 * each other go together. Every object is in one stage.
 */
export function applyStages(objects: readonly KubeObject[], relations: readonly Relation[]): readonly ApplyStage[] {
  const namespaces = objects.filter(({ group, kind }) => group === '' && kind === 'Namespace')
  const definitions = objects.filter(
    ({ group, kind }) => group === 'apiextensions.k8s.io' && kind === 'CustomResourceDefinition',
  )
  const first = new Set([...namespaces, ...definitions])
  const last = objects.filter(({ kind }) => LAST.test(kind))
  const rest = objects.filter(object => !first.has(object) && !last.includes(object))
  const stages: ApplyStage[] = [
    { objects: namespaces, wait: 'active' },
    { objects: definitions, wait: 'established' },
    ...byNeed(rest, relations).map(objects => ({ objects, wait: null })),
    { objects: last, wait: null },
  ]
  return stages.filter(stage => stage.objects.length > 0)
}

/** Levels: each object is a level above the highest one that it needs. */
function byNeed(objects: readonly KubeObject[], relations: readonly Relation[]): readonly (readonly KubeObject[])[] {
  const needs = new Map<ObjectId, ObjectId[]>(objects.map(({ id }) => [id, []]))
  for (const { from, to, group, rule } of relations)
    if (to !== null && from !== to && needs.has(to) && (NEEDED.has(group) || NEEDED_RULES.has(rule)))
      needs.get(from)?.push(to)
  const together = strongComponents(needs)
  const lowest = new Map<ObjectId, number>()
  for (const { id, group, kind } of objects) {
    const makesPods = kindRow(group, kind).podTemplate !== null
    const component = together.get(id) ?? id
    lowest.set(component, Math.max(lowest.get(component) ?? 0, makesPods ? 1 : 0))
  }
  const levels = levelsOf(needs, together, lowest)
  const stages: KubeObject[][] = []
  for (const object of objects) (stages[levels.get(together.get(object.id) ?? object.id) ?? 0] ??= []).push(object)
  return stages.filter(stage => stage.length > 0)
}

/** The level of each component; components arrive here without cycles between them. */
function levelsOf(
  needs: ReadonlyMap<ObjectId, readonly ObjectId[]>,
  together: ReadonlyMap<ObjectId, ObjectId>,
  lowest: ReadonlyMap<ObjectId, number>,
): ReadonlyMap<ObjectId, number> {
  const needed = new Map<ObjectId, Set<ObjectId>>()
  for (const [from, all] of needs) {
    const component = together.get(from) ?? from
    const set = needed.get(component) ?? new Set<ObjectId>()
    for (const to of all) if (together.get(to) !== component) set.add(together.get(to) ?? to)
    needed.set(component, set)
  }
  const levels = new Map<ObjectId, number>()
  // A list of its own instead of calls in calls: a chain may be longer than the stack is deep.
  for (const start of needed.keys()) {
    const path = [start]
    while (path.length > 0) {
      const at = path.at(-1) ?? start
      const open = [...(needed.get(at) ?? [])].find(each => !levels.has(each))
      if (open !== undefined && !levels.has(at)) path.push(open)
      else {
        const below = [...(needed.get(at) ?? [])].map(each => (levels.get(each) ?? 0) + 1)
        levels.set(at, Math.max(lowest.get(at) ?? 0, ...below))
        path.pop()
      }
    }
  }
  return levels
}

/** For each object the one that stands for all that need each other in a circle (Tarjan, without recursion). */
function strongComponents(needs: ReadonlyMap<ObjectId, readonly ObjectId[]>): ReadonlyMap<ObjectId, ObjectId> {
  const number = new Map<ObjectId, number>()
  const low = new Map<ObjectId, number>()
  const component = new Map<ObjectId, ObjectId>()
  const open: ObjectId[] = []
  const visit = (start: ObjectId): void => {
    const path: { readonly id: ObjectId; next: number }[] = []
    const enter = (id: ObjectId): void => {
      number.set(id, number.size)
      low.set(id, number.size - 1)
      open.push(id)
      path.push({ id, next: 0 })
    }
    enter(start)
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const { id } = at
      const to = needs.get(id)?.[at.next++]
      if (to !== undefined) {
        if (!number.has(to)) enter(to)
        else if (!component.has(to)) low.set(id, Math.min(low.get(id) ?? 0, number.get(to) ?? 0))
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent) low.set(parent.id, Math.min(low.get(parent.id) ?? 0, low.get(id) ?? 0))
      if (low.get(id) !== number.get(id)) continue
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component.set(member, id)
        if (member === id) break
      }
    }
  }
  for (const id of needs.keys()) if (!number.has(id)) visit(id)
  return component
}
