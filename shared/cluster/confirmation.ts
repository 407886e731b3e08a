import type { ClusterContext, Confirmation } from './contexts'

/** Namespaces of the cluster itself: whatever is written to them may stop it. */
export function isSystemNamespace(namespace: string): boolean {
  return /^(kube-|openshift(-|$)|istio-system$|gke-|calico-|tigera-)/.test(namespace)
}

/** What has to be said before something is written into these namespaces of a context. */
export function confirmationFor(context: ClusterContext, namespaces: Iterable<string | null>): Confirmation {
  if (context.isProtected)
    return { needs: 'typing', word: context.name, why: `The context ${context.name} is protected.` }
  const isProtected = (namespace: string): boolean =>
    isSystemNamespace(namespace) || context.protectedNamespaces.includes(namespace)
  for (const namespace of namespaces)
    if (namespace !== null && isProtected(namespace))
      return {
        needs: 'typing',
        word: namespace,
        why: isSystemNamespace(namespace)
          ? `The namespace ${namespace} belongs to the cluster itself.`
          : `The namespace ${namespace} is protected.`,
      }
  if (context.local === null && !context.isTrusted)
    return {
      needs: 'agreement',
      context: context.name,
      why: `${context.name} is no cluster on this machine that Chartroom knows, and nothing was written to it before.`,
    }
  return { needs: 'nothing' }
}

/** Whether what the user said is what was asked for. */
export function isConfirmed(asked: Confirmation, said: string | null): boolean {
  if (asked.needs === 'nothing') return true
  return said === (asked.needs === 'typing' ? asked.word : asked.context)
}
