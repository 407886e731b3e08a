import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ControlPlane } from './control-plane'
import { whyNoGo } from './go-tools'
import { planeForSuite } from './suite-plane'

const why = whyNoGo()

describe.skipIf(why)(`the control plane${why ? ` (skipped: ${why})` : ''}`, () => {
  const plane = planeForSuite('control-plane', { crds: ['gateway-api'] })

  const untilTrue = async (what: () => boolean, seconds = 30) => {
    const deadline = Date.now() + seconds * 1000
    while (!what()) {
      if (Date.now() > deadline) throw new Error('it did not come true in time')
      await new Promise(resolve => setTimeout(resolve, 200))
    }
  }
  const json = (args: readonly string[]): unknown => JSON.parse(plane().kubectl([...args, '-o', 'json']).stdout)

  it('runs the pods of a Deployment on its nodes and makes their endpoints', async () => {
    const namespace = plane().freshNamespace()
    plane().kubectl(['create', 'deployment', 'web', '--image=nginx', '--replicas=3', '-n', namespace])
    plane().kubectl(['expose', 'deployment', 'web', '--port=80', '-n', namespace])
    const waited = plane().kubectl([
      'wait',
      '--for=condition=Available',
      'deployment/web',
      '-n',
      namespace,
      '--timeout=60s',
    ])
    expect(waited.status, waited.stderr).toBe(0)
    await untilTrue(
      () => JSON.stringify(json(['get', 'endpointslices', '-n', namespace])).split('"targetRef"').length === 4,
    )
  })

  it('gives a token to a service account', () => {
    const namespace = plane().freshNamespace()
    expect(plane().kubectl(['create', 'token', 'default', '-n', namespace]).stdout.split('.')).toHaveLength(3)
  })

  it('binds a claim of the default class when a pod needs it, and removes the volume with the claim', async () => {
    const namespace = plane().freshNamespace()
    const claim = `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
---
apiVersion: v1
kind: Pod
metadata: { name: db }
spec:
  containers: [{ name: db, image: postgres, volumeMounts: [{ name: data, mountPath: /data }] }]
  volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]
`
    expect(plane().kubectl(['apply', '-n', namespace, '-f', '-'], claim).status).toBe(0)
    const bound = ['wait', '--for=jsonpath={.status.phase}=Bound', 'pvc/data', '-n', namespace, '--timeout=60s']
    expect(plane().kubectl(bound).status).toBe(0)
    const volume = plane().kubectl(['get', 'pvc', 'data', '-n', namespace, '-o', 'jsonpath={.spec.volumeName}']).stdout
    plane().kubectl(['delete', 'pod/db', 'pvc/data', '-n', namespace, '--wait=false'])
    await untilTrue(() => plane().kubectl(['get', 'pv', volume]).status !== 0)
  })

  it('lets reader view and nobody do nothing', () => {
    expect(plane().kubectl(['auth', 'can-i', 'get', 'pods', '--context', 'reader']).stdout.trim()).toBe('yes')
    expect(plane().kubectl(['auth', 'can-i', 'create', 'pods', '--context', 'reader']).stdout.trim()).toBe('no')
    expect(plane().kubectl(['auth', 'can-i', 'get', 'pods', '--context', 'nobody']).stdout.trim()).toBe('no')
  })

  it('serves the custom resources that it was asked for', () => {
    expect(plane().kubectl(['get', 'httproutes']).stderr).toContain('No resources found')
  })

  it('keeps what it knows when the API server is killed and started again', async () => {
    const namespace = plane().freshNamespace()
    await plane().killApiServer()
    expect(plane().kubectl(['get', 'namespaces', '--request-timeout=3s']).status).not.toBe(0)
    await plane().startApiServer()
    expect(plane().kubectl(['get', 'namespace', namespace]).status).toBe(0)
  })

  it('leaves nothing behind', async () => {
    const other = await ControlPlane.start({ repository: process.cwd() })
    await other.stop()
    expect(existsSync(other.folder)).toBe(false)
    expect(processesOf(other.folder)).toEqual([])
  })

  it('leaves nothing behind when the process that owns it is killed', async () => {
    const owner = spawn(process.execPath, ['build/run-ts.mjs', 'e2e/cluster/cluster.ts'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    owner.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    await untilTrue(() => said.includes('KUBECONFIG='), 60)
    const folder = dirname(/KUBECONFIG=(\S+)/.exec(said)![1]!)
    expect(processesOf(folder).length).toBeGreaterThan(4)
    process.kill(Number(readFileSync(`${folder}/owner.pid`, 'utf8')), 'SIGKILL')
    await untilTrue(() => processesOf(folder).length === 0 && !existsSync(folder))
  })
})

/** The processes whose command line names a folder. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name) && commandLine(name).includes(folder))
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
