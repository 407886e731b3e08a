import { isList, isMap, listAt, mapAt, textAt, type PlainMap, type PlainValue } from '../yaml/plain'

/** Whoever writes what nobody wrote by hand: allocations, bindings, status. */
const CONTROLLERS =
  /^(kube-|kubelet$|kwok|cloud-controller|cluster-autoscaler|vpa-|csi-)|-(controller|controller-manager|provisioner)$/

/**
 * The part of an object that people and their tools wrote, by managedFields: what was applied, and what was written in
 * another way by no controller. The object itself where managedFields don't tell.
 */
export function writtenPart(object: PlainMap): PlainMap {
  const written = listAt(object, 'metadata', 'managedFields').filter(isWritten)
  return written.length === 0 ? object : partOf(object, written)
}

/** The part of an object that people and their tools wrote since a time (ISO), by another hand than `manager`'s. */
export function writtenSince(object: PlainMap, since: string, manager: string): PlainMap {
  const written = listAt(object, 'metadata', 'managedFields').filter(
    each => isWritten(each) && textAt(each, 'manager') !== manager && (textAt(each, 'time') ?? '') >= since,
  )
  return partOf(object, written)
}

/** The fields that any manager holds of an object: how its lists are told apart. */
export function allFields(object: PlainMap): PlainMap {
  return listAt(object, 'metadata', 'managedFields')
    .map(each => mapAt(each, 'fieldsV1'))
    .reduce(joinFields, NO_FIELDS)
}

/** Whether a manager is a part of the cluster, and no person or tool. */
export function isController(manager: string): boolean {
  return CONTROLLERS.test(manager)
}

function isWritten(entry: PlainValue): boolean {
  return textAt(entry, 'subresource') === null && !isController(textAt(entry, 'manager') ?? '')
}

function partOf(object: PlainMap, written: readonly PlainValue[]): PlainMap {
  const fields = written.map(each => mapAt(each, 'fieldsV1')).reduce(joinFields, NO_FIELDS)
  const part = mapAt(selectFields(object, fields))
  const { name, namespace } = mapAt(object, 'metadata')
  const named = { ...(name === undefined ? {} : { name }), ...(namespace === undefined ? {} : { namespace }) }
  const { apiVersion = null, kind = null } = object
  return inOrderOf(object, { ...part, apiVersion, kind, metadata: { ...named, ...mapAt(part, 'metadata') } })
}

/** Who wrote a field last, as far as managedFields tell; null where they don't. */
export function managerOf(object: PlainMap, path: readonly string[]): string | null {
  const owners = listAt(object, 'metadata', 'managedFields').filter(each => owns(object, mapAt(each, 'fieldsV1'), path))
  const last = owners.toSorted((a, b) => (textAt(a, 'time') ?? '').localeCompare(textAt(b, 'time') ?? '')).at(-1)
  return last === undefined ? null : textAt(last, 'manager')
}

/** Whether a FieldsV1 holds a field of a value, or something in it. */
export function owns(value: PlainValue, fields: PlainMap, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true
  const inside = isMap(value) ? value[key] : isList(value) ? value[Number(key)] : undefined
  const names = fieldNames(fields)
  const name = isList(value) ? names.find(each => isItem(inside ?? null, each)) : `f:${key}`
  const below = name === undefined ? undefined : fields[name]
  if (!isMap(below)) return false
  return fieldNames(below).length === 0 || owns(inside ?? null, below, rest)
}

/** FieldsV1 of nothing: `.` says that it is no whole value. */
const NO_FIELDS: PlainMap = { '.': {} }

/** Both of two FieldsV1. A field that one of them has whole is whole. */
export function joinFields(a: PlainMap, b: PlainMap): PlainMap {
  if (fieldNames(a).length === 0 && !('.' in a)) return a
  if (fieldNames(b).length === 0 && !('.' in b)) return b
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return Object.fromEntries(
    names.map(name => {
      const [x, y] = [a[name], b[name]]
      return [name, isMap(x) && isMap(y) ? joinFields(x, y) : (x ?? y ?? null)]
    }),
  )
}

/** The fields of a value that a FieldsV1 names. A field without fields of its own is taken whole. */
function selectFields(value: PlainValue, fields: PlainMap): PlainValue {
  const names = fieldNames(fields)
  if (names.length === 0) return '.' in fields && isMap(value) ? {} : value
  if (isMap(value)) {
    const entries = Object.entries(value).flatMap(([key, inside]): [string, PlainValue][] => {
      const below = fields[`f:${key}`]
      return isMap(below) ? [[key, selectFields(inside, below)]] : []
    })
    return Object.fromEntries(entries)
  }
  if (!isList(value)) return value
  return value.flatMap(item => {
    const name = names.find(each => isItem(item, each))
    return name === undefined ? [] : [withKeys(selectFields(item, mapAt(fields, name)), item, name)]
  })
}

/** `k:{"name":"web"}` names the item by its keys, `v:"x"` by its value. */
function isItem(item: PlainValue, name: string): boolean {
  if (name.startsWith('v:')) return readJson(name) === item
  return name.startsWith('k:') && isMap(item) && keysIn(name).every(([key, value]) => item[key] === value)
}

/** An item is nothing without the keys that it is known by. */
function withKeys(selected: PlainValue, item: PlainValue, name: string): PlainValue {
  if (!isMap(selected) || !isMap(item)) return item
  const keys = keysIn(name).map(([key]) => [key, item[key] ?? null])
  return inOrderOf(item, { ...Object.fromEntries(keys), ...selected })
}

function keysIn(name: string): readonly (readonly [string, unknown])[] {
  return Object.entries(Object(readJson(name)))
}

function readJson(name: string): unknown {
  try {
    return JSON.parse(name.slice(2))
  } catch {
    return null
  }
}

function fieldNames(fields: PlainMap): readonly string[] {
  return Object.keys(fields).filter(name => name !== '.')
}

function inOrderOf(whole: PlainMap, part: PlainMap): PlainMap {
  const keys = [...Object.keys(whole).filter(key => key in part), ...Object.keys(part).filter(key => !(key in whole))]
  return Object.fromEntries(keys.map(key => [key, part[key] ?? null]))
}
