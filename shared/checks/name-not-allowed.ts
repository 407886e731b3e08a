import { mapAt, textAt } from '../yaml/plain'
import type { Check } from './check'
import { checkedPodOf, isKind, refused } from './refused'

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/
/** RBAC's names are segments of a URL. */
const SEGMENT = /^(?!\.\.?$)[^/%]+$/
const LETTERS = 'lower-case letters, digits and "-", starting and ending with a letter or digit'

/** A name that the server would not take: of the object, its namespace, its account, its containers. */
export const nameNotAllowed: Check = ({ object, known }) => {
  // How another group's kinds are named is its own matter.
  if (!known || known.served === false) return []
  const { name } = object
  const wrong = (path: readonly string[], text: string, allowed: string) =>
    refused('name-not-allowed', path, `"${text}" can't be a name here`, `It may have ${allowed}.`)
  const pod = checkedPodOf(object)
  const account = pod && textAt(pod.spec, 'serviceAccountName')
  const namespace = textAt(object.data, 'metadata', 'namespace')
  return [
    ...(name !== null && !isName(object, name)
      ? [
          wrong(
            ['metadata', 'name'],
            name,
            object.group === 'rbac.authorization.k8s.io' ? 'no "/" and no "%"' : `${LETTERS}; most kinds take "." too`,
          ),
        ]
      : []),
    ...(namespace !== null && namespace !== '' && !isLabel(namespace)
      ? [wrong(['metadata', 'namespace'], namespace, LETTERS)]
      : []),
    ...(pod && account !== null && account !== '' && !isSubdomain(account)
      ? [wrong([...pod.path, 'serviceAccountName'], account, LETTERS)]
      : []),
    ...(pod?.containers ?? []).flatMap(({ path, container }) => {
      const text = textAt(container, 'name')
      return text === null || text === '' || isLabel(text) ? [] : [wrong([...path, 'name'], text, LETTERS)]
    }),
    ...Object.keys(mapAt(object.data, 'metadata', 'labels')).flatMap(key => labelProblems(object.data, key)),
  ]
}

type Named = Parameters<typeof isKind>[0]

function isName(object: Named, name: string): boolean {
  if (object.group === 'rbac.authorization.k8s.io') return SEGMENT.test(name)
  return isKind(object, '', 'Namespace', 'Service') ? isLabel(name) : isSubdomain(name)
}

function isLabel(text: string): boolean {
  return text.length <= 63 && LABEL.test(text)
}
function isSubdomain(text: string): boolean {
  return text.length <= 253 && SUBDOMAIN.test(text)
}

const WORD = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/

function labelProblems(data: Named['data'], key: string) {
  const path = ['metadata', 'labels', key]
  const value = textAt(data, ...path)
  const at = key.lastIndexOf('/')
  const prefix = at < 0 ? null : key.slice(0, at)
  const rest = key.slice(at + 1)
  const isKey = rest.length <= 63 && WORD.test(rest) && (prefix === null || isSubdomain(prefix))
  const words = 'letters, digits, "-", "_" and ".", at most 63, starting and ending with a letter or digit'
  return [
    ...(isKey
      ? []
      : [refused('name-not-allowed', path, `"${key}" can't be the key of a label`, `It may have ${words}.`, 'key')]),
    ...(value === null || value === '' || (value.length <= 63 && WORD.test(value))
      ? []
      : [refused('name-not-allowed', path, `"${value}" can't be the value of a label`, `It may have ${words}.`)]),
  ]
}
