import { describe, expect, it } from 'vitest'
import { kindRow } from '../../../shared/kinds/kinds'
import { loadKindSchema } from '../../../shared/kinds/schemas/load'
import type { PlainMap } from '../../../shared/yaml/plain'
import { fieldsOf, inWords, levelsOf } from './sections'

async function shown(apiVersion: string, group: string, kind: string, object: PlainMap) {
  const schema = await loadKindSchema(apiVersion, kind)
  if (!schema) throw new Error(`No schema of ${kind}`)
  const row = kindRow(group, kind)
  return levelsOf(row, schema.root, schema.definitions, object).map(level => {
    const { values, parts } = fieldsOf(row, schema.definitions, level, [])
    return `${level.title} /${level.path.join('/')}: ${values.join(' ')} | ${parts.join(' ')}`
  })
}

describe('levelsOf', () => {
  it('puts the pods of a Deployment beside its own fields', async () => {
    const template = { spec: { containers: [], volumes: [], restartPolicy: 'Always' } }
    expect(await shown('apps/v1', 'apps', 'Deployment', { spec: { replicas: 2, paused: true, template } })).toEqual([
      'Object /:  | ',
      'General /spec: replicas paused | strategy selector',
      'Pod /spec/template/spec: serviceAccountName restartPolicy | volumes',
    ])
  })
  it('keeps the job of a CronJob apart from its schedule', async () => {
    const spec = { schedule: '* * * * *', jobTemplate: { spec: { backoffLimit: 1, template: { spec: {} } } } }
    const levels = await shown('batch/v1', 'batch', 'CronJob', { spec })
    expect(levels.map(level => level.split(':')[0])).toEqual([
      'Object /',
      'General /spec',
      'Job /spec/jobTemplate/spec',
      'Pod /spec/jobTemplate/spec/template/spec',
    ])
  })
  it('finds the parts of a kind without a spec', async () => {
    const role = { rules: [{ verbs: ['get'] }] }
    expect(await shown('rbac.authorization.k8s.io/v1', 'rbac.authorization.k8s.io', 'Role', role)).toEqual([
      'General /:  | rules',
    ])
  })
})

describe('inWords', () => {
  it('reads a key as a heading', () => {
    expect(inWords('volumeClaimTemplates')).toBe('Volume claim templates')
    expect(inWords('matchLabels')).toBe('Match labels')
  })
})
