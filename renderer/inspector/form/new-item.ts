import { resolveSchema } from '../../../shared/kinds/schemas/walk'
import type { Definitions } from '../../../shared/kinds/schemas/walk'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import { isMap, textAt } from '../../../shared/yaml/plain'
import type { PlainMap, PlainValue } from '../../../shared/yaml/plain'

/** What people mean by one more of these: valid as it is, where the schema alone would leave a gap. */
const usual: Readonly<Record<string, PlainMap>> = {
  containers: { name: 'app', image: 'nginx:1.29' },
  initContainers: { name: 'init', image: 'busybox:1.37', command: ['true'] },
  env: { name: 'NAME', value: '' },
  volumes: { name: 'data', emptyDir: {} },
  volumeMounts: { name: 'data', mountPath: '/data' },
  tolerations: { operator: 'Exists' },
  subjects: { kind: 'ServiceAccount', name: 'default' },
}

const usualNumbers: Readonly<Record<string, number>> = { containerPort: 8080, port: 80 }
const usualRule: PlainMap = { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }

/**
 * A new item for a list: the usual one for lists that everybody has, else what the schema requires. Its name is one that
 * no item of the list has.
 */
export function newItem(key: string, items: Schema, definitions: Definitions, list: readonly PlainValue[]): PlainValue {
  const item = usual[key] ?? (key === 'rules' && items.properties?.verbs ? usualRule : smallest(items, definitions, 0))
  if (!isMap(item) || textAt(item, 'name') === null) return item
  const taken = new Set(list.map(each => textAt(each, 'name')))
  return { ...item, name: freeName(textAt(item, 'name') || key.replace(/s$/, '').toLowerCase(), taken) }
}

/** The smallest value that a schema allows, as far as it says. */
function smallest(schema: Schema, definitions: Definitions, depth: number): PlainValue {
  const { default: standard } = schema
  if (typeof standard === 'string' && standard !== '') return standard
  if (typeof standard === 'boolean') return standard
  const [choice] = schema.enum ?? []
  if (typeof choice === 'string') return choice
  switch (schema.type) {
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1)
    case 'int-or-string':
      return 80
    case 'quantity':
      return '1'
    case 'boolean':
      return false
    case 'array':
      return []
    case 'string':
      return ''
    default: {
      if (!schema.properties || depth > 5) return schema.type === 'any' ? '' : {}
      const entries = (schema.required ?? []).map(key => {
        const field = resolveSchema(definitions, schema.properties?.[key] ?? {})
        return [key, usualNumbers[key] ?? smallest(field, definitions, depth + 1)] as const
      })
      return Object.fromEntries(entries)
    }
  }
}

function freeName(name: string, taken: ReadonlySet<string | null>): string {
  if (!taken.has(name)) return name
  const mark = /^[A-Z_]+$/.test(name) ? '_' : '-'
  let number = 2
  while (taken.has(`${name}${mark}${number}`)) number++
  return `${name}${mark}${number}`
}
