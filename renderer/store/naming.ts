import type { KubeObject } from '../../shared/workspace/kube-object'

/** An object as sentences call it: the kind before the name. */
export function titleOf(object: KubeObject): string {
  return `${object.kind} ${object.name ?? 'without a name'}`
}

/** A number of things, with the word in its right form. */
export function counted(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`
}
