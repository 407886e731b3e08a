import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { PlainMap } from '../../shared/yaml/plain'
import { mapAt, textAt, valueAt } from '../../shared/yaml/plain'
import { whyNoGo } from './go-tools'
import type { ClusterHost } from './cluster-host'
import { kubectlsOf } from './processes'
import { POD_SAYS } from './played-pods'
import { hostForSuite, planeForSuite } from './suite-plane'

const why = whyNoGo()

const deployment = (name: string, namespace: string, image = 'nginx:1') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  replicas: 2
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: web, image: '${image}' }] }
`

describe.skipIf(why)(`what a cluster does${why ? ` (skipped: ${why})` : ''}`, () => {
  const plane = planeForSuite('live')
  const host = hostForSuite(plane)

  /** What a watch has told so far: objects by `Kind name`, and how each kind stands. */
  const told = (watch: string) => {
    const objects = new Map<string, PlainMap>()
    const stands: string[] = []
    for (const { name, notice } of host().heard) {
      if (name === 'cluster:watch-state' && notice.watch === watch)
        stands.push(`${notice.kind.kind} ${notice.state} ${notice.failure?.code ?? ''}`.trim())
      if (name !== 'cluster:live' || notice.watch !== watch) continue
      for (const change of notice.changes)
        if (change.type === 'gone') objects.delete(change.uid)
        else objects.set(change.uid, change.object)
    }
    return { objects: [...objects.values()], stands }
  }
  const until = async (what: () => boolean | Promise<boolean>, seconds = 30): Promise<void> => {
    const deadline = Date.now() + seconds * 1000
    while (!(await what())) {
      if (Date.now() > deadline) throw new Error('it did not come true in time')
      await sleep(100)
    }
  }
  const kinds = [
    { apiVersion: 'apps/v1', kind: 'Deployment' },
    { apiVersion: 'v1', kind: 'Pod' },
    { apiVersion: 'v1', kind: 'Secret' },
  ]
  const watch = (name: string, namespaces: readonly string[], context = 'admin') =>
    host().handlers['cluster:watch']({ watch: name, context, namespaces, kinds })

  it('follows what is there and what changes, without secret values, and stops at once', async () => {
    const namespace = plane().freshNamespace()
    plane().kubectl(['create', 'secret', 'generic', 's', '--from-literal=password=hunter2', '-n', namespace])
    await host().apply(await host().diff(deployment('web', namespace), namespace))
    await watch('one', [namespace])
    const ready = (): boolean =>
      told('one').stands.length === kinds.length &&
      told('one').objects.some(object => valueAt(object, ['status', 'readyReplicas']) === 2) &&
      told('one').objects.filter(({ kind }) => kind === 'Pod').length === 2
    await until(ready)
    expect(told('one').objects.filter(({ kind }) => kind === 'Secret')).toHaveLength(1)
    expect(told('one').stands.toSorted()).toEqual(['Deployment live', 'Pod live', 'Secret live'])
    const secret = told('one').objects.find(({ kind }) => kind === 'Secret')
    expect(mapAt(secret, 'data')).toEqual({ password: '*****' })
    expect(JSON.stringify(host().heard)).not.toContain(Buffer.from('hunter2').toString('base64'))

    plane().kubectl(['delete', 'deployment', 'web', '-n', namespace])
    await until(() => told('one').objects.every(({ kind }) => kind === 'Secret'))
    await host().handlers['cluster:unwatch']({ watch: 'one' })
    const heard = host().heard.length
    plane().kubectl(['create', 'configmap', 'c', '-n', namespace])
    plane().kubectl(['delete', 'secret', 's', '-n', namespace])
    await sleep(500)
    expect(host().heard.length).toBe(heard)
  })

  it('says that a server is away, and what went meanwhile when it is back', async () => {
    const namespaces = [plane().freshNamespace(), plane().freshNamespace()]
    for (const namespace of namespaces)
      plane().kubectl(['create', 'secret', 'generic', `in-${namespace}`, '-n', namespace])
    await watch('away', namespaces)
    await until(() => told('away').objects.length === 2)
    await plane().killApiServer()
    await until(() => told('away').stands.some(stand => /^Pod waiting (unreachable|failed)/.test(stand)))
    await plane().startApiServer()
    plane().kubectl(['delete', 'secret', `in-${namespaces[0]}`, '-n', namespaces[0]!])
    await until(
      () =>
        told('away')
          .objects.map(object => textAt(object, 'metadata', 'name'))
          .join() === `in-${namespaces[1]}`,
      60,
    )
    await until(() => told('away').stands.at(-1)?.includes('live') ?? false)
    await host().handlers['cluster:unwatch']({ watch: 'away' })
  })

  it('says which kinds a user may not watch', async () => {
    const namespace = plane().freshNamespace()
    await watch('nobody', [namespace, 'default'], 'nobody')
    await until(() => told('nobody').stands.length >= 3 * 2)
    expect(new Set(told('nobody').stands)).toEqual(
      new Set(['Deployment stopped forbidden', 'Pod stopped forbidden', 'Secret stopped forbidden']),
    )
  })

  it('restarts, pauses, resumes, rolls back and scales, after the cluster was agreed to', async () => {
    const namespace = plane().freshNamespace()
    const ref = { apiVersion: 'apps/v1', kind: 'Deployment', namespace, name: 'api' }
    await host().apply(await host().diff(deployment('api', namespace), namespace))
    await host().apply(await host().diff(deployment('api', namespace, 'nginx:2'), namespace))
    const act = (action: Parameters<ClusterHost['handlers']['cluster:act']>[0]['action'], context = 'admin') =>
      host().handlers['cluster:act']({ context, ref, action, confirmed: null })
    const image = '{.spec.template.spec.containers[0].image}'
    const read = (path: string) =>
      plane().kubectl(['get', 'deploy', 'api', '-n', namespace, '-o', `jsonpath=${path}`]).stdout
    expect((await act({ type: 'restart' })).says).toBe('deployment.apps/api restarted')
    await act({ type: 'pause' })
    expect(read('{.spec.paused}')).toBe('true')
    await act({ type: 'resume' })
    expect((await act({ type: 'scale', replicas: 3 })).command.words.join(' ')).toContain('--replicas=3')
    expect(read('{.spec.replicas}')).toBe('3')
    await until(() => read('{.metadata.annotations}').includes('"3"'))
    await act({ type: 'roll-back', revision: 1 })
    expect(read(image)).toBe('nginx:1')
    await expect(act({ type: 'restart' }, 'reader')).rejects.toMatchObject({ code: 'not-confirmed' })
  })

  it('tells of events and describes, and keeps to itself what a secret holds', async () => {
    const namespace = plane().freshNamespace()
    await host().apply(await host().diff(deployment('web', namespace), namespace))
    const ref = { apiVersion: 'apps/v1', kind: 'Deployment', namespace, name: 'web' }
    const events = () => host().handlers['cluster:events']({ context: 'admin', ref })
    await until(async () => (await events()).length > 0)
    expect((await events())[0]).toMatchObject({
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      by: 'deployment-controller',
    })
    const { text } = await host().handlers['cluster:describe']({ context: 'admin', ref })
    expect(text).toMatch(/^Name: +web$/m)
    plane().kubectl(['create', 'secret', 'generic', 's', '--from-literal=password=hunter2', '-n', namespace])
    const secret = { apiVersion: 'v1', kind: 'Secret', namespace, name: 's' }
    const described = await host().handlers['cluster:describe']({ context: 'admin', ref: secret })
    expect(described.text).toContain('password:  7 bytes')
  })

  it('says why a log ends, and why a port can not be forwarded', async () => {
    const namespace = plane().freshNamespace()
    const log = { context: 'admin', namespace, container: null, previous: false, follow: true, tail: 10 }
    await host().handlers['cluster:logs']({ ...log, task: 'log', pod: 'no-such-pod' })
    const end = () => host().heard.find(({ name, notice }) => name === 'cluster:log-end' && notice.task === 'log')
    await until(() => end() !== undefined)
    expect(end()?.notice).toMatchObject({ failure: { code: 'not-found' } })
    const ref = { apiVersion: 'v1', kind: 'Pod', namespace, name: 'no-such-pod' }
    const forward = { id: 'f', context: 'admin', ref, remotePort: 80, localPort: 0 }
    await expect(host().handlers['cluster:forward'](forward)).rejects.toMatchObject({ code: 'not-found' })
  })

  const log = (task: string): string =>
    host()
      .heard.flatMap(({ name, notice }) => (name === 'cluster:log' && notice.task === task ? [notice.text] : []))
      .join('')
  const runningPod = async (namespace: string): Promise<string> => {
    await host().apply(await host().diff(deployment('web', namespace), namespace))
    const read = () =>
      plane().kubectl(['get', 'pods', '-n', namespace, '-o', 'name', '--field-selector=status.phase=Running']).stdout
    await until(() => read() !== '')
    return read().split('\n')[0]?.replace('pod/', '') ?? ''
  }

  it('follows a log, tells the one from before the restart, and forwards a port that answers', async () => {
    const namespace = plane().freshNamespace()
    const pod = await runningPod(namespace)
    const ask = { context: 'admin', namespace, pod, container: 'web', tail: 10 }
    plane().say('it is up')
    await host().handlers['cluster:logs']({ ...ask, task: 'now', previous: false, follow: true })
    await until(() => log('now').includes('it is up\n'))
    plane().say('GET /')
    await until(() => log('now').endsWith('GET /\n'))
    await host().handlers['cluster:logs']({ ...ask, task: 'before', previous: true, follow: false })
    await until(() => log('before') === 'it fell over\n')

    const ref = { apiVersion: 'apps/v1', kind: 'Deployment', namespace, name: 'web' }
    const question = { context: 'admin', ref, remotePort: 80, localPort: 0 }
    const { localPort } = await host().handlers['cluster:forward']({ ...question, id: 'port' })
    const answer = await fetch(`http://127.0.0.1:${localPort}/`)
    expect(await answer.text()).toBe(POD_SAYS)
    await expect(host().handlers['cluster:forward']({ ...question, id: 'other', localPort })).rejects.toMatchObject({
      message: expect.stringMatching(/address already in use|unable to listen/) as string,
    })
    await host().handlers['cluster:unforward']({ id: 'port' })
    await until(async () => !(await fetch(`http://127.0.0.1:${localPort}/`).then(Boolean, () => false)))
    await host().handlers['cluster:cancel']({ task: 'now' })
  })

  it('gives a command that opens a shell in a container', async () => {
    const namespace = plane().freshNamespace()
    const pod = await runningPod(namespace)
    const { command } = await host().handlers['cluster:shell']({ context: 'admin', namespace, pod, container: 'web' })
    // There is no terminal here, and its shell would wait for one.
    const words = [...command.words.slice(1).filter(word => word !== '-it'), '-c', 'echo "in $((1 + 1))"']
    expect(plane().kubectl(words).stdout).toBe('in 2\n')
  })

  it('ends watches, logs and forwards at once when nobody looks any more, those that are only being opened too', async () => {
    const namespace = plane().freshNamespace()
    const pod = await runningPod(namespace)
    await watch('rest', [namespace])
    const ask = { context: 'admin', namespace, pod, container: null, previous: false, follow: true, tail: 10 }
    await host().handlers['cluster:logs']({ ...ask, task: 'rest-log' })
    const ref = { apiVersion: 'v1', kind: 'Pod', namespace, name: pod }
    const forward = { context: 'admin', ref, remotePort: 80, localPort: 0 }
    await host().handlers['cluster:forward']({ ...forward, id: 'rest-port' })
    await until(() => told('rest').stands.length === kinds.length)
    await until(() => kubectlsOf(process.pid) === kinds.length + 2)
    const opening = host().handlers['cluster:forward']({ ...forward, id: 'rest-opening' })
    host().rest()
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' })
    await until(() => kubectlsOf(process.pid) === 0, 2)
    expect(host().heard.findLast(({ name }) => name === 'cluster:forwards')?.notice).toEqual([])
  })

  it('says how far a cluster is away', async () => {
    const reach = (context: string) => host().handlers['cluster:reach']({ task: host().task(), context })
    expect(await reach('admin')).toMatchObject({ serverVersion: 'v1.36.3', skew: null })
    expect((await reach('admin')).namespaces).toContain('kube-system')
    expect(await reach('nobody')).toMatchObject({ namespaces: null })
    await expect(reach('nowhere')).rejects.toMatchObject({ code: 'no-context' })
    const { contexts, current } = await host().handlers['cluster:contexts']()
    expect(current).toBe('admin')
    expect(contexts.map(({ name, local }) => `${name} ${local}`)).toEqual(['admin null', 'nobody null', 'reader null'])
  })
})
