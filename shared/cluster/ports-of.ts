import { containersOf, podTemplateOf } from '../kinds/pod-template'
import { listAt, valueAt } from '../yaml/plain'
import type { PlainMap, PlainValue } from '../yaml/plain'

/** The ports that an object names: a Service's own, else those of its containers. */
export function portsOf(object: PlainMap): readonly number[] {
  const template = podTemplateOf(object)
  const containers = template ? containersOf(template.spec).flatMap(({ container }) => listAt(container, 'ports')) : []
  const numbers = (ports: readonly PlainValue[], key: string) =>
    ports.map(port => valueAt(port, [key])).filter(port => typeof port === 'number')
  return [...numbers(listAt(object, 'spec', 'ports'), 'port'), ...numbers(containers, 'containerPort')]
}
