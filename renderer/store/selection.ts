import { objectsOfFile } from '../../shared/workspace/file-objects'
import type { ObjectId } from '../../shared/workspace/kube-object'
import { turnTo } from './reveal'
import type { Session } from './session'
import type { Selection } from './state'

/** Selects objects or a relation, as the canvas says; the YAML editor turns to the first object. */
export function select(session: Session, selection: Selection): void {
  session.store.setState(({ open }) => ({
    selection,
    ...(open ? turnTo(open.design.workspace, selection.objects[0]) : {}),
  }))
}

/** Selects one object and brings its card into view. The focus stays where it is. */
export function selectObject(session: Session, id: ObjectId): void {
  select(session, { objects: [id], relation: null })
  session.parts.canvas?.showCard(id, { focus: false })
}

/** Selects the object in which the caret of the YAML editor stands; the editor itself stays where it is. */
export function selectAtCaret(session: Session, path: string, offset: number): void {
  const { open, selection } = session.store.getState()
  const file = open?.design.workspace.files.get(path)
  if (!open || !file) return
  for (const { id } of objectsOfFile(file)) {
    const place = open.design.workspace.placeOf(id)
    if (!place || offset < place.from || offset > place.to) continue
    if (selection.objects.length === 1 && selection.objects[0] === id) return
    session.store.setState({ selection: { objects: [id], relation: null } })
    session.parts.canvas?.showCard(id, { focus: false })
    return
  }
}
