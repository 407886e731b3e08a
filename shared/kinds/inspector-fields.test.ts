import { describe, expect, it } from 'vitest'
import { parsePointer } from '../yaml/pointer'
import { inspectorFields } from './inspector-fields'
import { allKinds } from './kinds'

describe('inspectorFields', () => {
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: { template: { spec: { containers: [{ image: 'a', ports: [{ containerPort: 80 }] }, { image: 'b' }] } } },
  }
  it('names a field for every container and port that is there', () => {
    const paths = inspectorFields(deployment).map(field => field.path)
    expect(paths).toContain('/spec/template/spec/containers/0/image')
    expect(paths).toContain('/spec/template/spec/containers/1/image')
    expect(paths).toContain('/spec/template/spec/containers/0/ports/0/containerPort')
    expect(paths.filter(path => path.includes('initContainers') || path.includes('*'))).toEqual([])
  })
  it('names a field that has no value yet, since it can be set', () => {
    expect(inspectorFields(deployment)).toContainEqual({
      path: '/spec/replicas',
      label: 'replicas',
      input: 'number',
      placeholder: '1',
    })
  })
  it('shows nothing of a kind that it knows nothing about', () => {
    expect(inspectorFields({ apiVersion: 'example.com/v1', kind: 'PostgresCluster' })).toEqual([])
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
