import type { Schema } from '../../../shared/kinds/schemas/schema'
import { isMap, valueAt } from '../../../shared/yaml/plain'
import type { PlainValue } from '../../../shared/yaml/plain'

/** A place inside an item that has a column of its own, and how wide it is beside the others. */
export type Column = { readonly path: readonly string[]; readonly width: number }

/**
 * The columns of an item that reads best as one row, by the list that it is in; null for items that are shown as a group.
 * An item's other fields unfold below its row.
 */
export function columnsOf(list: string, items: Schema, item: PlainValue): readonly Column[] | null {
  if (!isMap(item)) return null
  const has = (key: string): boolean => items.properties?.[key] !== undefined || item[key] !== undefined
  const says = (...path: string[]): boolean => valueAt(item, path) !== undefined
  switch (list) {
    case 'ports':
      if (has('containerPort')) return columns(['name', 3], ['containerPort', 3], ['protocol', 3])
      return has('targetPort') ? columns(['name', 3], ['port', 2], ['targetPort', 3]) : null
    case 'env':
      return columns(['name', 5], ...valueColumns(says))
    case 'envFrom':
      if (says('secretRef')) return columns(['secretRef/name', 1])
      return says('configMapRef') ? columns(['configMapRef/name', 1]) : null
    case 'volumeMounts':
      return columns(['name', 4], ['mountPath', 6])
    default:
      return null
  }
}

/** Where a variable's value comes from: itself, a key of something, or a field of the pod. */
function valueColumns(says: (...path: string[]) => boolean): readonly (readonly [string, number])[] {
  for (const source of ['secretKeyRef', 'configMapKeyRef'])
    if (says('valueFrom', source))
      return [
        [`valueFrom/${source}/name`, 4],
        [`valueFrom/${source}/key`, 4],
      ]
  if (says('valueFrom', 'fieldRef')) return [['valueFrom/fieldRef/fieldPath', 7]]
  return says('valueFrom') ? [] : [['value', 7]]
}

function columns(...written: readonly (readonly [string, number])[]): readonly Column[] {
  return written.map(([path, width]) => ({ path: path.split('/'), width }))
}
