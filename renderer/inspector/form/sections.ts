import type { KindRow } from '../../../shared/kinds/kind-row'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import { schemaAt } from '../../../shared/kinds/schemas/walk'
import type { Definitions } from '../../../shared/kinds/schemas/walk'
import { isMap, mapAt, valueAt } from '../../../shared/yaml/plain'
import type { PlainMap } from '../../../shared/yaml/plain'
import { ANYTHING, isStructure, shapeOf } from './field-shape'
import { hintAt, pinnedKeys } from '../../../shared/kinds/pinned-fields'
import { shownKeys } from './shown-keys'

/** A map whose own values make a section, and whose structures make a section each. */
export type Level = {
  readonly title: string
  readonly path: readonly string[]
  readonly schema: Schema
  readonly value: PlainMap
  /** Fields that stand elsewhere. */
  readonly without: ReadonlySet<string>
}

/**
 * The levels of an object, from the outside in: the object itself with its spec, what stands between that and the pods
 * (a CronJob's job), and the pods. Metadata, status and containers have places of their own.
 */
export function levelsOf(row: KindRow, root: Schema, definitions: Definitions, object: PlainMap): readonly Level[] {
  const level = (title: string, path: readonly string[], without: readonly string[]): Level => ({
    title,
    path,
    schema: schemaAt(definitions, root, path)?.schema ?? ANYTHING,
    value: mapAt(object, ...path),
    without: new Set(without),
  })
  const specIsMap = isMap(valueAt(object, ['spec'])) || schemaAt(definitions, root, ['spec']) !== null
  const own = level(
    specIsMap ? 'Object' : 'General',
    [],
    ['apiVersion', 'kind', 'metadata', 'status', ...(specIsMap ? ['spec'] : [])],
  )
  const pods = row.podTemplate
  if (!specIsMap) return [own]
  if (pods === null) return [own, level('General', ['spec'], [])]
  const between = pods.slice(0, -1).flatMap((key, n) => {
    if (key !== 'spec') return []
    const path = pods.slice(0, n + 1)
    return [level(n === 0 ? 'General' : 'Job', path, [pods[n + 1] ?? ''])]
  })
  const isPod = pods.length === 0
  const podSpec = level(isPod ? 'General' : 'Pod', [...pods, 'spec'], [...CONTAINER_LISTS])
  return isPod ? [own, podSpec] : [own, ...between, podSpec]
}

/** The lists of a pod that have the containers' section. */
export const CONTAINER_LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const

/** The fields of a level that are shown, those of one value apart from structures. */
export function fieldsOf(row: KindRow, definitions: Definitions, level: Level, asked: readonly string[]) {
  const keys = shownKeys(level.schema, level.value, pinnedKeys(row, level.path), asked).filter(
    key => !level.without.has(key),
  )
  const isPart = (key: string): boolean => {
    const schema = schemaAt(definitions, level.schema, [key])?.schema ?? ANYTHING
    const value = Object.hasOwn(level.value, key) ? level.value[key] : undefined
    return isStructure(shapeOf(schema, value, hintAt(row, [...level.path, key])))
  }
  return { values: keys.filter(key => !isPart(key)), parts: keys.filter(isPart) }
}

/** A key as a heading: "volumeClaimTemplates" is "Volume claim templates". */
export function inWords(key: string): string {
  const words = key.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
