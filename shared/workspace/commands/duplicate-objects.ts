import { titleOf } from '../../relations/title'
import { planAddDocument } from '../../yaml/edit/plan-document'
import { cutDocuments } from '../../yaml/read/cut'
import type { Planned, Point, Refusal } from '../change'
import { freshCopies } from '../copies'
import type { Design } from '../design'
import { documentText } from '../document-text'
import { FileDrafts } from '../file-draft'
import { nameKey } from '../identity'
import type { KubeObject, ObjectId } from '../kube-object'
import { layoutKeys, type LayoutKey } from '../layout'
import { objectIsGone } from '../refusal'

export type DuplicateObjects = {
  readonly objects: readonly ObjectId[]
  /** How far from its original each copy's card is put. */
  readonly by?: Point
}

/** Copies of objects, each in the file of its original, with new names. What they say of each other follows. */
export function duplicateObjects(design: Design, { objects: ids, by = { x: 40, y: 40 } }: DuplicateObjects): Planned {
  const { workspace } = design
  const originals = ids.flatMap(id => workspace.object(id) ?? [])
  const [first] = originals
  if (!first) return objectIsGone()
  const texts: string[] = []
  for (const { id } of originals) {
    const document = documentText(workspace, id)
    if (!document.ok) return document
    texts.push(document.text)
  }
  const copies = freshCopies(design, texts.map(withLineBreak).join('---\n'))
  if (!copies.ok) return copies

  const drafts = new FileDrafts(workspace)
  for (const [i, { from, to }] of cutDocuments(copies.text).entries()) {
    const refusal: Refusal | null = drafts.edit(originals[i]!.file, text =>
      planAddDocument(text, copies.text.slice(from, to)),
    )
    if (refusal) return refusal
  }
  const says = `Duplicate ${originals.length === 1 ? titleOf(first) : `${originals.length} objects`}`
  return {
    ok: true,
    change: { says, files: drafts.close(), layout: placesBeside(design, originals, copies.objects, by) },
  }
}

function placesBeside(
  { workspace }: Design,
  originals: readonly KubeObject[],
  copies: readonly KubeObject[],
  by: Point,
): ReadonlyMap<LayoutKey, Point> {
  const keys = layoutKeys(workspace.objects)
  const places = new Map<LayoutKey, Point>()
  copies.forEach((copy, i) => {
    const place = workspace.layout.cards.get(keys.get(originals[i]?.id ?? '') ?? '')
    if (place) places.set(nameKey(copy), { x: place.x + by.x, y: place.y + by.y })
  })
  return places
}

function withLineBreak(text: string): string {
  return /[\r\n]$/.test(text) ? text : `${text}\n`
}
