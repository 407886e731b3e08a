import { describe, expect, it } from 'vitest'
import { manifestDiff } from './manifest-diff'
import { maskSecret, secretValues } from './mask-secrets'

const secret = (data: object) => JSON.parse(JSON.stringify({ apiVersion: 'v1', kind: 'Secret', ...data }))
const ref = { apiVersion: 'v1', kind: 'Secret', namespace: 'shop', name: 'pw' }

describe('secrets', () => {
  it('show their keys and no value', () => {
    expect(maskSecret(secret({ data: { a: 'eA==' }, stringData: { b: 'y' } }))).toEqual(
      secret({ data: { a: '*****' }, stringData: { b: '*****' } }),
    )
    const config = { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'x' } }
    expect(maskSecret(config)).toBe(config)
  })

  it('show in a diff which values differ', () => {
    const diff = manifestDiff(
      ref,
      secret({ data: { a: 'MQ==', b: 'Mg==' } }),
      secret({ data: { a: 'MQ==', b: 'Mw==' } }),
    )
    expect(diff).toContain('--- a/shop/Secret/pw')
    expect(diff).toMatch(/^ {3}a: .\*{5}.$/m)
    expect(diff).toMatch(/^- {2}b: .\*{5} \(before\).$/m)
    expect(diff).toMatch(/^\+ {2}b: .\*{5} \(after\).$/m)
    expect(diff).not.toMatch(/M[gw]==/)
  })

  it('show nothing where values stand where none may', () => {
    expect(secretValues(secret({ data: { a: { b: ['one'] } }, stringData: 'two' }))).toEqual(['one', 'two'])
    expect(JSON.stringify(maskSecret(secret({ data: { a: { b: ['one'] } }, stringData: 'two' })))).not.toMatch(
      /one|two/,
    )
  })
})
