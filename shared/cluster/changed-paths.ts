import { isMap, valueAt, type PlainMap, type PlainValue } from '../yaml/plain'
import { samePlain } from '../yaml/edit/patch-plain'

/**
 * The paths at which two states of an object differ: as deep as both are maps. A list that differs counts as a whole,
 * because its items have no names here.
 */
export function changedPaths(before: PlainMap, after: PlainMap): readonly (readonly string[])[] {
  const paths: (readonly string[])[] = []
  const compare = (a: PlainValue | undefined, b: PlainValue | undefined, path: readonly string[]): void => {
    if (isMap(a) && isMap(b))
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
        compare(valueAt(a, [key]), valueAt(b, [key]), [...path, key])
    else if (a === undefined || b === undefined ? a !== b : !samePlain(a, b)) paths.push(path)
  }
  compare(before, after, [])
  return paths
}
