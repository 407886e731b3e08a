import type { ObjectPlan, ObjectResult } from '../../shared/cluster/apply-plan'
import { refWords } from '../../shared/cluster/manifest-diff'
import type { Workspace } from '../../shared/workspace/workspace'
import { objectsOf } from '../backend/kubectl/kept-plan'
import type { KeptPlan } from '../backend/kubectl/kept-plan'
import { paint, paintDiff } from './colour'
import type { Terminal } from './terminal'

/** Prints what a plan would do: the diff of each object that differs, then why others can't be, then a line of counts. */
export function printPlan(plan: KeptPlan, terminal: Terminal, { prune }: { readonly prune: boolean }): void {
  const objects = objectsOf(plan).map(({ shown }) => shown)
  for (const object of objects) {
    if (object.state === 'removed' && !prune) continue
    if (object.diff !== '') terminal.out(paintDiff(object.diff, terminal))
    else if (object.state === 'changed') terminal.out(`${refWords(object)}: only whose fields they are\n`)
  }
  for (const object of objects) {
    if (object.failure === null) continue
    const word = object.state === 'removed' ? 'kept' : object.state === 'refused' ? 'refused' : 'conflict'
    terminal.out(`${paint(word, 'red', terminal)} ${refWords(object)}: ${object.failure.message}\n`)
  }
  const removed = objects.filter(({ state }) => state === 'removed').length
  if (removed > 0 && !prune)
    terminal.out(`${removed} made by this design and not in it any more: kept, because --prune was not given\n`)
  terminal.out(`${countsOf(objects)}\n`)
}

/** What a program is told of each object of a plan. */
export function planJson({ shown }: { readonly shown: ObjectPlan }, workspace: Workspace): object {
  const { apiVersion, kind, namespace, name, state, diff, conflicts, failure } = shown
  const file = shown.id === null ? null : (workspace.object(shown.id)?.file ?? null)
  return { apiVersion, kind, namespace, name, file, state, diff, conflicts, error: failure }
}

/** What a program is told of what became of an object. */
export function resultJson(
  { apiVersion, kind, namespace, name, state, failure, id }: ObjectResult,
  workspace: Workspace,
): object {
  const file = id === null ? null : (workspace.object(id)?.file ?? null)
  return { apiVersion, kind, namespace, name, file, state, error: failure }
}

function countsOf(objects: readonly ObjectPlan[]): string {
  const words = ['added', 'changed', 'removed', 'unchecked', 'refused', 'unchanged'] as const
  const counts = words.map(word => [objects.filter(({ state }) => state === word).length, word] as const)
  const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return said.length === 0 ? 'no objects' : said.join(', ')
}
