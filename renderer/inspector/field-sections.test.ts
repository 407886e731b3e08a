import { describe, expect, it } from 'vitest'
import type { InspectorField } from '../../shared/kinds/kind-row'
import { fieldSections } from './field-sections'

const deployment = {
  spec: {
    replicas: 2,
    template: {
      spec: {
        containers: [
          {
            name: 'api',
            image: 'a',
            ports: [{ name: 'http', containerPort: 80 }],
            env: [{ name: 'KEY', valueFrom: {} }],
          },
          { image: 'b' },
        ],
      },
    },
  },
}
const field = (path: string): InspectorField => ({ path, label: path.split('/').at(-1) ?? '', input: 'text' })
const shown = (...paths: string[]) =>
  fieldSections(deployment, paths.map(field)).map(({ title, groups }) => [
    title,
    ...groups.map(({ label, fields }) => `${label}: ${fields.map(each => each.label).join(' ')}`),
  ])

describe('fieldSections', () => {
  it('puts fields of the object itself into one section', () => {
    expect(shown('/spec/replicas', '/spec/strategy/type')).toEqual([['General', ': replicas', 'strategy: type']])
  })
  it('gives each container a section by its name, or by its number', () => {
    expect(shown('/spec/template/spec/containers/0/image', '/spec/template/spec/containers/1/image')).toEqual([
      ['Container api', ': image'],
      ['Container 2', ': image'],
    ])
  })
  it('leaves out what a list item says another way, and keeps what can be set', () => {
    const container = '/spec/template/spec/containers/0'
    expect(shown(`${container}/env/0/value`, `${container}/resources/limits/cpu`)).toEqual([
      ['Container api', 'resources limits: cpu'],
    ])
  })
  it('names what stands between a container and its field', () => {
    expect(
      shown(
        '/spec/template/spec/containers/0/ports/0/containerPort',
        '/spec/template/spec/containers/0/resources/limits/cpu',
      ),
    ).toEqual([['Container api', 'ports http: containerPort', 'resources limits: cpu']])
  })
})
