import { isMap, listAt, textAt, valueAt } from '../yaml/plain'
import type { Check } from './check'
import { isKind, refused } from './refused'

/** An Ingress that leads nowhere, or by a path that is none. */
export const ingressWithoutTarget: Check = ({ object }) => {
  if (!isKind(object, 'networking.k8s.io', 'Ingress')) return []
  const rules = listAt(object.data, 'spec', 'rules')
  if (rules.length === 0 && !isMap(valueAt(object.data, ['spec', 'defaultBackend'])))
    return [refused('ingress-without-target', ['spec'], 'The Ingress leads nowhere', 'Add a rule or a defaultBackend.')]
  return rules.flatMap((rule, i) =>
    listAt(rule, 'http', 'paths').flatMap((entry, j) => {
      const path = textAt(entry, 'path')
      const type = textAt(entry, 'pathType')
      if (type !== 'Exact' && type !== 'Prefix') return []
      if (path?.startsWith('/') && !/\/\/|\/\.\.?(\/|$)|%2f/i.test(path)) return []
      const at = ['spec', 'rules', String(i), 'http', 'paths', String(j), ...(path === null ? [] : ['path'])]
      const message = path === null ? `A path of type ${type} is wanted` : `"${path}" is no path of type ${type}`
      return [refused('ingress-without-target', at, message, 'Let it start with "/", without "//", "." and "..".')]
    }),
  )
}
