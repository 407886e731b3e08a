import type { Family } from '../../shared/kinds/kind-row'
import { kindRow } from '../../shared/kinds/kinds'
import type { Design } from '../../shared/workspace/design'
import type { ObjectId } from '../../shared/workspace/kube-object'

export type SketchBox = { readonly id: ObjectId; readonly family: Family; readonly x: number; readonly y: number }
export type SketchLine = { readonly from: SketchBox; readonly to: SketchBox }
export type Sketch = { readonly boxes: readonly SketchBox[]; readonly lines: readonly SketchLine[] }

export const SKETCH = { width: 176, height: 92, boxWidth: 34, boxHeight: 14 }

/** Which column a family stands in: traffic comes in from the left, what a workload needs stands to its right. */
const COLUMNS: Readonly<Record<Family, number>> = {
  traffic: 0,
  mesh: 0,
  workload: 1,
  delivery: 1,
  policy: 1,
  config: 2,
  storage: 2,
  access: 2,
  other: 2,
}
const MOST_IN_COLUMN = 4

/** A design in a few boxes and lines: a picture for a list, not a map. */
export function sketchOf({ workspace, graph }: Design): Sketch {
  const columns = new Map<number, ObjectId[]>()
  const families = new Map<ObjectId, Family>()
  for (const object of workspace.objects) {
    const { family } = kindRow(object.group, object.kind)
    const column = columns.get(COLUMNS[family]) ?? []
    if (column.length === MOST_IN_COLUMN) continue
    columns.set(COLUMNS[family], [...column, object.id])
    families.set(object.id, family)
  }
  const used = [...columns.keys()].toSorted((a, b) => a - b)
  const boxes = used.flatMap((column, n) => {
    const ids = columns.get(column) ?? []
    return ids.map((id, row) => ({
      id,
      family: families.get(id) ?? 'other',
      x: spread(n, used.length, SKETCH.width, SKETCH.boxWidth),
      y: spread(row, ids.length, SKETCH.height, SKETCH.boxHeight),
    }))
  })
  const boxOf = new Map(boxes.map(box => [box.id, box]))
  const lines = graph.relations.flatMap(relation => {
    const from = boxOf.get(relation.from)
    const to = relation.to === null ? undefined : boxOf.get(relation.to)
    return from && to && from.x !== to.x ? [{ from, to }] : []
  })
  return { boxes, lines }
}

/** Where the nth of so many things of a size starts, with equal gaps around them. */
function spread(n: number, count: number, room: number, size: number): number {
  const gap = (room - count * size) / (count + 1)
  return gap + n * (size + gap)
}
