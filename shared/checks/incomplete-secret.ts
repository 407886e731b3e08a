import { mapAt, textAt } from '../yaml/plain'
import type { Check } from './check'
import { isKind, refused } from './refused'

/** The keys that a Secret's type asks for. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
}

/** A Secret of a type that asks for keys which it doesn't have. */
export const incompleteSecret: Check = ({ object }) => {
  if (!isKind(object, '', 'Secret')) return []
  const type = textAt(object.data, 'type') ?? ''
  const has = { ...mapAt(object.data, 'data'), ...mapAt(object.data, 'stringData') }
  const lacking = (Object.hasOwn(KEYS, type) ? KEYS[type]! : []).filter(key => !Object.hasOwn(has, key))
  if (lacking.length === 0) return []
  const message = `A Secret of type ${type} needs ${lacking.join(' and ')}`
  return [refused('incomplete-secret', ['type'], message, 'Add what is missing, or make the type Opaque.')]
}
