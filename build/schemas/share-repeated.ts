import type { Schema } from '../../shared/kinds/schemas/schema'
import { mapValues } from './references'

/** Parts shorter than this are cheaper written again than named. */
const worthSharing = 300

/**
 * Custom resources write their parts out again and again (the OpenAPI of a CRD has no references). Parts of a file that
 * are equal become one definition `file#n`, which the places name.
 */
export function shareRepeated(file: string, definitions: Readonly<Record<string, Schema>>): Record<string, Schema> {
  const counts = new Map<string, number>()
  for (const schema of Object.values(definitions)) countParts(schema, counts, true)
  const names = new Map<string, string>()
  const shared: Record<string, Schema> = {}

  const share = (schema: Schema, isRoot: boolean): Schema => {
    const text = JSON.stringify(schema)
    const repeats = !isRoot && text.length >= worthSharing && (counts.get(text) ?? 0) > 1
    const known = names.get(text)
    if (repeats && known) return { ref: known }
    const name = `${file}#${names.size + 1}`
    if (repeats) names.set(text, name)
    const inner = mapParts(schema, part => share(part, false))
    if (!repeats) return inner
    shared[name] = inner
    return { ref: name }
  }
  const own = mapValues(definitions, schema => share(schema, true))
  return { ...own, ...shared }
}

function countParts(schema: Schema, counts: Map<string, number>, isRoot: boolean): void {
  if (!isRoot) {
    const text = JSON.stringify(schema)
    if (text.length < worthSharing) return
    const seen = counts.get(text) ?? 0
    counts.set(text, seen + 1)
    // The parts of a part that was seen before repeat only because it does.
    if (seen > 0) return
  }
  mapParts(schema, part => {
    countParts(part, counts, false)
    return part
  })
}

function mapParts(schema: Schema, change: (part: Schema) => Schema): Schema {
  return {
    ...schema,
    ...(schema.properties ? { properties: mapValues(schema.properties, change) } : {}),
    ...(schema.additionalProperties ? { additionalProperties: change(schema.additionalProperties) } : {}),
    ...(schema.items ? { items: change(schema.items) } : {}),
  }
}
