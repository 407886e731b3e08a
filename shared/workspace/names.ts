import type { KindRow } from '../kinds/kind-row'
import { kindRow } from '../kinds/kinds'
import { freshName } from '../kinds/starter-names'
import type { Refusal } from './change'
import { nameKey, type ObjectName } from './identity'
import type { KubeObject } from './kube-object'
import { refuse } from './refusal'

/** DNS-1123 subdomain: what the API server takes for most kinds. */
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/
/** RBAC names are path segments: anything but these. */
const PATH_SEGMENT = /^(?!\.\.?$)[^/%]+$/
const LONGEST_NAME = 253

/** Why an object can't have this name (the API server would refuse it, or another object has it); null where it can. */
export function whyNotNamed(objects: readonly KubeObject[], name: ObjectName, self: KubeObject | null): Refusal | null {
  const { group, kind } = name
  const text = name.name ?? ''
  const pattern = group === 'rbac.authorization.k8s.io' ? PATH_SEGMENT : SUBDOMAIN
  if (!pattern.test(text) || text.length > LONGEST_NAME) {
    const allowed = 'lower-case letters, digits, "-" and ".", starting and ending with a letter or digit'
    return refuse('invalid-name', `"${text}" can't be the name of a ${kind}. It may have ${allowed}.`)
  }
  const key = nameKey(name)
  const other = objects.find(object => object !== self && object.name === text && nameKey(object) === key)
  if (!other) return null
  const where = name.namespace === null ? '' : ` in namespace ${name.namespace}`
  return refuse('name-is-taken', `There is a ${kind} ${text}${where} already, in ${other.file}. Choose another name.`)
}

/** A name that fits the kind and that no object of the kind has in the namespace. */
export function freeName(objects: readonly KubeObject[], row: KindRow, namespace: string | null): string {
  return freshName(row, takenNames(objects, row, namespace))
}

/** The name itself where it is free, else with the least number behind it that makes it free (`web-2`, `web-3`). */
export function numberedName(taken: ReadonlySet<string>, name: string): string {
  if (!taken.has(name)) return name
  const base = name.replace(/-\d+$/, '')
  let number = 2
  while (taken.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}

/** The names that objects of a kind have in a namespace. */
export function takenNames(
  objects: readonly KubeObject[],
  { group, kind }: { readonly group: string; readonly kind: string },
  namespace: string | null,
): ReadonlySet<string> {
  const row = kindRow(group, kind)
  const names = objects
    .filter(object => object.namespace === namespace && kindRow(object.group, object.kind) === row)
    .flatMap(object => object.name ?? [])
  return new Set(names)
}
