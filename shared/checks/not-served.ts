import type { Check } from './check'

/** A kind or version that the server's own groups no longer have, or don't have yet. */
export const notServed: Check = ({ object, known }) => {
  if (known?.served !== false) return []
  const { version, instead } = known
  return [
    {
      code: 'not-served',
      severity: 'error',
      message: `Kubernetes ${version} does not serve ${object.kind} of ${object.apiVersion}`,
      path: '/apiVersion',
      fix:
        instead.length === 0
          ? 'It was taken out: look for what replaces it.'
          : `Move it to ${instead.join(' or ')}; fields may have other names there.`,
    },
  ]
}
