import type { Change, Planned, Point } from '../change'
import type { Design } from '../design'
import type { ObjectId } from '../kube-object'
import { wholeNote, type Note, type NoteId } from '../layout-marks'
import { layoutKeys } from '../layout'
import { refuse } from '../refusal'

/** Notes and frames as they shall be; null takes one away. `places`: cards that move with a frame. */
export type WriteNotes = {
  readonly notes: ReadonlyMap<NoteId, Note | null>
  readonly places?: ReadonlyMap<ObjectId, Point>
}

/** Notes that were written, moved, coloured or thrown away: one step. */
export function writeNotes({ workspace }: Design, { notes, places = new Map() }: WriteNotes): Planned {
  const before = workspace.layout.marks.notes
  const edits = new Map(
    [...notes]
      .filter(([id, note]) => note !== null || before.has(id))
      .map(([id, note]) => [id, note && wholeNote(note)]),
  )
  if (edits.size === 0) return refuse('nothing-to-change', 'The note is not there any more.')
  const keys = layoutKeys(workspace.objects)
  const layout: Change['layout'] = new Map(
    [...places].flatMap(([id, place]) => {
      const key = keys.get(id)
      return key === undefined ? [] : [[key, place] as const]
    }),
  )
  const says = saysOf(edits, before)
  return { ok: true, change: { says, files: new Map(), ...(layout.size > 0 && { layout }), marks: { notes: edits } } }
}

function saysOf(edits: ReadonlyMap<NoteId, Note | null>, before: ReadonlyMap<NoteId, Note>): string {
  const [first] = edits
  const [id, note] = first!
  const earlier = before.get(id)
  const what = edits.size > 1 ? `${edits.size} notes` : (note ?? earlier)?.isFrame ? 'frame' : 'note'
  if (note === null) return `Delete ${what}`
  if (!earlier) return `Add ${what}`
  if (earlier.text !== note.text) return `Edit ${what}`
  if (earlier.colour !== note.colour) return `Colour ${what}`
  return earlier.width !== note.width || earlier.height !== note.height ? `Resize ${what}` : `Move ${what}`
}
