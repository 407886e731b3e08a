import { nameKeyOf, type IndexKey } from './presence'
import type { LookupTarget, NameTarget, NamespaceForm } from './reference'

/** The Service that a host names in the way of Kubernetes' DNS, seen from a namespace. */
export type ServiceHost = {
  readonly name: string
  readonly namespace: string
  /** It can be nothing else: a single word, or a name that says `svc`. */
  readonly isCertain: boolean
  /** What comes behind the name, to write it again with another one. */
  readonly rest: string
}

/**
 * Reads `reviews`, `reviews.shop`, `reviews.shop.svc` and `reviews.shop.svc.cluster.local`. A name with one dot may as
 * well be a host of the internet; what fits nothing of these is one.
 */
export function serviceOfHost(host: string, namespace: string): ServiceHost | null {
  const [name = '', ...rest] = host.split('.')
  if (name === '' || name === '*') return null
  if (rest.length === 0) return { name, namespace, isCertain: true, rest: '' }
  const [inNamespace = '', service] = rest
  if (rest.length === 1) return { name, namespace: inNamespace, isCertain: false, rest: `.${inNamespace}` }
  return service === 'svc' ? { name, namespace: inNamespace, isCertain: true, rest: `.${rest.join('.')}` } : null
}

/** The key of the ServiceEntries that bring a host. */
export function hostKey(host: string): IndexKey {
  return `@${host}`
}

/** The key of a DestinationRule's subset of a host, written in full. */
export function subsetKey(host: string, namespace: string, subset: string): IndexKey {
  const service = serviceOfHost(host, namespace)
  const full = service === null ? host : `${service.name}.${service.namespace}`
  return `subset ${subset} of ${full}`
}

/** A Service or ServiceEntry by its host; a host that neither brings is outside. */
export function hostTarget(written: string, namespace: string): LookupTarget {
  // `web.shop:8080`: what stands behind the colon is no part of the name.
  const host = written.replace(/:\d+$/, '')
  const port = written.slice(host.length)
  const service = serviceOfHost(host, namespace)
  const target = service === null ? null : serviceTarget(service)
  const missing = {
    kind: 'Service',
    group: '',
    namespace: service?.namespace ?? null,
    name: service?.name ?? '',
    key: null,
  }
  return {
    by: 'lookup',
    keys: [...(target === null ? [] : [nameKeyOf(target)]), hostKey(host)],
    orElse: service?.isCertain ? missing : { by: 'outside', name: host },
    renamed: name => `${name}${service?.rest ?? ''}${port}`,
    ...(service === null ? {} : { inNamespace: namespaceInHost(service) }),
  }
}

/** A host says the namespace behind the name: `reviews` is `reviews.shop` from elsewhere. */
function namespaceInHost({ name, namespace, rest }: ServiceHost): NamespaceForm {
  const behind = rest.split('.').slice(2)
  return { namespace, field: null, written: to => [name, to, ...behind].join('.') }
}

/** The Service of a host as a target by name. */
export function serviceTarget({ name, namespace, rest }: ServiceHost): NameTarget {
  return { by: 'name', kind: 'Service', namespace, name, key: null, renamed: to => `${to}${rest}` }
}
