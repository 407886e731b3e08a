import { describe, expect, it } from 'vitest'
import { printExactJson } from '../../shared/yaml/exact-json'
import { corpusObjects, whyNoCorpus } from './corpus'
import { whyNoGo } from './go-tools'
import { hostForSuite, planeForSuite } from './suite-plane'
import { crdSets } from './versions'

const why = whyNoGo()

describe.skipIf(why)(`importing from a cluster${why ? ` (skipped: ${why})` : ''}`, () => {
  const plane = planeForSuite('import', { crds: crdSets })
  const host = hostForSuite(plane)

  const importAll = (namespaces: readonly string[], more: object = {}) =>
    host().handlers['cluster:import']({
      task: host().task(),
      context: 'admin',
      namespaces,
      kinds: null,
      secrets: false,
      ...more,
    })

  it('writes what people wrote and nothing that the server added, children and values left out', async () => {
    const namespace = plane().freshNamespace()
    const written = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: ${namespace}
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - name: web
        image: nginx:1
        ports:
        - containerPort: 80
`
    plane().kubectl(['create', '-f', '-'], written)
    plane().kubectl(['expose', 'deployment', 'web', '-n', namespace, '--port=80'])
    plane().kubectl(['create', 'secret', 'generic', 'pw', '-n', namespace, '--from-literal=password=hunter2'])
    plane().kubectl(['wait', '--for=condition=Available', 'deploy/web', '-n', namespace, '--timeout=60s'])
    const { files, left, failures } = await importAll([namespace])
    expect(failures).toEqual([])
    expect(files.map(({ path }) => path).toSorted()).toEqual([
      'deployment-web.yaml',
      'secret-pw.yaml',
      'service-web.yaml',
    ])
    expect(files.find(({ path }) => path.startsWith('deployment'))?.text).toBe(written)
    const secret = files.find(({ path }) => path.startsWith('secret'))?.text
    expect(secret).toBe(
      `# Values that stay in the cluster: password\napiVersion: v1\nkind: Secret\nmetadata:\n  name: pw\n  namespace: ${namespace}\ntype: Opaque\n`,
    )
    expect(left.map(({ kind, why }) => `${kind} ${why}`)).toContain(
      'ServiceAccount made by the cluster in every namespace',
    )
    const plan = await host().diff(files.map(({ text }) => text))
    expect(plan.objects.map(({ state }) => state)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    const withValues = await importAll([namespace], { secrets: true })
    expect(withValues.files.find(({ path }) => path.startsWith('secret'))?.text).toContain('password: aHVudGVyMg==')
  })

  it('may be read by whoever may only read', async () => {
    const namespace = plane().freshNamespace()
    plane().kubectl(['create', 'configmap', 'c', '-n', namespace, '--from-literal=a=b'])
    plane().kubectl(['create', 'configmap', 'd', '-n', namespace, '--from-literal=a=b', '--field-manager=chartroom'])
    const { files, failures } = await importAll([namespace], { context: 'reader' })
    expect(files).toHaveLength(2)
    expect(failures.map(({ kind, failure }) => `${kind} ${failure.code}`)).toContain('Secret forbidden')
  })

  it.skipIf(whyNoCorpus)(
    'changes nothing when every kind of the corpus is imported and applied again',
    async () => {
      const namespace = plane().freshNamespace()
      const accepted: string[] = []
      const kinds = new Map<string, { apiVersion: string; kind: string }>()
      for (const { apiVersion, kind, name, namespace: its, data } of corpusObjects(2)) {
        const metadata = { ...Object(data.metadata), name, ...(its === null ? {} : { namespace }) }
        const answer = plane().kubectl(['create', '-f', '-', '-o', 'name'], printExactJson({ ...data, metadata }))
        if (answer.status !== 0) continue
        accepted.push(kind)
        kinds.set(`${apiVersion} ${kind}`, { apiVersion, kind })
      }
      console.log(`${accepted.length} objects of ${kinds.size} kinds were accepted`)
      expect(kinds.size).toBeGreaterThan(50)
      const { files, left, failures } = await importAll([namespace], { kinds: [...kinds.values()], secrets: true })
      expect(failures).toEqual([])
      console.log(`${files.length} imported, ${left.length} left out`)
      const plan = await host().diff(files.map(({ text }) => text))
      const differing = plan.objects.filter(({ state }) => state !== 'unchanged')
      expect(differing.map(each => `${each.kind} ${each.name}: ${each.failure?.message ?? each.diff}`)).toEqual([])
    },
    600_000,
  )
})
