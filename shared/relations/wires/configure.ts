import type { Refusal } from '../../workspace/change'
import { isMap, listAt, textAt, valueAt, type PlainMap } from '../../yaml/plain'
import type { WireAnswers, WireAsk } from '../relation'
import { podSpecPath, type Source } from '../source'
import { titleOf } from '../title'
import { appendItem } from './append-item'
import { asksContainer, lacksContainer, wirePath } from './place-of-wire'
import { setField } from './set-field'
import { put, takeOut } from './steps'
import { cannotWire, isRefusal, type Ends, type WireForm } from './wire-form'

/** All keys of a ConfigMap or Secret as environment variables of a container. */
export function envFrom(kind: string, ref: string, rank: WireForm['rank']): WireForm {
  return appendItem({
    to: [kind],
    label: 'Environment from all keys',
    rank,
    against: lacksContainer,
    asks: ({ from }) => asksContainer(from),
    list: '$container.envFrom',
    item: ({ to }) => ({ [ref]: { name: to.object.name } }),
  })
}

/** One key as one environment variable. */
export function envVariable(kind: string, keyRef: string, rank: WireForm['rank']): WireForm {
  return appendItem({
    to: [kind],
    label: 'One environment variable',
    rank,
    against: lacksContainer,
    asks: ({ from, to }) => [...asksKey(to), ...asksContainer(from)],
    list: '$container.env',
    item: (ends, answers) => variable(keyRef, ends, answers),
  })
}

/** A Secret that pulls images: offered only for one that holds a registry's credentials, and then first. */
export function pullSecret(list: string): WireForm {
  return appendItem({
    to: ['Secret'],
    label: 'Image pull secret',
    rank: () => 1,
    fits: ({ to }) => isRegistrySecret(to),
    list,
    item: ({ to }) => ({ name: to.object.name }),
  })
}

/** The account that pods run as. The field's old name is taken back too, where the manifest has both. */
export const runAs: WireForm = {
  ...setField({ to: ['ServiceAccount'], label: 'Runs as', at: '$pod.serviceAccountName' }),
  write: ({ from, to }) => {
    const { id, data } = from.object
    const name = to.object.name ?? ''
    const fields = ['serviceAccountName', ...(from.pod?.spec['serviceAccount'] === undefined ? [] : ['serviceAccount'])]
    return [{ object: id, patch: fields.map(field => put(data, [...podSpecPath(from), field], name)) }]
  },
  unwrite: from => {
    const fields = ['serviceAccountName', 'serviceAccount'].filter(field => from.pod?.spec[field] !== undefined)
    return [
      {
        object: from.object.id,
        patch: takeOut(
          from.object.data,
          fields.map(field => [...podSpecPath(from), field]),
        ),
      },
    ]
  },
}

function isRegistrySecret({ object }: Source): boolean {
  const type = textAt(object.data, 'type')
  return type === 'kubernetes.io/dockerconfigjson' || type === 'kubernetes.io/dockercfg'
}

/** The keys that a ConfigMap or Secret has, in the order of its text. */
export function keysOf({ object }: Source): readonly string[] {
  const maps = ['data', 'stringData', 'binaryData'].map(field => object.data[field])
  return [...new Set(maps.filter(isMap).flatMap(map => Object.keys(map)))]
}

function asksKey(to: Source): readonly WireAsk[] {
  const keys = keysOf(to)
  const [first = ''] = keys
  return [
    { key: 'key', label: 'Key', choices: keys.length === 0 ? null : keys, default: first },
    { key: 'env', label: 'Variable', choices: null, default: variableName(first) },
  ]
}

function variable(keyRef: string, { from, to }: Ends, answers: WireAnswers): PlainMap | Refusal {
  const keys = keysOf(to)
  const key = answers['key'] ?? keys[0] ?? ''
  if (key === '') return cannotWire(`${titleOf(to.object)} has no keys. Say which key the variable is to hold.`)
  if (keys.length > 0 && !keys.includes(key))
    return cannotWire(`${titleOf(to.object)} has no key ${key}. It has ${keys.join(', ')}.`)
  const path = wirePath(from, '$container', answers)
  if (isRefusal(path)) return path
  const taken = listAt(valueAt(from.object.data, path), 'env').map(entry => textAt(entry, 'name'))
  const asked = answers['env']
  if (asked !== undefined && taken.includes(asked))
    return cannotWire(`The container has a variable ${asked} already. Choose another name.`)
  const name = asked ?? free(variableName(key), taken)
  return { name, valueFrom: { [keyRef]: { name: to.object.name, key } } }
}

/** `db.password` as `DB_PASSWORD`. */
function variableName(key: string): string {
  const name = key.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
  return /^[0-9]/.test(name) ? `_${name}` : name
}

function free(name: string, taken: readonly (string | null)[]): string {
  let number = 2
  let candidate = name
  while (taken.includes(candidate)) candidate = `${name}_${number++}`
  return candidate
}
