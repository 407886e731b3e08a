import { expect, it } from 'vitest'
import { customKindsOf } from './custom-kinds'
import { kindLookup } from './kind-lookup'

const definition = {
  group: 'apiextensions.k8s.io',
  kind: 'CustomResourceDefinition',
  data: {
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { kind: 'Widget', plural: 'widgets' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } } },
            },
          },
        },
      ],
    },
  },
}

it('finds what the design defines, before and beside what the server has', async () => {
  const lookup = kindLookup('1.36', customKindsOf([definition]))
  expect((await lookup.schemaOf('example.com/v1', 'Widget'))?.at(['spec', 'size'])?.schema.type).toBe('integer')
  expect((await lookup.schemaOf('v1', 'Pod'))?.at(['spec', 'nodeName'])?.schema.type).toBe('string')
  expect(await lookup.schemaOf('example.com/v2', 'Widget')).toBeNull()
  expect((await lookup.served())[0]).toMatchObject({ kind: 'Widget', group: 'example.com', version: 'v1' })
})

it('answers by the version that it was made for', async () => {
  const kinds = async (version: '1.34' | '1.37') =>
    new Set(
      (await kindLookup(version, customKindsOf([])).served()).map(each => `${each.group}/${each.version} ${each.kind}`),
    )
  expect(await kinds('1.34')).not.toEqual(await kinds('1.37'))
})
