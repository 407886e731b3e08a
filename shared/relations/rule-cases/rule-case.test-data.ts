import { parse } from 'yaml'
import { groupOf, isClusterScoped } from '../../kinds/kinds'
import { isMap, type PlainMap, type PlainValue } from '../../yaml/plain'

/** The smallest design in which a rule ties two objects: where that is written, and what it leads to. */
export type RuleCase = {
  readonly rule: string
  /** JSON pointer inside the first object. */
  readonly because: string
  /** `Kind name`, or a text that stands for what is outside. */
  readonly to: string
  /** The first one is where the relation leaves from. All stand in namespace `shop`, unless their name says another. */
  readonly objects: readonly PlainMap[]
}

/** `apiVersion Kind [namespace/]name`, and behind it the rest of the manifest in flow style. */
function manifest(line: string): PlainMap {
  const [, apiVersion = '', kind = '', place = '', rest = ''] = /^(\S+) (\S+) (\S+) ?(.*)$/s.exec(line) ?? []
  const [name = '', namespace = 'shop'] = place.split('/').toReversed()
  const value: PlainValue = rest === '' ? {} : parse(rest)
  const { metadata, ...fields }: PlainMap = isMap(value) ? value : {}
  const placed = isClusterScoped(groupOf(apiVersion), kind) ? {} : { namespace }
  return { apiVersion, kind, metadata: { name, ...placed, ...(isMap(metadata) ? metadata : {}) }, ...fields }
}

export function one(rule: string, because: string, to: string, ...lines: readonly string[]): RuleCase {
  return { rule, because, to, objects: lines.map(manifest) }
}

const POD = 'metadata: {labels: {app: web}}'
/** A Pod with a container and whatever else its spec holds. */
export const pod = (container: string, more = '') =>
  `v1 Pod web {${POD}, spec: {containers: [{name: main, image: nginx${container}}]${more}}}`
export const WEB = `apps/v1 Deployment web {spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web, version: v1}}, spec: {containers: [{name: main, image: nginx, ports: [{name: http, containerPort: 8080}]}]}}}}`
export const SERVICE =
  'v1 Service web {spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}]}}'
export const CONFIG = 'v1 ConfigMap settings {data: {level: info}}'
export const SECRET = 'v1 Secret keys {stringData: {password: x}}'
export const ACCOUNT = 'v1 ServiceAccount runner'
export const CERT = 'v1 Secret cert {type: kubernetes.io/tls, stringData: {tls.crt: x, tls.key: x}}'
export const REGISTRY = 'v1 Secret registry {type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson: x}}'
export const near = (side: string) =>
  pod(
    '',
    `, affinity: {${side}: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone, labelSelector: {matchLabels: {app: db}}}]}}`,
  )
export const DB =
  'apps/v1 StatefulSet db {spec: {serviceName: db, template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, image: postgres}]}}}}'
