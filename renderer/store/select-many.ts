import { boxOf } from '../../shared/picture/cards-of'
import { graphAround } from '../../shared/picture/shown-graph'
import type { Design } from '../../shared/workspace/design'
import type { KubeObject, ObjectId } from '../../shared/workspace/kube-object'
import { counted } from './naming'
import { select } from './selection'
import type { Session } from './session'
import { announce } from './toasts'

/** Selects every object. */
export function selectEverything(session: Session): void {
  choose(session, ({ workspace }) => workspace.objects)
}

/** Selects every object of a kind that is selected. */
export function selectKind(session: Session): void {
  choose(session, ({ workspace }, selected) => {
    const kinds = new Set(selected.map(kindOf))
    return workspace.objects.filter(object => kinds.has(kindOf(object)))
  })
}

/** Selects all that stands in the boxes of the selected objects. */
export function selectNamespaces(session: Session): void {
  choose(session, ({ workspace }, selected) => {
    const boxes = new Set(selected.map(boxOf))
    return workspace.objects.filter(object => boxes.has(boxOf(object)))
  })
}

/** Selects all in one namespace. */
export function selectNamespace(session: Session, namespace: string): void {
  choose(session, ({ workspace }) => workspace.objects.filter(object => boxOf(object) === namespace))
}

/** Selects what is one relation away from the selection too. */
export function selectNeighbours(session: Session): void {
  choose(session, (design, selected) => around(design, selected, 1))
}

/** Selects all that can be reached from the selection, in either direction. */
export function selectConnected(session: Session): void {
  choose(session, (design, selected) => around(design, selected, Infinity))
}

function around({ graph }: Design, selected: readonly KubeObject[], depth: number): readonly KubeObject[] {
  const near = new Map<ObjectId, KubeObject>()
  for (const { id } of selected)
    if (depth === 1 || !near.has(id))
      for (const object of graphAround(graph, [id], depth).objects) near.set(object.id, object)
  return [...near.values()]
}

function choose(
  session: Session,
  chosen: (design: Design, selected: readonly KubeObject[]) => readonly KubeObject[],
): void {
  const { open, selection } = session.store.getState()
  if (!open) return
  const selected = selection.objects.flatMap(id => open.design.workspace.object(id) ?? [])
  const objects = chosen(open.design, selected).map(object => object.id)
  select(session, { objects, relation: null })
  announce(session, `${counted(objects.length, 'object')} selected`)
}

function kindOf({ group, kind }: KubeObject): string {
  return `${kind}.${group}`
}
