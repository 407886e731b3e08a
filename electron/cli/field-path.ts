import type { PatchOperation } from '../../shared/yaml/edit/edit-plan'
import { nodeAt } from '../../shared/yaml/find-node'
import type { PlainValue } from '../../shared/yaml/plain'
import { formatPointer } from '../../shared/yaml/pointer'
import { scalarText } from '../../shared/yaml/scalar-text'
import type { YamlNode } from '../../shared/yaml/tree'

/** A step of a dotted path: a key, `[0]`, or `[name=web]` for the item that has this field. */
export type FieldStep =
  | { readonly by: 'key'; readonly key: string }
  | { readonly by: 'index'; readonly index: number }
  | { readonly by: 'field'; readonly field: string; readonly value: string }

/** The object whose fields a path names: its text and node in the file. */
export type FieldRoot = { readonly text: string; readonly root: YamlNode; readonly within: readonly string[] }

export type ResolvedEdit =
  { readonly ok: true; readonly operation: PatchOperation } | { readonly ok: false; readonly message: string }

/**
 * Reads `spec.template.spec.containers[name=web].image`. A key with dots is written `\.` or quoted:
 * `metadata.annotations["example.com/owner"]`. Null where it can't be read.
 */
export function parseFieldPath(written: string): readonly FieldStep[] | null {
  const steps: FieldStep[] = []
  STEP.lastIndex = 0
  let at = 0
  while (at < written.length) {
    STEP.lastIndex = at
    const found = STEP.exec(written)
    if (!found) return null
    const [whole, key, quoted, index, field, value] = found
    // A key follows a dot, except at the start; brackets follow directly.
    if (key !== undefined) {
      if (whole.startsWith('.') === (at === 0)) return null
      steps.push({ by: 'key', key: key.replaceAll(/\\(.)/gs, '$1') })
    } else if (quoted !== undefined) steps.push({ by: 'key', key: quoted.replaceAll(/\\(.)/gs, '$1') })
    else if (index !== undefined) steps.push({ by: 'index', index: Number(index) })
    else steps.push({ by: 'field', field: field!, value: value! })
    at = STEP.lastIndex
  }
  return steps.length === 0 ? null : steps
}

const STEP = /\.?((?:[^.[\]\\]|\\.)+)|\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|\[([^\]=]+)=([^\]]*)\]/suy

/** Splits `PATH=VALUE` at the first `=` that is not inside brackets. */
export function splitAssignment(written: string): { readonly path: string; readonly value: string } | null {
  let depth = 0
  for (let i = 0; i < written.length; i++) {
    if (written[i] === '[') depth++
    else if (written[i] === ']') depth--
    else if (written[i] === '=' && depth === 0) return { path: written.slice(0, i), value: written.slice(i + 1) }
  }
  return null
}

/** The operation that gives a path a value: replaces what is there, or adds it with the maps that lead to it. */
export function setOperation(object: FieldRoot, steps: readonly FieldStep[], value: PlainValue): ResolvedEdit {
  const walked = walk(object, steps)
  if (!walked.ok) return walked
  const { found, rest } = walked
  if (rest.length === 0) return { ok: true, operation: { op: 'replace', path: formatPointer(found), value } }

  const parent = nodeAt(object.text, object.root, [...object.within, ...found])?.node
  if (parent && isNothing(parent)) {
    const made = nested(rest, value)
    return made.ok ? { ok: true, operation: { op: 'replace', path: formatPointer(found), value: made.value } } : made
  }
  const [first, ...more] = rest
  const made = nested(more, value)
  if (!made.ok) return made
  if (first!.by === 'key')
    return { ok: true, operation: { op: 'add', path: formatPointer([...found, first!.key]), value: made.value } }
  if (first!.by === 'index' && parent?.type === 'seq' && first!.index === parent.items.length)
    return { ok: true, operation: { op: 'add', path: formatPointer([...found, '-']), value: made.value } }
  return nothingThere(found, first!)
}

/** The operation that removes what stands at a path. */
export function removeOperation(object: FieldRoot, steps: readonly FieldStep[]): ResolvedEdit {
  const walked = walk(object, steps)
  if (!walked.ok) return walked
  const [missing] = walked.rest
  if (missing) return nothingThere(walked.found, missing)
  return { ok: true, operation: { op: 'remove', path: formatPointer(walked.found) } }
}

type Walked =
  | { readonly ok: true; readonly found: readonly string[]; readonly rest: readonly FieldStep[] }
  | { readonly ok: false; readonly message: string }

/** As far as the path is there: the keys found, and the steps left. */
function walk({ text, root, within }: FieldRoot, steps: readonly FieldStep[]): Walked {
  const found: string[] = []
  for (const [i, step] of steps.entries()) {
    const node = nodeAt(text, root, [...within, ...found])?.node
    // What an alias stands for is edited where it is written: the plan says so.
    if (node?.type === 'alias') return { ok: true, found: [...found, ...keysOf(steps.slice(i))], rest: [] }
    const key = node ? keyOfStep(text, node, step) : null
    if (key === null) return { ok: true, found, rest: steps.slice(i) }
    found.push(key)
  }
  return { ok: true, found, rest: [] }
}

function keysOf(steps: readonly FieldStep[]): readonly string[] {
  return steps.map(step => (step.by === 'key' ? step.key : step.by === 'index' ? String(step.index) : '-'))
}

/** The key or item number that a step means in this node, or null where it has none. */
function keyOfStep(text: string, node: YamlNode, step: FieldStep): string | null {
  if (step.by === 'key') return node.type === 'map' && nodeAt(text, node, [step.key]) ? step.key : null
  if (node.type !== 'seq') return null
  if (step.by === 'index') return step.index < node.items.length ? String(step.index) : null
  const index = node.items.findIndex(({ value }) => {
    const field = nodeAt(text, value, [step.field])?.node
    return field?.type === 'scalar' && scalarText(text, field) === step.value
  })
  return index < 0 ? null : String(index)
}

function isNothing(node: YamlNode): boolean {
  return node.type === 'scalar' && node.style === 'empty'
}

/** A value inside the maps that its keys need. A list can't be made up from an index or a field. */
function nested(
  steps: readonly FieldStep[],
  value: PlainValue,
): { readonly ok: true; readonly value: PlainValue } | { readonly ok: false; readonly message: string } {
  let made = value
  for (const step of steps.toReversed()) {
    if (step.by !== 'key') return { ok: false, message: `There is no list for ${writtenStep(step)}.` }
    made = { [step.key]: made }
  }
  return { ok: true, value: made }
}

function nothingThere(found: readonly string[], step: FieldStep): ResolvedEdit {
  return {
    ok: false,
    message: `There is no ${writtenStep(step)} at ${formatPointer(found) || 'the top of the object'}.`,
  }
}

function writtenStep(step: FieldStep): string {
  if (step.by === 'key') return step.key
  return step.by === 'index' ? `[${step.index}]` : `[${step.field}=${step.value}]`
}
