import type { MissingTarget, Relation } from '../../relations/relation'
import { titleOf } from '../../relations/title'
import { isMap, textAt, type PlainMap } from '../../yaml/plain'
import { formatPointer, parsePointer } from '../../yaml/pointer'
import type { Planned, Point } from '../change'
import type { Design } from '../design'
import { objectIsGone, refuse } from '../refusal'
import { addObject } from './add-object'
import { setField } from './set-field'

export type CreateMissing = {
  /** One that names something missing. */
  readonly relation: Relation
  /** Where the new card is put. */
  readonly at?: Point
}

/**
 * Makes what a reference names and no file has: the object, with the name, namespace and keys that everything which
 * refers to it expects; or the key, in an object that is there.
 */
export function createMissing(design: Design, { relation, at }: CreateMissing): Planned {
  const { missing } = relation
  if (!missing) return refuse('nothing-to-create', 'What the reference names is there already.')
  if (missing.key !== null) return createKey(design, relation, missing.key)
  const { group, kind, name, namespace } = missing
  const keys = expectedKeys(design, missing)
  const planned = addObject(design, {
    group,
    kind,
    name,
    namespace,
    beside: relation.from,
    patch: starter =>
      keys.length > 0 ? [{ op: 'replace', path: `/${mapOfKeys(starter)}`, value: emptyAt(keys) }] : [],
    ...(at && { at }),
  })
  return planned.ok ? { ok: true, change: { ...planned.change, says: `Create ${titleOf(missing)}` } } : planned
}

function createKey(design: Design, { to }: Relation, key: string): Planned {
  const object = to === null ? null : design.workspace.object(to)
  if (!object) return objectIsGone()
  const planned = setField(design, { object: object.id, path: formatPointer([mapOfKeys(object.data), key]), value: '' })
  return planned.ok ? { ok: true, change: { ...planned.change, says: `Add ${key} to ${titleOf(object)}` } } : planned
}

/** The keys that anything in the design reads of a missing ConfigMap or Secret. */
function expectedKeys({ graph }: Design, wanted: MissingTarget): readonly string[] {
  const keys = new Set<string>()
  for (const { from, missing, because } of graph.relations) {
    if (!missing || !isSameTarget(missing, wanted)) continue
    const data = graph.object(from)?.data
    // `secretKeyRef` and `items` name the key beside the place that makes the tie.
    for (const { path } of because) {
      const key = textAt(data, ...parsePointer(path).slice(0, -1), 'key')
      if (key !== null) keys.add(key)
    }
  }
  return [...keys]
}

function isSameTarget(a: MissingTarget, b: MissingTarget): boolean {
  return a.kind === b.kind && a.group === b.group && a.namespace === b.namespace && a.name === b.name
}

/** Where an object keeps its keys: a Secret that a person writes has them in `stringData`. */
function mapOfKeys(data: PlainMap): 'stringData' | 'data' {
  return isMap(data['stringData']) ? 'stringData' : 'data'
}

function emptyAt(keys: readonly string[]): PlainMap {
  return Object.fromEntries(keys.map(key => [key, '']))
}
