import { expect } from 'vitest'
import type { Change, Planned, Refusal } from './change'
import { updateDesign, type Design } from './design'
import { EMPTY_HISTORY, record, redo, undo } from './history'
import type { FilePath, ObjectId } from './kube-object'
import { LAYOUT_PATH } from './layout'
import { addFiles, applyChange, emptyWorkspace, type Applied } from './workspace'

/** The design of some files; indentation that all lines of a text share is taken off. */
export function designOf(files: Readonly<Record<FilePath, string>>): Design {
  const inputs = Object.entries(files).map(([path, text]) => ({ path, text: yaml(text) }))
  return updateDesign(null, addFiles(emptyWorkspace(), inputs))
}

/** A text without the indentation that all of its lines share, and without the line break in front. */
export function yaml(text: string): string {
  const lines = text.replace(/^\n/, '').replace(/\n *$/, '\n').split('\n')
  const indents = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length)
  return lines.map(line => line.slice(Math.min(...indents))).join('\n')
}

/** The id of the object "Deployment web". */
export function idOf({ workspace }: Design, title: string): ObjectId {
  const object = workspace.objects.find(({ kind, name }) => `${kind} ${name}` === title)
  if (!object) throw new Error(`There is no ${title}`)
  return object.id
}

export function textsOf({ workspace }: Design): Record<FilePath, string> {
  return Object.fromEntries([...workspace.files.values()].map(({ path, text }) => [path, text]))
}

export type Done = { readonly after: Design; readonly change: Change; readonly applied: Applied }

/**
 * Does what was planned; and checks what must hold for every command: undo gives the first bytes, places and ids back,
 * redo those after it, and an update from before to after gives what reading everything anew gives.
 */
export function done(before: Design, planned: Planned): Done {
  if (!planned.ok) throw new Error(`It was refused: ${planned.message}`)
  const applied = applyChange(before.workspace, planned.change)
  const after = updateDesign(before, applied.workspace)
  const history = record(EMPTY_HISTORY, planned.change, applied, 0)

  const undone = undo(applied.workspace, history)!
  expect(everythingOf(updateDesign(after, undone.applied.workspace))).toEqual(everythingOf(before))
  const redone = redo(undone.applied.workspace, undone.history)!
  expect(everythingOf(updateDesign(before, redone.applied.workspace))).toEqual(everythingOf(after))

  const inputs = [...applied.workspace.files.values()].map(({ path, text }) => ({ path, text }))
  const { savedText } = applied.workspace.layoutFile
  const layout = savedText === null ? [] : [{ path: LAYOUT_PATH, text: savedText }]
  const read = updateDesign(null, addFiles(emptyWorkspace(), [...inputs, ...layout]))
  expect(after.problems.map(withoutId)).toEqual(read.problems.map(withoutId))
  expect(after.graph.relations.length).toBe(read.graph.relations.length)
  expect(after.workspace.objects.map(({ data }) => data)).toEqual(read.workspace.objects.map(({ data }) => data))
  return { after, change: planned.change, applied }
}

export function refused(planned: Planned): Refusal {
  if (planned.ok) throw new Error(`It was not refused: ${planned.change.says}`)
  return planned
}

function everythingOf(design: Design): unknown {
  const { objects, layout } = design.workspace
  return {
    texts: textsOf(design),
    objects,
    cards: [...layout.cards].sort(),
    marks: layout.marks,
    problems: design.problems,
  }
}

function withoutId<T extends { readonly object: unknown }>(problem: T): Omit<T, 'object'> {
  const { object: _, ...rest } = problem
  return rest
}
