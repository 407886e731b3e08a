import { describe, expect, it } from 'vitest'
import { loadKindSchema } from '../../../shared/kinds/schemas/load'
import { complaintsOf } from './complaints'

describe('complaintsOf', () => {
  it('puts each complaint at its field, a missing one where it should be', async () => {
    const schema = await loadKindSchema('networking.k8s.io/v1', 'Ingress')
    const paths = [{ path: '/', backend: { service: { name: 'web', port: { numbr: 80 } } } }]
    const ingress = { kind: 'Ingress', spec: { ingressClassName: true, rules: [{ http: { paths } }] } }
    expect([...complaintsOf(schema!, ingress)]).toEqual([
      ['/spec/ingressClassName', 'Text is wanted here, and this is true or false: put it in quotes'],
      ['/spec/rules/0/http/paths/0/pathType', 'Required'],
      ['/spec/rules/0/http/paths/0/backend/service/port/numbr', 'Numbr is no field here; did you mean number'],
    ])
  })
})
