import { smallestValue } from '../../../shared/kinds/schemas/smallest-value'
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

const usualRule: PlainMap = { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }

/**
 * A new item for a list: the usual one for lists that everybody has, else what the schema requires. Its name is one that
 * no item of the list has.
 */
export function newItem(key: string, items: Schema, definitions: Definitions, list: readonly PlainValue[]): PlainValue {
  const item =
    usual[key] ?? (key === 'rules' && items.properties?.verbs ? usualRule : smallestValue(items, definitions))
  if (!isMap(item) || textAt(item, 'name') === null) return item
  const taken = new Set(list.map(each => textAt(each, 'name')))
  return { ...item, name: freeName(textAt(item, 'name') || key.replace(/s$/, '').toLowerCase(), taken) }
}

function freeName(name: string, taken: ReadonlySet<string | null>): string {
  if (!taken.has(name)) return name
  const mark = /^[A-Z_]+$/.test(name) ? '_' : '-'
  let number = 2
  while (taken.has(`${name}${mark}${number}`)) number++
  return `${name}${mark}${number}`
}
