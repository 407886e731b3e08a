import { listAt, valueAt } from '../../yaml/plain'
import { servicePorts } from '../ports'
import type { Source } from '../source'
import type { Ends } from './wire-form'

/** The host of a Service, short within a namespace and whole across; of a ServiceEntry the first that it brings. */
export function hostFor({ from, to }: Ends): string {
  const { name, namespace } = to.object
  if (isEntry(to)) return hostsOf(to)[0] ?? ''
  return namespace === from.object.namespace ? (name ?? '') : `${name}.${namespace}.svc.cluster.local`
}

/** Whether there is a host to write: a ServiceEntry may bring only hosts with a wildcard. */
export function hasHost({ to }: Ends): boolean {
  return !isEntry(to) || hostsOf(to).length > 0
}

/** The numbers of the ports that a host is reached by. */
export function portsOfHost({ object }: Source): readonly number[] {
  const numbers = listAt(object.data, 'spec', 'ports').map(port => valueAt(port, ['number']))
  const own = servicePorts(object.data).map(({ port }) => port)
  return [...own, ...numbers].filter(port => typeof port === 'number')
}

function isEntry({ object }: Source): boolean {
  return object.kind === 'ServiceEntry'
}

function hostsOf({ object }: Source): readonly string[] {
  return listAt(object.data, 'spec', 'hosts').flatMap(host =>
    typeof host === 'string' && !host.includes('*') ? [host] : [],
  )
}
