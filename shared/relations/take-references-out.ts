import { patchPlain } from '../yaml/edit/patch-plain'
import type { PatchOperation } from '../yaml/edit/edit-plan'
import { isMap, valueAt } from '../yaml/plain'
import { parsePointer } from '../yaml/pointer'
import { findGraph } from './find'
import type { Graph } from './graph'
import type { KubeObject, ObjectId, Relation } from './relation'
import { planUnwire } from './wire'
import type { ObjectEdit } from './wires/wire-form'

/** References to objects that go: what is left dangling without them, and what can be taken out of whom. */
export type DanglingReferences = {
  /** Ties by name: what they name would be missing. */
  readonly dangling: readonly Relation[]
  /** Ties by labels: they would find one object less. */
  readonly loosened: readonly Relation[]
}

/** The ties of what stays to what goes. */
export function referencesLeft(graph: Graph, going: ReadonlySet<ObjectId>): DanglingReferences {
  const left = [...going]
    .flatMap(id => graph.relationsOf(id))
    .filter(({ from, to }) => to !== null && going.has(to) && !going.has(from))
  const isByName = ({ from, because }: Relation): boolean =>
    because.some(({ path }) => typeof valueAt(graph.object(from)?.data, parsePointer(path)) === 'string')
  return { dangling: left.filter(isByName), loosened: left.filter(relation => !isByName(relation)) }
}

/**
 * Takes references by name out of what stays: exactly what un-wiring each of them takes. Those that no wire makes stay
 * dangling. They go one rule after the other, since each removal moves the items behind it.
 */
export function takeReferencesOut(graph: Graph, going: ReadonlySet<ObjectId>): readonly ObjectEdit[] {
  const { dangling } = referencesLeft(graph, going)
  const holders = [...new Set(dangling.map(({ from }) => from))]
  return holders.flatMap(id => {
    const holder = graph.object(id)
    const patch = holder === null ? [] : takeOutOf(graph, holder, going)
    return patch.length === 0 ? [] : [{ object: id, patch }]
  })
}

function takeOutOf(graph: Graph, holder: KubeObject, going: ReadonlySet<ObjectId>): readonly PatchOperation[] {
  const others = graph.objects.filter(({ id }) => id !== holder.id && graph.relationsOf(holder.id).some(tiesTo(id)))
  const patch: PatchOperation[] = []
  const done = new Set<string>()
  let now = holder
  for (;;) {
    const small = findGraph([now, ...others], undefined, graph.rules)
    const { dangling } = referencesLeft(small, going)
    const rule = dangling.find(relation => !done.has(relation.rule))?.rule
    if (rule === undefined) return patch
    const planned = planUnwire(
      small,
      dangling.filter(relation => relation.rule === rule),
    )
    const steps = planned.ok
      ? planned.edits.filter(({ object }) => object === holder.id).flatMap(edit => edit.patch)
      : []
    const data = steps.length === 0 ? null : patchPlain(now.data, steps)
    done.add(rule)
    // What no wire makes stays.
    if (data === null || !isMap(data)) continue
    patch.push(...steps)
    now = { ...now, data }
  }
}

function tiesTo(id: ObjectId): (relation: Relation) => boolean {
  return ({ from, to }) => from === id || to === id
}
