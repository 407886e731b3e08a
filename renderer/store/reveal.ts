import type { Problem } from '../../shared/checks/problem'
import type { FilePath, ObjectId } from '../../shared/workspace/kube-object'
import type { Workspace } from '../../shared/workspace/workspace'
import { selectObject } from './selection'
import type { Session } from './session'
import type { State } from './state'

/** Shows a file in the YAML editor, from where it was left. */
export function openFile(session: Session, path: FilePath): void {
  session.store.setState({ file: path })
}

/** Goes to a place of a file; with `focus`, the caret too. */
export function revealPlace(session: Session, file: FilePath, from: number, to: number, focus: boolean): void {
  session.store.setState({ file, reveal: { file, from, to, focus } })
}

/** What makes the YAML editor show an object, with the keyboard left where it is; nothing for one that isn't there. */
export function turnTo(workspace: Workspace, id: ObjectId | undefined): Partial<Pick<State, 'file' | 'reveal'>> {
  const place = id === undefined ? null : workspace.placeOf(id)
  if (!place) return {}
  return { file: place.file, reveal: { file: place.file, from: place.from, to: place.to, focus: false } }
}

/** Goes to an object's YAML and gives the editor the keyboard. */
export function goToYaml(session: Session, id: ObjectId): void {
  const place = session.store.getState().open?.design.workspace.placeOf(id)
  if (place) revealPlace(session, place.file, place.from, place.to, true)
}

/** From the canvas to the YAML of what is selected, and from the YAML back to its card. */
export function goToYamlAndBack(session: Session): void {
  const [id] = session.store.getState().selection.objects
  if (session.parts.source?.hasFocus()) {
    if (id === undefined) session.parts.canvas?.focus()
    else session.parts.canvas?.showCard(id)
  } else if (id === undefined) session.parts.source?.focus()
  else goToYaml(session, id)
}

/** Leads to where a problem is: its card, and its line. */
export function goToProblem(session: Session, problem: Problem): void {
  if (problem.object !== null) selectObject(session, problem.object)
  revealPlace(session, problem.file, problem.from, problem.to, true)
}
