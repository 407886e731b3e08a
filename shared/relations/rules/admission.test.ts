import { describe, expect, it } from 'vitest'
import { sentences } from '../objects-for-tests'

const GROUP = 'admissionregistration.k8s.io/v1'
const service = (namespace: string) => `
apiVersion: v1
kind: Service
metadata: {name: hook, namespace: ${namespace}}
spec: {}
---`
const docs = (...texts: readonly string[]) => texts.join('').replace(/\s*---$/, '')

describe('what the API server calls', () => {
  const called = (manifest: string) => sentences(docs(`${manifest}\n---`, service('system'), service('shop')))
  it('by a webhook is the Service of the namespace that the reference names: the configuration has none', () => {
    for (const kind of ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']) {
      const manifest = (place: string) =>
        `\napiVersion: ${GROUP}\nkind: ${kind}\nmetadata: {name: w}\nwebhooks: [{clientConfig: {service: ${place}}}]`
      expect(called(manifest('{name: hook, namespace: system}'))).toEqual([`${kind} w calls Service hook in system`])
      expect(called(manifest('{name: hook, namespace: gone}'))).toEqual([`${kind} w calls missing Service gone/hook`])
    }
  })
  it('to convert a custom resource, or to serve a whole group', () => {
    expect(
      called(
        '\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a.b.c}\nspec: {conversion: {webhook: {clientConfig: {service: {name: hook, namespace: system}}}}}',
      ),
    ).toEqual(['CustomResourceDefinition a.b.c calls Service hook in system'])
    expect(
      called(
        '\napiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata: {name: v1.b.c}\nspec: {service: {name: hook, namespace: shop}}',
      ),
    ).toEqual(['APIService v1.b.c calls Service hook in shop'])
  })
})

describe('a binding of a policy', () => {
  const binding = (spec: string, sort = 'Validating') =>
    `\napiVersion: ${GROUP}\nkind: ${sort}AdmissionPolicyBinding\nmetadata: {name: b}\nspec: ${spec}\n---`
  it('applies the policy of its own sort', () => {
    const policy = `\napiVersion: ${GROUP}\nkind: ValidatingAdmissionPolicy\nmetadata: {name: p}\nspec: {}\n---`
    expect(sentences(docs(binding('{policyName: p}'), policy))).toEqual([
      'ValidatingAdmissionPolicyBinding b applies ValidatingAdmissionPolicy p',
    ])
    expect(sentences(docs(binding('{policyName: p}', 'Mutating'), policy))).toEqual([
      'MutatingAdmissionPolicyBinding b applies missing MutatingAdmissionPolicy p',
    ])
  })
  it('takes its settings from a ConfigMap or a custom resource, of the namespace that it names', () => {
    const params = binding('{paramRef: {name: limits, namespace: shop}}')
    const object = (apiVersion: string, kind: string, namespace: string) =>
      `\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: limits, namespace: ${namespace}}\n---`
    const tie = 'ValidatingAdmissionPolicyBinding b takes its settings from'
    expect(sentences(docs(params, object('v1', 'ConfigMap', 'shop')))).toEqual([`${tie} ConfigMap limits in shop`])
    expect(sentences(docs(params, object('rules.example.com/v1', 'Limit', 'shop')))).toEqual([
      `${tie} Limit limits in shop`,
    ])
    expect(sentences(docs(params, object('v1', 'ConfigMap', 'other')))).toEqual([])
  })
})
