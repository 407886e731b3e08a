import { titleOf } from '../../relations/title'
import type { Planned, Point } from '../change'
import { freshCopies } from '../copies'
import type { Design } from '../design'
import { fittingFolder, freePath } from '../file-paths'
import { nameKey } from '../identity'
import type { FilePath } from '../kube-object'
import type { LayoutKey } from '../layout'
import { placeDocument } from '../place-document'
import { refuse } from '../refusal'

export type PasteYaml = {
  readonly text: string
  /** The file that gets it, made where there is none. By default a new one, named for the first object. */
  readonly file?: FilePath
  /** Where the first card is put, the others below it. */
  readonly at?: Point
}

/** Between the upper edges of cards that are put below each other. */
const ROW = 160

/** Objects from a text, as it is written but for names that are taken: those get a number. */
export function pasteYaml(design: Design, { text, file, at }: PasteYaml): Planned {
  const copies = freshCopies(design, text)
  if (!copies.ok) return copies
  const { workspace } = design
  const [first] = copies.objects
  if (!first) return refuse('nothing-to-paste', 'There is no Kubernetes object in the text.')
  const folder = fittingFolder(workspace.objects, first.namespace)
  const path = file ?? freePath(workspace, folder, { name: first.name ?? first.kind.toLowerCase(), kind: first.kind })
  const placed = placeDocument(workspace, path, copies.text)
  if (!placed.ok) return placed
  const says = `Paste ${copies.objects.length === 1 ? titleOf(first) : `${copies.objects.length} objects`}`
  const layout =
    at &&
    new Map<LayoutKey, Point>(copies.objects.map((object, i) => [nameKey(object), { x: at.x, y: at.y + i * ROW }]))
  return { ok: true, change: { says, files: placed.files, ...(layout && { layout }) } }
}
