import { listAt, textAt, valueAt, type PlainValue } from '../yaml/plain'
import type { Check, Finding } from './check'
import { checkedPodOf, isKind, refused, type CheckedPod } from './refused'

/** Two items of a list that the server tells apart by what they share. */
export const sameKeyTwice: Check = ({ object }) => {
  const pod = checkedPodOf(object)
  const ofService = isKind(object, '', 'Service') ? placed(listAt(object.data, 'spec', 'ports'), ['spec', 'ports']) : []
  return [
    ...(pod ? ofPod(pod) : []),
    ...twice(ofService, nameOf, 'name'),
    ...twice(ofService, portOf, 'port and protocol'),
  ]
}

type Placed = { readonly path: readonly string[]; readonly value: PlainValue }

function ofPod({ path, spec, containers }: CheckedPod): readonly Finding[] {
  const named = containers.map(each => ({ path: each.path, value: each.container }))
  const inContainers = containers.flatMap(each => [
    ...twice(placed(listAt(each.container, 'volumeMounts'), [...each.path, 'volumeMounts']), mountPathOf, 'mountPath'),
    ...twice(placed(listAt(each.container, 'ports'), [...each.path, 'ports']), nameOf, 'name'),
  ])
  const volumes = placed(listAt(spec, 'volumes'), [...path, 'volumes'])
  return [...twice(named, nameOf, 'name'), ...twice(volumes, nameOf, 'name'), ...inContainers]
}

function twice(items: readonly Placed[], keyOf: (item: PlainValue) => string | null, what: string): readonly Finding[] {
  const seen = new Set<string>()
  return items.flatMap(({ path, value }) => {
    const key = keyOf(value)
    if (key === null) return []
    const isFirst = !seen.has(key)
    seen.add(key)
    if (isFirst) return []
    return [
      refused('same-key-twice', path, `Another item before it has the ${what} ${key}`, `Give it another ${what}.`),
    ]
  })
}

function placed(items: readonly PlainValue[], path: readonly string[]): readonly Placed[] {
  return items.map((value, index) => ({ path: [...path, String(index)], value }))
}

function nameOf(item: PlainValue): string | null {
  return textAt(item, 'name') || null
}

function mountPathOf(item: PlainValue): string | null {
  return textAt(item, 'mountPath')
}

function portOf(item: PlainValue): string | null {
  const port = valueAt(item, ['port'])
  return typeof port === 'number' ? `${port}/${textAt(item, 'protocol') ?? 'TCP'}` : null
}
