import { describe, expect, it } from 'vitest'
import type { PlainMap } from '../yaml/plain'
import { customKindsOf, NO_CUSTOM_KINDS } from './custom-kinds'
import { validateObject } from './schemas/validate'

const schema = {
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      required: ['size', 'colour'],
      properties: {
        size: { type: 'integer', minimum: 3 },
        colour: { type: 'string', enum: ['red', 'green'] },
        note: { type: 'string' },
      },
    },
  },
}

function definition(more: PlainMap = {}) {
  const spec = {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Widget', plural: 'widgets', shortNames: ['wd'] },
    versions: [
      { name: 'v1alpha1', served: true, storage: false },
      { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } },
    ],
    ...more,
  }
  return { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition', data: { spec } }
}

describe('customKindsOf', () => {
  it('gives a kind the names and scope of its definition', () => {
    const [row] = customKindsOf([definition({ scope: 'Cluster' })]).rows
    expect(row).toMatchObject({ kind: 'Widget', plural: 'widgets', shortNames: ['wd'], scope: 'cluster' })
    expect(row?.versions).toEqual(['v1', 'v1alpha1'])
  })
  it('starts a new object with what is required', () => {
    const row = customKindsOf([definition()]).row('example.com', 'Widget')
    expect(row?.starter?.({ name: 'w', namespace: 'shop' })).toBe(
      [
        'apiVersion: example.com/v1',
        'kind: Widget',
        'metadata:',
        '  name: w',
        '  namespace: shop',
        'spec:',
        '  size: 3',
        '  colour: red',
        '',
      ].join('\n'),
    )
  })
  it('holds an object against the definition, and takes what every object has', () => {
    const known = customKindsOf([definition()]).schemas.get('example.com/v1 Widget')
    const object = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w', labels: { a: 'b' } } }
    const found = validateObject(known!, { ...object, spec: { size: 1, shade: 'dark' } })
    expect(found.map(({ path, code }) => `${path.join('.')} ${code}`).sort()).toEqual([
      'spec missing-required',
      'spec.shade unknown-field',
      'spec.size out-of-bounds',
    ])
  })
  it('stays the same value while the definitions do', () => {
    const crd = definition()
    const before = customKindsOf([crd])
    expect(customKindsOf([crd, { group: '', kind: 'Service', data: {} }], before)).toBe(before)
    expect(customKindsOf([], before)).toBe(NO_CUSTOM_KINDS)
  })
  it('makes no kind of a definition that is half typed', () => {
    expect(customKindsOf([definition({ names: null })]).rows).toEqual([])
    expect(customKindsOf([definition({ versions: 'v1' })]).rows).toEqual([])
  })
})
