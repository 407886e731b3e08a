import { describe, expect, it } from 'vitest'
import { driftPatch } from './drift-patch'
import { keyedDifferences, keyedValue, resolveKeyed } from './keyed-paths'

const fields = {
  'f:spec': { 'f:containers': { 'k:{"name":"web"}': { 'f:env': { 'k:{"name":"A"}': {} } } }, 'f:args': {} },
}
const object = (...containers: readonly object[]) => JSON.parse(JSON.stringify({ spec: { containers } }))

describe('keyedDifferences', () => {
  it('tells items apart by their merge keys, wherever they stand', () => {
    const a = object({ name: 'log', image: '1' }, { name: 'web', image: '1', env: [{ name: 'A', value: 'x' }] })
    const b = object({ name: 'web', image: '2', env: [{ name: 'A', value: 'y' }] }, { name: 'log', image: '1' })
    expect(keyedDifferences(a, b, fields)).toEqual([
      { path: ['spec', 'containers', { name: 'web' }, 'image'], a: '1', b: '2' },
      { path: ['spec', 'containers', { name: 'web' }, 'env', { name: 'A' }, 'value'], a: 'x', b: 'y' },
    ])
  })

  it('takes a list without merge keys as one value', () => {
    const difference = { path: ['spec', 'args'], a: ['a'], b: ['b', 'a'] }
    expect(keyedDifferences({ spec: { args: ['a'] } }, { spec: { args: ['b', 'a'] } }, fields)).toEqual([difference])
  })

  it('finds an item by what it leaves out only where no other has it', () => {
    const ports = { ports: [{ port: 80 }, { port: 80, protocol: 'UDP' }] }
    expect(resolveKeyed(ports, ['ports', { port: 80, protocol: 'UDP' }]).found).toEqual(['ports', '1'])
    expect(resolveKeyed(ports, ['ports', { port: 80, protocol: 'TCP' }]).found).toEqual(['ports', '0'])
    expect(keyedValue(ports, ['ports', { port: 81 }])).toBeUndefined()
  })
})

describe('driftPatch', () => {
  const design = object({ name: 'a', image: '1' }, { name: 'c', image: '1' })
  const live = object({ name: 'a', image: '1' }, { name: 'b', image: '2' }, { name: 'c', image: '1' })
  const at = (...path: Parameters<typeof driftPatch>[2]) => ['spec', 'containers', ...path]

  it('puts a new item behind the one that it stands behind in the cluster', () => {
    expect(driftPatch(design, live, at({ name: 'b' }), { name: 'b', image: '2' })).toEqual({
      at: '/spec/containers/1',
      operation: { op: 'add', path: '/spec/containers/1', value: { name: 'b', image: '2' } },
      moves: true,
    })
  })

  it('wraps a value in what the design lacks around it', () => {
    expect(driftPatch(design, live, ['metadata', 'labels', 'team'], 'x')?.operation).toEqual({
      op: 'add',
      path: '/metadata',
      value: { labels: { team: 'x' } },
    })
  })

  it('replaces, removes, and has nothing to remove where nothing is', () => {
    expect(driftPatch(design, live, at({ name: 'c' }, 'image'), '3')?.operation).toMatchObject({
      op: 'replace',
      path: '/spec/containers/1/image',
    })
    expect(driftPatch(design, live, at({ name: 'c' }), undefined)?.operation).toEqual({
      op: 'remove',
      path: '/spec/containers/1',
    })
    expect(driftPatch(design, live, at({ name: 'z' }), undefined)).toBeNull()
  })
})
