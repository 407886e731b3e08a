import type { Session } from '../store/session'
import type { State } from '../store/state'

/** A thing that the user can do. Menus, the palette, shortcuts and buttons all read the same row. */
export type Command = {
  readonly id: string
  readonly label: string
  readonly icon?: string
  /** What it would do now, where that says more than the label: "Undo: Rename api". */
  readonly hint?: (state: State) => string
  /** As VISUAL.md writes them: "Ctrl Shift Z", "F2", "A". */
  readonly keys?: string
  /** Where its keys count. Letters alone count only while the canvas has the focus. */
  readonly where: 'window' | 'canvas'
  /** Whether it would do something now; a command that would not is disabled. */
  readonly available: (state: State) => boolean
  readonly run: (session: Session) => void
}

/** A design is open. */
export function hasDesign(state: State): boolean {
  return state.open !== null
}

/** Exactly one object is selected. */
export function hasOneObject(state: State): boolean {
  return state.open !== null && state.selection.objects.length === 1
}

/** At least one object is selected. */
export function hasObjects(state: State): boolean {
  return state.open !== null && state.selection.objects.length > 0
}
