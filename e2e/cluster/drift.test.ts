import { describe, expect, it } from 'vitest'
import type { Drift } from '../../shared/cluster/drift'
import { takeDrift } from '../../shared/workspace/commands/take-drift'
import { updateDesign } from '../../shared/workspace/design'
import { addFiles, applyChange, emptyWorkspace } from '../../shared/workspace/workspace'
import { readPatch } from '../../shared/yaml/edit/read-patch'
import { parseExactJson } from '../../shared/yaml/exact-json'
import { whyNoGo } from './go-tools'
import { hostForSuite, planeForSuite } from './suite-plane'

const why = whyNoGo()

const text = `# Kept as it is.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2 # scaled by hand
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: log
          image: fluent:1
        - name: web
          image: 'nginx:1' # the shop
          env: [{ name: OLD, value: x }]
          resources: { requests: { cpu: "0.5" } }
---
apiVersion: v1
kind: Secret
metadata: { name: pw }
stringData: { password: hunter2 }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { a: "1" }
`

describe.skipIf(why)(`what others changed in the cluster${why ? ` (skipped: ${why})` : ''}`, () => {
  const plane = planeForSuite('drift')
  const host = hostForSuite(plane)

  const driftOf = (texts: string, namespace: string) =>
    host().handlers['cluster:drift'](host().question(texts, namespace))
  const said = ({ objects }: Drift) =>
    objects.flatMap(({ kind, state, changes }) =>
      state === 'gone'
        ? [`${kind} gone`]
        : changes.map(
            ({ path, design, live, manager, isConflict }) =>
              `${path} ${design} → ${live} by ${manager}${isConflict ? ' in conflict' : ''}`,
          ),
    )
  /** The design after all changes were taken. */
  const taken = (texts: string, namespace: string, { objects }: Drift): string => {
    const workspace = addFiles(emptyWorkspace({ defaultNamespace: namespace }), [{ path: '0.yaml', text: texts }])
    const edits = objects.map(({ id, changes }) => ({
      object: id,
      patch: changes.flatMap(({ patch }) => readPatch(parseExactJson(patch))),
    }))
    const planned = takeDrift(updateDesign(null, workspace), {
      edits: edits.filter(({ patch }) => patch.length > 0),
      gone: objects.filter(({ state }) => state === 'gone').map(({ id }) => id),
    })
    if (!planned.ok) throw new Error(planned.message)
    return applyChange(workspace, planned.change).workspace.files.get('0.yaml')?.text ?? ''
  }
  const patch = (namespace: string, what: string, json: object) => {
    const args = [
      'patch',
      what,
      '-n',
      namespace,
      '--type=strategic',
      '-p',
      JSON.stringify(json),
      '--field-manager=hand',
    ]
    const { status, stderr } = plane().kubectl(args)
    expect(status, stderr).toBe(0)
  }
  const inWeb = (more: object) => ({ spec: { template: { spec: { containers: [{ name: 'web', ...more }] } } } })

  it('finds nothing when nobody changed anything, whatever the spelling and the defaults', async () => {
    const namespace = plane().freshNamespace()
    await host().apply(await host().diff(text, namespace))
    expect(await driftOf(text, namespace)).toEqual({ objects: [], failures: [] })
    // The design went on since: that is a difference, and no drift.
    expect(said(await driftOf(text.replace('nginx:1', 'nginx:2').replace('x }', 'y }'), namespace))).toEqual([])
  })

  it('takes values, items and labels of another hand into the file, and leaves the rest of it alone', async () => {
    const namespace = plane().freshNamespace()
    await host().apply(await host().diff(text, namespace))
    patch(namespace, 'deploy/web', inWeb({ image: 'nginx:3', env: [{ name: 'NEW', value: 'z' }] }))
    patch(namespace, 'deploy/web', { metadata: { labels: { team: 'shop' } } })
    patch(namespace, 'cm/settings', { data: { a: '2', b: '3' } })
    plane().kubectl(['scale', 'deploy/web', '--replicas=4', '-n', namespace])
    const drift = await driftOf(text, namespace)
    expect(drift.failures).toEqual([])
    expect(said(drift).toSorted()).toEqual([
      '/data/a "1" → "2" by hand',
      '/data/b null → "3" by hand',
      '/metadata/labels null → {"team":"shop"} by hand',
      '/spec/replicas 2 → 4 by kubectl',
      '/spec/template/spec/containers/1/env/0 null → {"name":"NEW","value":"z"} by hand',
      '/spec/template/spec/containers/1/image "nginx:1" → "nginx:3" by hand',
    ])
    const after = taken(text, namespace, drift)
    expect(after).toContain("image: 'nginx:3' # the shop")
    expect(after).toContain('replicas: 4 # scaled by hand')
    expect(after).toContain('# Kept as it is.')
    const plan = await host().diff(after, namespace)
    expect(plan.objects.map(({ diff }) => diff)).toEqual(['', '', ''])
  })

  it('calls a field that both changed a conflict', async () => {
    const namespace = plane().freshNamespace()
    await host().apply(await host().diff(text, namespace))
    patch(namespace, 'cm/settings', { data: { a: '2' } })
    const drift = await driftOf(text.replace('a: "1"', 'a: "9"'), namespace)
    expect(said(drift)).toEqual(['/data/a "9" → "2" by hand in conflict'])
    expect(drift.objects[0]?.changes[0]?.applied).toBe('"1"')
  })

  it('says what is gone, and shows no value of a secret', async () => {
    const namespace = plane().freshNamespace()
    await host().apply(await host().diff(text, namespace))
    plane().kubectl(['delete', 'cm', 'settings', '-n', namespace])
    patch(namespace, 'secret/pw', { stringData: { password: 'hunter3' } })
    const drift = await driftOf(text, namespace)
    expect(said(drift)).toEqual(['ConfigMap gone'])
    expect(taken(text, namespace, drift)).not.toContain('settings')
  })

  it('leaves out what an autoscaler scales', async () => {
    const namespace = plane().freshNamespace()
    await host().apply(await host().diff(text, namespace))
    const scaled = { spec: { replicas: 7 } }
    plane().kubectl([
      'patch',
      'deploy/web',
      '-n',
      namespace,
      '--subresource=scale',
      '--type=merge',
      '-p',
      JSON.stringify(scaled),
      '--field-manager=kube-controller-manager',
    ])
    expect(plane().kubectl(['get', 'deploy/web', '-n', namespace, '-o', 'jsonpath={.spec.replicas}']).stdout).toBe('7')
    expect(said(await driftOf(text, namespace))).toEqual([])
  })
})
