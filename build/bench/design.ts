import type { PlainMap } from '../../shared/yaml/plain'
import { NOTHING_PLACED, placeAll, placeMore, type Placed } from '../../shared/picture/automatic-places'
import { buildScene } from '../../shared/picture/build-scene'
import { cardsOf } from '../../shared/picture/cards-of'
import type { Scene } from '../../shared/picture/scene'
import { updateDesign, type Design } from '../../shared/workspace/design'
import { addFiles, applyChange, emptyWorkspace, type Workspace } from '../../shared/workspace/workspace'
import { printDocument } from '../../shared/yaml/print'
import { generateDesign } from './canvas/generate-design'
import { Stages } from './stages'

/**
 * `npm run bench design [COUNT …]`: what one edit costs in a design of so many objects, stage by stage: the text read
 * again, graph and checks, places and picture; and the same for the slices in which a folder of that size is opened.
 */
const counts = process.argv.slice(2).map(Number)
const EDITS = 60
const OBJECTS_PER_FILE = 12
const FILES_PER_SLICE = 10

for (const count of counts.length > 0 ? counts : [1_000, 5_000, 20_000]) measure(count)

type Picture = { readonly placed: Placed; readonly scene: Scene }

function measure(count: number): void {
  const files = filesOf(generateDesign(count).map(object => object.data))
  const opening = new Stages()
  let workspace = emptyWorkspace()
  let design = updateDesign(null, workspace)
  for (let from = 0; from < files.length; from += FILES_PER_SLICE) {
    workspace = opening.time('read', () => addFiles(workspace, files.slice(from, from + FILES_PER_SLICE)))
    design = opening.time('design', () => updateDesign(design, workspace))
  }
  console.log(`${count} objects, opened in ${Math.ceil(files.length / FILES_PER_SLICE)} slices: ${opening.told()}`)

  const drawing = new Stages()
  let picture = firstPicture(design, drawing)
  console.log(`${count} objects, first picture: ${drawing.told()}`)

  const editing = new Stages()
  for (let n = 0; n < EDITS; n++) {
    const change = editOf(design.workspace, (n * 37) % design.workspace.objects.length, n)
    const applied = editing.time('read', () => applyChange(design.workspace, change))
    design = editing.time('design', () => updateDesign(design, applied.workspace))
    picture = nextPicture(design, picture, editing)
  }
  console.log(`${count} objects, one edit: ${editing.told()}`)
}

function firstPicture({ workspace, graph, places: fixed }: Design, stages: Stages): Picture {
  const cards = stages.time('cards', () => cardsOf(workspace.objects, graph.relations))
  const places = stages.time('places', () => placeAll(cards, graph.relations, fixed))
  const scene = stages.time('scene', () => buildScene(cards, graph.relations, places, null))
  return { placed: { ...NOTHING_PLACED, places, cards, fixed }, scene }
}

function nextPicture({ workspace, graph, places: fixed }: Design, before: Picture, stages: Stages): Picture {
  const cards = stages.time('cards', () => cardsOf(workspace.objects, graph.relations))
  const placed = stages.time('places', () => placeMore(before.placed, cards, graph.relations, fixed))
  const scene = stages.time('scene', () => buildScene(cards, graph.relations, placed.places, before.scene))
  return { placed, scene }
}

function filesOf(objects: readonly PlainMap[]) {
  const files: { path: string; text: string }[] = []
  for (let from = 0; from < objects.length; from += OBJECTS_PER_FILE) {
    const text = objects
      .slice(from, from + OBJECTS_PER_FILE)
      .map(data => printDocument(data))
      .join('---\n')
    files.push({ path: `${String(from).padStart(6, '0')}.yaml`, text })
  }
  return files
}

/** Another label on an object: its card stays, and so does what it is tied to. */
function editOf(workspace: Workspace, nth: number, n: number) {
  const { file, from } = workspace.placeOf(workspace.objects[nth]!.id)!
  const at = workspace.files.get(file)!.text.indexOf('  labels:\n', from) + '  labels:\n'.length
  const splices = [{ from: at, to: at, insert: `    edit-${n}: made\n` }]
  return { says: 'Edit', files: new Map([[file, { type: 'edit' as const, splices }]]) }
}
