import { isList, isMap, valueAt, type PlainMap } from '../yaml/plain'
import { formatPointer, parsePointer } from '../yaml/pointer'
import type { InspectorField } from './kind-row'
import { kindOfData } from './kinds'

/**
 * The fields that the inspector shows for an object: those of its kind's row, with a path for each item that a `*`
 * stands for. A path without `*` is given whether or not the object has a value there, since it can be set.
 */
export function inspectorFields(object: PlainMap): readonly InspectorField[] {
  return kindOfData(object).inspector.flatMap(field =>
    pathsOf(object, parsePointer(field.path)).map(path => ({ ...field, path: formatPointer(path) })),
  )
}

function pathsOf(object: PlainMap, pattern: readonly string[]): readonly (readonly string[])[] {
  const star = pattern.indexOf('*')
  if (star === -1) return [pattern]
  const parent = valueAt(object, pattern.slice(0, star))
  const keys = isList(parent) || isMap(parent) ? Object.keys(parent) : []
  return keys.flatMap(key => pathsOf(object, [...pattern.slice(0, star), key, ...pattern.slice(star + 1)]))
}
