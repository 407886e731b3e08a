import { isList, listAt, textAt, valueAt } from '../../yaml/plain'
import type { PlainMap, PlainValue } from '../../yaml/plain'
import { countOf, sentences } from './live-state'
import type { LiveState } from './live-state'

/** How a Service does: how many endpoints take its traffic. `slices` are its EndpointSlices. */
export function serviceState(service: PlainMap, slices: readonly PlainMap[]): LiveState {
  const type = textAt(service, 'spec', 'type')
  if (type === 'ExternalName')
    return { state: 'ready', text: 'Alias', says: `Stands for ${textAt(service, 'spec', 'externalName') ?? ''}.` }
  const endpoints = slices.flatMap(slice => listAt(slice, 'endpoints'))
  const ready = new Set(endpoints.filter(isReady).map(whoIs)).size
  const all = new Set(endpoints.map(whoIs)).size
  const text = `${ready} up`
  const says = `${countOf(ready, 'endpoint')} ready${all > ready ? `, ${all - ready} not` : ''}`
  if (ready === 0) {
    const selects = valueAt(service, ['spec', 'selector']) !== undefined
    return selects
      ? { state: 'failing', text, says: sentences(says, 'Requests to it fail') }
      : { state: 'pending', text, says: sentences(says, 'It has no selector, and nobody has made endpoints for it') }
  }
  if (type === 'LoadBalancer' && listAt(service, 'status', 'loadBalancer', 'ingress').length === 0)
    return { state: 'pending', text, says: sentences(says, 'No load balancer has given it an address yet') }
  return { state: 'ready', text, says: sentences(says) }
}

/** How an Ingress does: whether a controller has given it an address. */
export function ingressState(ingress: PlainMap): LiveState {
  const addresses = listAt(ingress, 'status', 'loadBalancer', 'ingress').flatMap(
    address => textAt(address, 'hostname') ?? textAt(address, 'ip') ?? [],
  )
  return addresses.length > 0
    ? { state: 'ready', text: 'Up', says: `Reached at ${addresses.join(', ')}.` }
    : { state: 'pending', text: 'No IP', says: 'No controller has given it an address yet.' }
}

/** Unknown counts as ready, as the API says. */
function isReady(endpoint: PlainValue): boolean {
  return valueAt(endpoint, ['conditions', 'ready']) !== false
}

/** A pod with an address of each IP family stands in two slices. */
function whoIs(endpoint: PlainValue): string {
  const name = textAt(endpoint, 'targetRef', 'name')
  const addresses = valueAt(endpoint, ['addresses'])
  return name ?? (isList(addresses) ? addresses.join(' ') : '')
}
