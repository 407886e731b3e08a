import { describe, expect, it } from 'vitest'
import { confirmationFor, isConfirmed } from './confirmation'
import type { ClusterContext } from './contexts'

const context: ClusterContext = {
  name: 'prod',
  cluster: 'prod',
  server: 'https://example.org',
  user: 'me',
  namespace: 'default',
  local: null,
  isTrusted: true,
  isProtected: false,
  protectedNamespaces: ['payments'],
}

describe('confirmationFor', () => {
  it('asks nothing of a context that is trusted or on this machine', () => {
    expect(confirmationFor(context, ['shop', null])).toEqual({ needs: 'nothing' })
    expect(confirmationFor({ ...context, isTrusted: false, local: 'kind' }, ['shop'])).toEqual({ needs: 'nothing' })
  })
  it('asks once for agreement to a remote one', () => {
    const asked = confirmationFor({ ...context, isTrusted: false }, ['shop'])
    expect(asked).toMatchObject({ needs: 'agreement', context: 'prod' })
    expect([isConfirmed(asked, null), isConfirmed(asked, 'prod')]).toEqual([false, true])
  })
  it('asks to type the name of what is protected, the context first', () => {
    expect(confirmationFor({ ...context, isProtected: true }, ['kube-system'])).toMatchObject({ word: 'prod' })
    const asked = confirmationFor(context, ['shop', 'payments'])
    expect(asked).toMatchObject({ needs: 'typing', word: 'payments' })
    expect([isConfirmed(asked, 'payment'), isConfirmed(asked, 'payments')]).toEqual([false, true])
  })
  it('protects the namespaces of the cluster itself, on any cluster', () => {
    expect(confirmationFor({ ...context, local: 'kind' }, ['kube-system'])).toMatchObject({ word: 'kube-system' })
  })
})
