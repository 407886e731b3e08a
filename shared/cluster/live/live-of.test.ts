import { describe, expect, it } from 'vitest'
import type { PlainMap, PlainValue } from '../../yaml/plain'
import type { KubeObject } from '../../workspace/kube-object'
import { indexCluster } from './cluster-index'
import { ABSENT, liveOf, liveStates } from './live-of'
import type { LiveQuestion } from './live-of'
import type { LiveState } from './live-state'

/** The statuses are what a real server said (e2e/cluster), cut to the fields that are read here. */
const NOW = Date.parse('2026-11-24T17:53:01Z')

function object(apiVersion: string, kind: string, name: string, rest: PlainMap = {}): PlainMap {
  const metadata = rest['metadata']
  return {
    apiVersion,
    kind,
    ...rest,
    metadata: { name, namespace: 'shop', generation: 1, ...(metadata as PlainMap | undefined) },
  }
}

/** How the first of some objects does on a cluster that holds all of them. */
function live(first: PlainMap, ...others: readonly PlainMap[]): LiveState | null {
  return liveOf(inDesign(first), indexCluster([first, ...others]), question(true))
}

function question(isTold: boolean, now = NOW): LiveQuestion {
  return { now, isTold: () => isTold, namespaceOf: each => each.namespace }
}

function inDesign(data: PlainMap): KubeObject {
  const { apiVersion, kind, metadata } = data as { apiVersion: string; kind: string; metadata: PlainMap }
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
  const name = metadata['name'] as string
  return { id: `${kind}/${name}`, file: 'a.yaml', apiVersion, group, kind, namespace: 'shop', name, data }
}

const quota =
  'pods "big-7b5b744764-vksvw" is forbidden: exceeded quota: small, requested: pods=1, used: pods=6, limited: pods=6'
const available = { type: 'Available', status: 'True', reason: 'MinimumReplicasAvailable', message: 'Fine.' }
const progressing = { type: 'Progressing', status: 'True', reason: 'ReplicaSetUpdated', message: 'Progressing.' }

function deployment(spec: PlainMap, status: PlainMap, generation = 1): PlainMap {
  return object('apps/v1', 'Deployment', 'big', { metadata: { generation }, spec, status })
}
function controlled(kind: string, name: string, labels: PlainMap, containers: readonly PlainValue[]): PlainMap {
  return object('v1', 'Pod', `${name}-77bgh`, {
    metadata: { labels, ownerReferences: [{ kind, name, controller: true }] },
    spec: { containers: [{ name: 'api' }] },
    status: { phase: 'Running', containerStatuses: containers },
  })
}

describe('how a Deployment does', () => {
  it('is ready when all its pods are new and ready', () => {
    const status = { observedGeneration: 1, replicas: 5, readyReplicas: 5, updatedReplicas: 5, availableReplicas: 5 }
    expect(live(deployment({ replicas: 5 }, status))).toEqual({ state: 'ready', text: '5/5', says: '5 of 5 ready.' })
  })

  it('counts one replica where the manifest says none', () => {
    const status = { observedGeneration: 1, replicas: 1, readyReplicas: 1, updatedReplicas: 1 }
    expect(live(deployment({}, status))?.text).toBe('1/1')
  })

  it('rolls out while old pods are left', () => {
    const status = { observedGeneration: 2, replicas: 5, readyReplicas: 5, updatedReplicas: 2, unavailableReplicas: 2 }
    expect(live(deployment({ replicas: 5 }, { ...status, conditions: [available, progressing] }, 2))).toEqual({
      state: 'progressing',
      text: '5/5',
      says: '5 of 5 ready. Rolling out, 2 of 5 are new.',
    })
  })

  it('says nothing of a change that its controller has not seen', () => {
    const status = { observedGeneration: 1, replicas: 5, readyReplicas: 5, updatedReplicas: 5 }
    expect(live(deployment({ replicas: 5 }, status, 2))?.state).toBe('progressing')
  })

  it('fails with the words of what refuses its pods', () => {
    const refused = { type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message: quota }
    const status = { observedGeneration: 2, replicas: 4, readyReplicas: 4, updatedReplicas: 4, unavailableReplicas: 1 }
    const state = live(deployment({ replicas: 5 }, { ...status, conditions: [available, refused, progressing] }, 2))
    expect(state).toEqual({ state: 'failing', text: '4/5', says: `4 of 5 ready. ${quota}.` })
  })

  it('fails when its rollout has timed out', () => {
    const message = 'ReplicaSet "big-7b5b744764" has timed out progressing.'
    const late = { type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded', message }
    const status = { observedGeneration: 2, replicas: 4, readyReplicas: 4, updatedReplicas: 4, conditions: [late] }
    expect(live(deployment({ replicas: 5 }, status, 2))?.says).toBe(`4 of 5 ready. ${message}`)
  })

  it('is paused, and scaled to nothing, when that is what was asked for', () => {
    const status = { observedGeneration: 1, replicas: 3, readyReplicas: 3, updatedReplicas: 1 }
    expect(live(deployment({ replicas: 3, paused: true }, status))?.text).toBe('Paused')
    expect(live(deployment({ replicas: 0 }, { observedGeneration: 1 }))?.state).toBe('done')
  })

  const hash = { 'pod-template-hash': '7b5b744764' }
  const status = { observedGeneration: 1, replicas: 1, updatedReplicas: 1 }

  it('fails with the reason of a pod that will never run', () => {
    const waiting = { reason: 'ImagePullBackOff', message: 'Back-off pulling image "nginx:2"' }
    const pod = controlled('ReplicaSet', 'big-7b5b744764', hash, [{ name: 'api', ready: false, state: { waiting } }])
    expect(live(deployment({}, status), pod)).toEqual({
      state: 'failing',
      text: '0/1',
      says: '0 of 1 ready. Container api: ImagePullBackOff, Back-off pulling image "nginx:2".',
    })
  })

  it('adds up the restarts of its own pods only', () => {
    const restarted = [{ name: 'api', ready: true, restartCount: 3, state: { running: {} } }]
    const own = controlled('ReplicaSet', 'big-7b5b744764', hash, restarted)
    const other = controlled('ReplicaSet', 'bigger-7b5b744764', hash, restarted)
    expect(live(deployment({}, { ...status, readyReplicas: 1 }), own, other)?.says).toBe('1 of 1 ready. 3 restarts.')
  })
})

describe('how other workloads do', () => {
  it('a StatefulSet is ready with the pods that a partition lets be new', () => {
    const rollingUpdate = { partition: 2 }
    const state = live(
      object('apps/v1', 'StatefulSet', 'postgres', {
        spec: { replicas: 3, updateStrategy: { type: 'RollingUpdate', rollingUpdate } },
        status: {
          observedGeneration: 1,
          replicas: 3,
          readyReplicas: 3,
          updatedReplicas: 1,
          currentRevision: 'a',
          updateRevision: 'b',
        },
      }),
    )
    expect(state?.state).toBe('ready')
  })

  it('a DaemonSet wants one pod for each node', () => {
    const status = { currentNumberScheduled: 1, desiredNumberScheduled: 3, numberReady: 1, updatedNumberScheduled: 1 }
    const state = live(object('apps/v1', 'DaemonSet', 'agent', { status: { observedGeneration: 1, ...status } }))
    expect(state).toEqual({
      state: 'progressing',
      text: '1/3',
      says: '1 of 3 ready. Rolling out, 1 of 3 are new.',
    })
  })

  it('a Pod that no node takes says why', () => {
    const message = "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector."
    const conditions = [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }]
    const pod = object('v1', 'Pod', 'nowhere', {
      spec: { containers: [{ name: 'a' }] },
      status: { phase: 'Pending', conditions },
    })
    expect(live(pod)).toEqual({ state: 'pending', text: '0/1', says: `No node takes the pod. ${message}` })
  })

  it('a Job is done, failed or under way', () => {
    const done = { succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] }
    expect(live(object('batch/v1', 'Job', 'once', { status: done }))?.state).toBe('done')
    const message = 'Job was active longer than specified deadline'
    const failed = { failed: 1, conditions: [{ type: 'Failed', status: 'True', message }] }
    expect(live(object('batch/v1', 'Job', 'once', { status: failed }))).toEqual({
      state: 'failing',
      text: 'Failed',
      says: `${message}.`,
    })
    expect(live(object('batch/v1', 'Job', 'once', { status: { active: 1 } }))?.text).toBe('0/1')
  })

  it('a CronJob says when it last succeeded, and that its newest run failed', () => {
    const cron = object('batch/v1', 'CronJob', 'report', { status: { lastSuccessfulTime: '2026-11-24T17:41:01Z' } })
    expect(live(cron)).toEqual({ state: 'done', text: '12 min', says: 'The last run succeeded 12 min ago.' })
    const run = object('batch/v1', 'Job', 'report-1', {
      metadata: { ownerReferences: [{ kind: 'CronJob', name: 'report', controller: true }] },
      status: { conditions: [{ type: 'Failed', status: 'True', message: 'Backoff limit reached' }] },
    })
    expect(live(cron, run)?.says).toBe('The last run failed. Backoff limit reached.')
  })
})

describe('how traffic, storage and the rest do', () => {
  const slice = (endpoints: readonly PlainValue[]) =>
    object('discovery.k8s.io/v1', 'EndpointSlice', 'web-jc8bv', {
      metadata: { labels: { 'kubernetes.io/service-name': 'web' } },
      endpoints,
    })
  const endpoint = (name: string, ready?: boolean): PlainMap => ({
    addresses: ['10.0.0.1'],
    targetRef: { kind: 'Pod', name },
    conditions: ready === undefined ? {} : { ready },
  })
  const service = object('v1', 'Service', 'web', { spec: { type: 'ClusterIP', selector: { app: 'web' } } })

  it('a Service counts each ready pod once, whatever the number of its addresses', () => {
    const both = [endpoint('a', true), endpoint('b', false)]
    expect(live(service, slice(both), slice([endpoint('a')]))).toEqual({
      state: 'ready',
      text: '1 up',
      says: '1 endpoint ready, 1 not.',
    })
  })

  it('a Service that selects nobody fails', () => {
    expect(live(service)?.state).toBe('failing')
  })

  it('a claim is bound, or waits', () => {
    const bound = { phase: 'Bound', capacity: { storage: '20Gi' } }
    const claim = (status: PlainMap) =>
      live(object('v1', 'PersistentVolumeClaim', 'data', { spec: { volumeName: 'pvc-1' }, status }))
    expect(claim(bound)).toEqual({ state: 'ready', text: 'Bound', says: 'Bound to pvc-1. 20Gi.' })
    expect(claim({ phase: 'Pending' })?.state).toBe('pending')
  })

  it('an autoscaler without metrics fails with the words of its controller', () => {
    const message = 'the HPA was unable to compute the replica count'
    const conditions = [
      { type: 'AbleToScale', status: 'True', reason: 'SucceededGetScale', message: 'Fine.' },
      { type: 'ScalingActive', status: 'False', reason: 'FailedGetResourceMetric', message },
    ]
    const hpa = object('autoscaling/v2', 'HorizontalPodAutoscaler', 'api', {
      status: { currentReplicas: 3, desiredReplicas: 0, conditions },
    })
    expect(live(hpa)).toEqual({ state: 'failing', text: '3 now', says: `${message}.` })
  })

  it('any other object is read by the condition that most controllers write', () => {
    const conditions = [{ type: 'Ready', status: 'False', reason: 'Failed', message: 'The issuer is gone.' }]
    const certificate = object('cert-manager.io/v1', 'Certificate', 'web', { status: { conditions } })
    expect(live(certificate)).toEqual({ state: 'failing', text: 'Fails', says: 'The issuer is gone.' })
    expect(live(object('v1', 'ConfigMap', 'web'))).toBeNull()
  })
})

describe('how a whole design does', () => {
  const config = object('v1', 'ConfigMap', 'config')
  const job = object('batch/v1', 'Job', 'once', { status: { active: 1 } })
  const objects = [inDesign(config), inDesign(job)]

  it('says that an object is absent only where all of its kind were told, and nothing of what only exists', () => {
    const states = liveStates(objects, indexCluster([]), question(true), new Map())
    expect([...states]).toEqual([['Job/once', ABSENT]])
    expect(liveStates(objects, indexCluster([]), question(false), new Map()).size).toBe(0)
  })

  it('stays the same map while the cluster says the same', () => {
    const before = liveStates(objects, indexCluster([config, job]), question(true), new Map())
    expect(liveStates(objects, indexCluster([config, { ...job }]), question(true, NOW + 5), before)).toBe(before)
    const done = { ...job, status: { succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] } }
    expect(liveStates(objects, indexCluster([config, done]), question(true), before)).not.toBe(before)
  })
})
