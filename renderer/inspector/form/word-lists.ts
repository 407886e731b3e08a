import { allKinds } from '../../../shared/kinds/kinds'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import { isList } from '../../../shared/yaml/plain'
import type { PlainValue } from '../../../shared/yaml/plain'

/** Lists that hold short words, by their key, and the words that are usual there. */
const usualWords: Readonly<Record<string, () => readonly string[]>> = {
  verbs: () => ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', '*'],
  apiGroups: () => [...new Set(allKinds().map(row => row.group))].filter(group => group !== '').sort(),
  resources: () => allKinds().map(row => row.plural),
  resourceNames: () => [],
  nonResourceURLs: () => ['/healthz', '/livez', '/readyz', '/metrics', '/version'],
  accessModes: () => ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'],
  policyTypes: () => ['Ingress', 'Egress'],
  finalizers: () => [],
  hosts: () => [],
  hostnames: () => [],
  shortNames: () => [],
  categories: () => ['all'],
}

/**
 * The words that are usual in a list of words, or null for a list that reads better one item a line. Without a schema
 * what is written decides, so that a field doesn't change its shape when the schema comes.
 */
export function wordsOf(key: string, list: Schema, value: PlainValue | undefined): readonly string[] | null {
  const usual = Object.hasOwn(usualWords, key) ? usualWords[key] : undefined
  if (!usual || (list.items && list.items.type !== 'string')) return null
  const isWords = isList(value) ? value.every(item => typeof item === 'string') : list.items && value === undefined
  return isWords ? usual() : null
}
