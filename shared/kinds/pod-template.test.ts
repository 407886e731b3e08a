import { describe, expect, it } from 'vitest'
import { containersOf, podTemplateOf } from './pod-template'

describe('podTemplateOf', () => {
  it('finds a CronJob’s template one level deeper than a Job’s', () => {
    const template = { metadata: { labels: { app: 'report' } }, spec: { containers: [] } }
    const cronJob = { apiVersion: 'batch/v1', kind: 'CronJob', spec: { jobTemplate: { spec: { template } } } }
    expect(podTemplateOf(cronJob)).toEqual({
      path: ['spec', 'jobTemplate', 'spec', 'template'],
      metadata: template.metadata,
      spec: template.spec,
    })
    expect(podTemplateOf({ apiVersion: 'batch/v1', kind: 'Job', spec: { template } })?.path).toEqual([
      'spec',
      'template',
    ])
  })
  it('takes a Pod for its own template', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { labels: { app: 'web' } }, spec: { containers: [] } }
    expect(podTemplateOf(pod)).toEqual({ path: [], metadata: pod.metadata, spec: pod.spec })
  })
  it('finds the template of a PodTemplate and of an old ReplicationController', () => {
    const template = { metadata: { labels: { app: 'web' } } }
    expect(podTemplateOf({ apiVersion: 'v1', kind: 'PodTemplate', template })?.path).toEqual(['template'])
    const controller = { apiVersion: 'v1', kind: 'ReplicationController', spec: { template } }
    expect(podTemplateOf(controller)).toEqual({ path: ['spec', 'template'], metadata: template.metadata, spec: {} })
  })
  it('finds the template in a group that served the kind once', () => {
    const old = { apiVersion: 'extensions/v1beta1', kind: 'Deployment', spec: { template: { spec: {} } } }
    expect(podTemplateOf(old)).not.toBeNull()
  })
  it('finds none in a Rollout that borrows its pods, in a Deployment without one, or in a kind without pods', () => {
    const rollout = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', spec: { workloadRef: { name: 'web' } } }
    expect(podTemplateOf(rollout)).toBeNull()
    expect(podTemplateOf({ apiVersion: 'apps/v1', kind: 'Deployment', spec: null })).toBeNull()
    expect(podTemplateOf({ apiVersion: 'v1', kind: 'Service', spec: { template: {} } })).toBeNull()
  })
})

describe('containersOf', () => {
  it('tells init containers, sidecars, containers and ephemeral ones apart, with their places', () => {
    const spec = {
      initContainers: [{ name: 'migrate' }, { name: 'logs', restartPolicy: 'Always' }],
      containers: [{ name: 'api' }, 'nonsense', { name: 'metrics' }],
      ephemeralContainers: [{ name: 'debug' }],
    }
    expect(containersOf(spec).map(({ path, role }) => `${path.join('.')} ${role}`)).toEqual([
      'initContainers.0 init',
      'initContainers.1 sidecar',
      'containers.0 container',
      'containers.2 container',
      'ephemeralContainers.0 ephemeral',
    ])
  })
})
