import { isList, isMap, valueAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import type { KindKey } from '../kind-key'
import type { Source } from '../source'
import { titleOf } from '../title'
import { appendItem } from '../wires/append-item'
import { wirePath } from '../wires/place-of-wire'
import { setField } from '../wires/set-field'
import { put, takeOut } from '../wires/steps'
import { isRefusal, PLAIN_WIRE, type Ends, type WireForm } from '../wires/wire-form'

/** Where a rule of a workspace finds its references, as far as a wire has to know. */
export type NamePlace = {
  readonly at: string
  readonly to: KindKey
  readonly label: string
  /** The fields beside each other that say the target; without `name` the name itself stands at the place. */
  readonly name?: string
  readonly namespace?: string
}

/**
 * How a drag writes what a rule of a workspace finds: one more item where the place ends in `*`, else the field itself.
 * None where only a person knows which place is meant: `*` further in front, a number, any container.
 */
export function wireOf({ at, to, label, name, namespace }: NamePlace): WireForm | null {
  const list = at.endsWith('.*') ? at.slice(0, -2) : null
  const place = list ?? at
  const keys = place.split('.')
  if (keys[0] === '$pod' ? keys.length < 2 : keys[0] === '$container') return null
  if (keys.some(key => key === '*' || /^\d+$/.test(key))) return null
  const form = { to: [to], label, crosses: namespace !== undefined }
  const value = (ends: Ends) => (name === undefined ? nameOf(ends) : referenceTo(ends, name, namespace))
  if (list !== null) return appendItem({ ...form, list, item: value, against: isOther(list, isList) })
  if (name === undefined) return setField({ ...form, at, value: nameOf, against: isOther(at, isText) })
  return fieldsOf(at, { ...form, against: isOther(at, isMap) }, ends => referenceTo(ends, name, namespace), [
    name,
    ...(namespace === undefined ? [] : [namespace]),
  ])
}

/** A wire that is some fields of a map, which may hold others: those stay. A map that would be left empty goes. */
function fieldsOf(
  at: string,
  form: Pick<WireForm, 'to' | 'label' | 'crosses' | 'against'>,
  reference: (ends: Ends) => PlainMap,
  fields: readonly string[],
): WireForm {
  return {
    ...PLAIN_WIRE,
    ...form,
    write: ends => {
      const { id, data } = ends.from.object
      const path = wirePath(ends.from, at, {})
      if (isRefusal(path)) return path
      const there = valueAt(data, path)
      const written = reference(ends)
      if (!isMap(there)) return [{ object: id, patch: [put(data, path, written)] }]
      const left = fields.filter(field => field in there && !(field in written)).map(field => [...path, field])
      const set = Object.entries(written).map(([field, value]) => put(data, [...path, field], value))
      return [{ object: id, patch: [...set, ...takeOut(data, left)] }]
    },
    unwrite: from => {
      const { id, data } = from.object
      const path = wirePath(from, at, {})
      if (isRefusal(path)) return path
      const there = Object.keys(mapOf(valueAt(data, path)))
      const own = there.filter(field => fields.includes(field))
      const gone = own.length === there.length ? [path] : own.map(field => [...path, field])
      return [{ object: id, patch: takeOut(data, gone) }]
    },
  }
}

/** The namespace is only said where it is another one. */
function referenceTo(ends: Ends, name: string, namespace: string | undefined): PlainMap {
  const [from, to] = [ends.from.object.namespace, ends.to.object.namespace]
  const isElsewhere = namespace !== undefined && to !== null && to !== from
  return { [name]: nameOf(ends), ...(isElsewhere && { [namespace]: to }) }
}

/** What a manifest has at a place may be of another form than the rule says: a wire writes nothing over that. */
function isOther(at: string, isRight: (value: PlainValue) => boolean): NonNullable<WireForm['against']> {
  return ({ from }) => {
    const path = wirePath(from, at, {})
    const there = isRefusal(path) ? undefined : valueAt(from.object.data, path)
    return there === undefined || there === null || isRight(there) ? null : holdsElse(from, at)
  }
}

function holdsElse({ object }: Source, at: string): string {
  return `${titleOf(object)} has something at ${at} that this rule doesn't speak of.`
}

function mapOf(value: PlainValue | undefined): PlainMap {
  return value !== undefined && isMap(value) ? value : {}
}

function isText(value: PlainValue): boolean {
  return typeof value === 'string'
}

function nameOf({ to }: Ends): string {
  return to.object.name ?? ''
}
