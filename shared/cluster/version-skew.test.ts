import { describe, expect, it } from 'vitest'
import { versionSkew } from './version-skew'

describe('versionSkew', () => {
  it('is silent one minor version apart, either way', () => {
    for (const server of ['v1.35.4', 'v1.36.3-gke.100', 'v1.37.0']) expect(versionSkew('v1.36.3', server)).toBeNull()
  })
  it('says which one is too old', () => {
    expect(versionSkew('v1.32.4-dispatcher', 'v1.36.3')).toMatch(
      /^kubectl 1.32.4 and the server 1.36.3 .* newer kubectl/,
    )
    expect(versionSkew('v1.37.1', 'v1.34.0+k3s1')).toMatch(/1\.33 to 1\.35/)
  })
  it('is silent about versions that it can not read', () => {
    expect(versionSkew('unknown', 'v1.36.0')).toBeNull()
  })
})
