import type { KubeObject } from './relation'

/** What a sentence calls an object: its kind before its name. */
export function titleOf({ kind, name }: Pick<KubeObject, 'kind' | 'name'>): string {
  return name === null ? kind : `${kind} ${name}`
}
