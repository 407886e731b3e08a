import type { Ends } from './wire-form'

/** The short name within a namespace; the whole one across. */
export function hostFor({ from, to }: Ends): string {
  const { name, namespace } = to.object
  return namespace === from.object.namespace ? (name ?? '') : `${name}.${namespace}.svc.cluster.local`
}
