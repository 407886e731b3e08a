import { smallestValue } from '../../../shared/kinds/schemas/smallest-value'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import { resolveSchema, type Definitions } from '../../../shared/kinds/schemas/walk'
import type { PatchOperation } from '../../../shared/yaml/edit/edit-plan'
import { textAt } from '../../../shared/yaml/plain'
import type { PlainMap, PlainValue } from '../../../shared/yaml/plain'
import { formatPointer } from '../../../shared/yaml/pointer'

/** Those that people use, before all others. */
const COMMON = ['configMap', 'secret', 'persistentVolumeClaim', 'emptyDir', 'hostPath', 'projected', 'ephemeral', 'csi']

/** What a volume can come from, the most used first. */
export function volumeSources(volume: Schema): readonly string[] {
  const all = Object.keys(volume.properties ?? {}).filter(key => key !== 'name')
  return [...COMMON.filter(key => all.includes(key)), ...all.filter(key => !COMMON.includes(key)).sort()]
}

/** The source that a volume has; null for none. The server refuses a second one, so the first counts. */
export function sourceOf(volume: PlainMap): string | null {
  return Object.keys(volume).find(key => key !== 'name') ?? null
}

/** Gives a volume another source, with what that requires: what the old one said means nothing to it. */
export function changeSource(
  path: readonly string[],
  volume: PlainMap,
  source: string,
  schema: Schema,
  definitions: Definitions,
): readonly PatchOperation[] {
  const field = resolveSchema(definitions, schema.properties?.[source] ?? {})
  const before = Object.keys(volume).filter(key => key !== 'name')
  return [
    ...before.map(key => ({ op: 'remove', path: formatPointer([...path, key]) }) as const),
    {
      op: 'add',
      path: formatPointer([...path, source]),
      value: startOf(source, textAt(volume, 'name') || 'data', smallestValue(field, definitions)),
    },
  ]
}

/** Where a source names what it comes from. */
const NAMES: Readonly<Record<string, string>> = {
  configMap: 'name',
  secret: 'secretName',
  persistentVolumeClaim: 'claimName',
}

/** What is named is called like the volume until somebody says otherwise: the server takes no empty name. */
function startOf(source: string, name: string, smallest: PlainValue): PlainValue {
  const key = NAMES[source]
  if (key !== undefined) return { [key]: name }
  if (source === 'hostPath') return { path: `/var/lib/${name}` }
  return source === 'projected' ? { sources: [] } : smallest
}
