import { listAt, textAt } from '../../yaml/plain'
import { parsePointer } from '../../yaml/pointer'
import type { Source } from '../source'
import { titleOf } from '../title'
import { put, takeOut } from './steps'
import { cannotWire, PLAIN_WIRE, type WireForm } from './wire-form'

/** A wire from a StatefulSet to the StorageClass of one of its claim templates. */
export const classOfTemplate: WireForm = {
  ...PLAIN_WIRE,
  to: ['StorageClass.storage.k8s.io'],
  label: 'Class of its claims',
  fits: ({ from }) => templateNames(from).length > 0,
  asks: ({ from }) => {
    const names = templateNames(from)
    return names.length < 2 ? [] : [{ key: 'claim', label: 'Claim template', choices: names, default: names[0]! }]
  },
  write: ({ from, to }, answers) => {
    const names = templateNames(from)
    const index = answers['claim'] === undefined ? 0 : names.indexOf(answers['claim'])
    if (index === -1)
      return cannotWire(
        `${titleOf(from.object)} has no claim template ${answers['claim']}. It has ${names.join(', ')}.`,
      )
    const { id, data } = from.object
    const path = ['spec', 'volumeClaimTemplates', String(index), 'spec', 'storageClassName']
    return [{ object: id, patch: [put(data, path, to.object.name)] }]
  },
  unwrite: ({ object }, relations) => {
    const paths = relations.flatMap(({ because }) => because.map(({ path }) => parsePointer(path)))
    return [{ object: object.id, patch: takeOut(object.data, paths) }]
  },
}

function templateNames({ object }: Source): readonly string[] {
  return listAt(object.data, 'spec', 'volumeClaimTemplates').map(each => textAt(each, 'metadata', 'name') ?? '')
}
