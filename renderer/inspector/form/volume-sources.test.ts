import { expect, it } from 'vitest'
import { loadKindSchema } from '../../../shared/kinds/schemas/load'
import { changeSource, sourceOf, volumeSources } from './volume-sources'

async function volumes() {
  const pod = await loadKindSchema('v1', 'Pod')
  const schema = pod?.at(['spec', 'volumes', '0'])?.schema
  if (!pod || !schema) throw new Error('A Pod has no volumes')
  return { schema, definitions: pod.definitions }
}

it('offers every source that the server knows, the usual ones first', async () => {
  const { schema } = await volumes()
  const sources = volumeSources(schema)
  expect(sources.slice(0, 4)).toEqual(['configMap', 'secret', 'persistentVolumeClaim', 'emptyDir'])
  expect(sources).toContain('nfs')
  expect(sources).not.toContain('name')
})

it('puts another source in the place of all that were there, with what it requires', async () => {
  const { schema, definitions } = await volumes()
  const change = (source: string) =>
    changeSource(['spec', 'volumes', '0'], { name: 'conf', emptyDir: {} }, source, schema, definitions)
  expect(change('configMap')).toEqual([
    { op: 'remove', path: '/spec/volumes/0/emptyDir' },
    { op: 'add', path: '/spec/volumes/0/configMap', value: { name: 'conf' } },
  ])
  expect(change('nfs')[1]).toMatchObject({ value: { server: '', path: '' } })
  expect(sourceOf({ name: 'conf', emptyDir: {} })).toBe('emptyDir')
  expect(sourceOf({ name: 'conf' })).toBeNull()
})
