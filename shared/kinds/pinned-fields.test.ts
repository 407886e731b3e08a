import { describe, expect, it } from 'vitest'
import { allKinds, kindRow } from './kinds'
import { parsePointer } from '../yaml/pointer'
import { hintAt, pinnedKeys } from './pinned-fields'

describe('what a kind wants seen', () => {
  const deployment = kindRow('apps', 'Deployment')
  it('is found at every container', () => {
    expect(pinnedKeys(deployment, ['spec', 'template', 'spec', 'containers', '3']).slice(0, 3)).toEqual([
      'name',
      'image',
      'ports',
    ])
    expect(pinnedKeys(deployment, ['spec', 'template', 'spec', 'containers'])).toEqual([])
  })
  it('says which values are not to be seen', () => {
    expect(hintAt(kindRow('', 'Secret'), ['data'])).toMatchObject({ isSecret: true, isBase64: true })
    expect(hintAt(kindRow('', 'ConfigMap'), ['data'])?.isSecret).toBeUndefined()
  })
  it('is nothing for a kind that nobody knows', () => {
    expect(pinnedKeys(kindRow('example.com', 'PostgresCluster'), [])).toEqual([])
  })
  it('has choices exactly where a field is a choice, and no path twice', () => {
    for (const row of allKinds()) {
      for (const field of row.inspector) {
        expect(field.choices !== undefined, `${row.kind} ${field.path}`).toBe(field.input === 'choice')
        expect(parsePointer(field.path).length, field.path).toBeGreaterThan(0)
      }
      expect(new Set(row.inspector.map(field => field.path)).size, row.kind).toBe(row.inspector.length)
    }
  })
})
