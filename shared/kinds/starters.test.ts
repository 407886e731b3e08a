import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { mapAt } from '../yaml/plain'
import { starterKinds } from './kinds'
import { containersOf, podTemplateOf } from './pod-template'
import { freshName } from './starter-names'

const started = starterKinds().map(row => ({
  row,
  text: (input: { name: string; namespace: string | null }) => row.starter!(input),
}))

describe.each(started)('the starter of $row.group/$row.kind', ({ row, text }) => {
  const name = row.starterNames[0]!
  const plain = parse(text({ name, namespace: null }))

  it('is one object of its kind, in its first version, with its name', () => {
    const version = row.versions[0]
    expect(plain.apiVersion).toBe(row.group === '' ? version : `${row.group}/${version}`)
    expect(plain.kind).toBe(row.kind)
    expect(plain.metadata.name).toBe(name)
  })

  it('writes a namespace only when asked, and never for a cluster-scoped kind', () => {
    expect(plain.metadata.namespace).toBeUndefined()
    const placed = parse(text({ name, namespace: 'shop' }))
    expect(placed.metadata.namespace).toBe(row.scope === 'cluster' ? undefined : 'shop')
  })

  it('keeps names that YAML would read as something else', () => {
    const odd = parse(text({ name: '8080', namespace: 'on' }))
    expect(odd.metadata.name).toMatch(/^8080/)
    expect(odd.metadata.namespace).toBe(row.scope === 'cluster' ? undefined : 'on')
  })

  it('has no pods, or pods that the restricted standard lets in, that ask for resources', () => {
    const template = podTemplateOf(plain)
    if (row.podTemplate === null) return expect(template).toBeNull()
    expect(template).not.toBeNull()
    const spec = template!.spec
    expect(mapAt(spec, 'securityContext')).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    })
    for (const { container } of containersOf(spec)) {
      expect(mapAt(container, 'securityContext')).toMatchObject({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      })
      expect(mapAt(container, 'resources', 'requests')).toHaveProperty('memory')
      expect('readinessProbe' in container || mapAt(spec)['restartPolicy'] !== undefined).toBe(true)
    }
  })

  it('ends in one line break and is indented by two spaces, without tabs or blank lines', () => {
    const lines = text({ name, namespace: 'shop' }).split('\n')
    expect(lines.pop()).toBe('')
    for (const line of lines) expect(line).toMatch(/^( {2})*[^\s].*\S$|^\S$/)
  })
})

describe('freshName', () => {
  const deployment = starterKinds().find(row => row.kind === 'Deployment')!
  it('takes the first free name of the kind, then counts', () => {
    expect(freshName(deployment, new Set())).toBe('web')
    expect(freshName(deployment, new Set(['web']))).toBe('api')
    expect(freshName(deployment, new Set([...deployment.starterNames, 'web-2']))).toBe('web-3')
  })
})
