import type { InspectorField } from '../../shared/kinds/kind-row'
import { isList, isMap, textAt, valueAt } from '../../shared/yaml/plain'
import type { PlainMap } from '../../shared/yaml/plain'
import { parsePointer } from '../../shared/yaml/pointer'

/** The fields of one thing: the object itself, or an item of a list such as a container. */
export type FieldSection = { readonly title: string; readonly groups: readonly FieldGroup[] }

/** Fields with the same parents; the label names them, '' for those of the section itself. */
export type FieldGroup = { readonly label: string; readonly fields: readonly InspectorField[] }

/** Fields in sections: those of the object first, then one section for each list item that has some. */
export function fieldSections(object: PlainMap, fields: readonly InspectorField[]): readonly FieldSection[] {
  const sections = new Map<string, Map<string, InspectorField[]>>()
  for (const field of fields) {
    const path = parsePointer(field.path)
    if (isElsewhere(object, path)) continue
    const { title, label } = whereabouts(object, path)
    const groups = sections.get(title) ?? new Map<string, InspectorField[]>()
    sections.set(title, groups)
    groups.set(label, [...(groups.get(label) ?? []), field])
  }
  return [...sections].map(([title, groups]) => ({
    title,
    groups: [...groups].map(([label, members]) => ({ label, fields: members })),
  }))
}

/** A list item that lacks a field of its own says it another way: a variable with `valueFrom` has no `value`. */
function isElsewhere(object: PlainMap, path: readonly string[]): boolean {
  return valueAt(object, path) === undefined && isList(valueAt(object, path.slice(0, -2)))
}

/** Where fields without a list item stand. */
export const OWN_SECTION = 'General'

/** Parents that every manifest has, and that say nothing. */
const PLAIN_PARENTS = new Set(['spec', 'metadata', 'template', 'jobTemplate'])

function whereabouts(object: PlainMap, path: readonly string[]): { readonly title: string; readonly label: string } {
  const item = path.findIndex((_, n) => isList(valueAt(object, path.slice(0, n))))
  if (item === -1) return { title: OWN_SECTION, label: parentWords(object, path, 0) }
  return {
    title: `${inWords(path[item - 1] ?? '')} ${itemName(object, path.slice(0, item + 1))}`,
    label: parentWords(object, path, item + 1),
  }
}

/** The parents from one on, without those that say nothing, list items by their names: "ports http", "resources limits". */
function parentWords(object: PlainMap, path: readonly string[], from: number): string {
  const words: string[] = []
  for (let n = from; n < path.length - 1; n++) {
    const part = path[n] ?? ''
    if (isList(valueAt(object, path.slice(0, n)))) words.push(itemName(object, path.slice(0, n + 1)))
    else if (!PLAIN_PARENTS.has(part)) words.push(part)
  }
  return words.join(' ')
}

function itemName(object: PlainMap, path: readonly string[]): string {
  const item = valueAt(object, path)
  const number = String(Number(path.at(-1)) + 1)
  return isMap(item) ? (textAt(item, 'name') ?? textAt(item, 'host') ?? number) : number
}

/** "initContainers" as one of them: "Init container". */
function inWords(key: string): string {
  const words = key.replace(/([A-Z])/g, ' $1').toLowerCase()
  const one = words.endsWith('s') && !words.endsWith('ss') ? words.slice(0, -1) : words
  return one.charAt(0).toUpperCase() + one.slice(1)
}
