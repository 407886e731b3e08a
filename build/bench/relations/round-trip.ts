import { findGraph, type Graph } from '../../../shared/relations/find'
import type { Relation } from '../../../shared/relations/relation'
import { planUnwire, planWire, relationsBetween, type PlannedEdits } from '../../../shared/relations/wire'
import { planTie } from '../../../shared/workspace/plan-edits'
import { applyChange, type Workspace } from '../../../shared/workspace/workspace'

/** What became of a relation that was taken out, made again and taken out again. */
export type Trip =
  | { readonly outcome: 'restored' }
  /** The editor or the wire said why it can't be done; nothing was changed. */
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'wrong'; readonly why: string }

/**
 * Takes a relation out of a design, makes it as a drag with its default answers does, and takes it back. The second
 * design without it must be the first one, byte for byte and relation for relation; the one with it must have gained no
 * other relations than around the object that it leaves from.
 */
export function roundTrip(workspace: Workspace, { rule, from, to }: Relation): Trip {
  if (to === null) return wrong('it leads to no object')
  const start = findGraph(workspace.objects)
  const taken = step(workspace, planUnwire(start, relationsBetween(start, rule, from, to)))
  if ('outcome' in taken) return taken
  const bare = findGraph(taken.objects)
  const made = step(taken, planWire(bare, rule, from, to))
  if ('outcome' in made) return made
  const after = findGraph(made.objects)
  const relations = relationsBetween(after, rule, from, to)
  if (relations.length === 0) return wrong('a drag made no such relation')
  const gained = strangers(after, bare, from)
  if (gained.length > 0) return wrong(`a drag made another relation: ${gained[0]!.id}`)
  const back = step(made, planUnwire(after, relations))
  if ('outcome' in back) return back
  for (const [path, { text }] of taken.files)
    if (back.files.get(path)?.text !== text) return wrong(`${path} has other bytes than before the drag`)
  if (back.files.size !== taken.files.size) return wrong('a file is left over')
  const again = findGraph(back.objects)
  return idsOf(again) === idsOf(bare) ? { outcome: 'restored' } : wrong('the graph is another one than before the drag')
}

function step(workspace: Workspace, planned: PlannedEdits): Workspace | Trip {
  if (!planned.ok) return { outcome: 'refused', why: planned.message }
  const tie = planTie(workspace, planned)
  return tie.ok ? applyChange(workspace, tie.change).workspace : { outcome: 'refused', why: tie.message }
}

/** Relations that one graph has more than the other, but for those around an object, and of objects that are new in it. */
function strangers(after: Graph, before: Graph, from: string): readonly Relation[] {
  const known = new Set(before.relations.map(({ id }) => id))
  return after.relations.filter(
    ({ id, from: start, to }) => !known.has(id) && start !== from && to !== from && before.object(start) !== null,
  )
}

function idsOf({ relations }: Graph): string {
  return relations
    .map(({ id }) => id)
    .sort()
    .join('\n')
}

function wrong(why: string): Trip {
  return { outcome: 'wrong', why }
}
