import { describe, expect, it } from 'vitest'
import { pointerOfField, readConflicts, valueOfField } from './conflicts'

const web = {
  metadata: { labels: { 'app.kubernetes.io/name': 'web', app: 'x' }, finalizers: ['a', 'b'] },
  spec: {
    replicas: 3,
    ports: [{ port: 80 }, { port: 80, protocol: 'UDP' }],
    containers: [
      { name: 'log', image: 'a' },
      { name: 'web', image: 'b' },
    ],
  },
}

describe('readConflicts', () => {
  it('reads one conflict on its line, as kubectl 1.36 says it', () => {
    const said =
      'error: Apply failed with 1 conflict: conflict with "other": .spec.replicas\nPlease review the fields above'
    expect(readConflicts(said)).toEqual([{ manager: 'other', field: '.spec.replicas' }])
    const scaled =
      'error: Apply failed with 1 conflict: conflict with "kubectl" with subresource "scale" using apps/v1: .spec.replicas\n'
    expect(readConflicts(scaled)).toEqual([{ manager: 'kubectl', field: '.spec.replicas' }])
  })

  it('reads several, by their managers', () => {
    const said = `error: Apply failed with 3 conflicts: conflicts with "kubectl" with subresource "scale" using apps/v1:
- .spec.replicas
conflicts with "other":
- .spec.containers[name="web"].image
- .metadata.labels.app
Please review the fields above--they currently have other managers. Here
* If you intend to manage all of these fields, please re-run the apply
`
    expect(readConflicts(said)).toEqual([
      { manager: 'kubectl', field: '.spec.replicas' },
      { manager: 'other', field: '.spec.containers[name="web"].image' },
      { manager: 'other', field: '.metadata.labels.app' },
    ])
  })
})

describe('pointerOfField', () => {
  it.each([
    ['.spec.replicas', '/spec/replicas'],
    ['.spec.containers[name="web"].image', '/spec/containers/1/image'],
    ['.metadata.labels.app.kubernetes.io/name', '/metadata/labels/app.kubernetes.io~1name'],
    ['.metadata.labels.app', '/metadata/labels/app'],
    ['.spec.ports[port=80,protocol="TCP"]', '/spec/ports/0'],
    ['.spec.ports[port=80,protocol="UDP"].port', '/spec/ports/1/port'],
    ['.metadata.finalizers[="b"]', '/metadata/finalizers/1'],
  ])('finds %s', (field, pointer) => {
    expect(pointerOfField(web, field)).toBe(pointer)
  })

  it('finds nothing that is not there', () => {
    expect(pointerOfField(web, '.spec.containers[name="db"].image')).toBeNull()
    expect(pointerOfField(web, '.spec.paused')).toBeNull()
    expect(valueOfField(web, '.spec.containers[name="web"].image')).toBe('b')
  })
})
