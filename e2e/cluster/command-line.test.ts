import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chartroom } from '../../electron/cli/terminal.test-data'
import { whyNoGo } from './go-tools'
import { planeForSuite } from './suite-plane'
import { testKubectl } from './kubectl'

const why = whyNoGo()

describe.skipIf(why)(`the command line on a cluster${why ? ` (skipped: ${why})` : ''}`, () => {
  const plane = planeForSuite('command-line')
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chartroom-cli-'))
    process.env.CHARTROOM_KUBECTL = testKubectl(process.cwd()) ?? ''
    process.env.CHARTROOM_CONFIG = join(folder, 'config')
    mkdirSync(join(folder, 'k8s'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const run = (command: string, context = 'admin') =>
    chartroom(folder, [...command.split(' '), '--context', context, '--kubeconfig', plane().kubeconfig])
  const write = (name: string, text: string) => writeFileSync(join(folder, 'k8s', name), text)
  const config = (name: string, value: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  a: "${value}"\n`
  const secret = (value: string) =>
    `apiVersion: v1\nkind: Secret\nmetadata:\n  name: pw\nstringData:\n  password: ${value}\n`
  const json = (out: string) => JSON.parse(out) as { objects: Record<string, unknown>[]; ended?: string }

  it('shows what differs, applies it, says how it does and finds no difference any more', async () => {
    const namespace = plane().freshNamespace()
    write('a.yaml', `${config('one', '1')}---\n${secret('hunter2-one')}`)
    const at = `k8s -n ${namespace}`
    const before = await run(`diff ${at}`)
    expect(before).toMatchObject({ status: 1, err: '' })
    expect(before.out).toContain(`+++ b/${namespace}/ConfigMap/one`)
    expect(before.out).toContain('2 added')
    expect(before.out).not.toContain('hunter2')
    expect((await run(`status ${at} --json`)).status).toBe(1)

    expect(await run(`apply ${at} --dry-run`)).toMatchObject({ status: 0 })
    const unasked = await run(`apply ${at}`)
    expect(unasked.status).toBe(1)
    expect(unasked.err).toContain('give --yes')
    expect(plane().kubectl(['get', 'cm', 'one', '-n', namespace]).status).toBe(1)

    const applied = await run(`apply ${at} --yes --json`)
    expect(applied.status, applied.out + applied.err).toBe(0)
    expect(json(applied.out)).toMatchObject({
      ended: 'done',
      objects: [{ state: 'created', file: 'k8s/a.yaml' }, { state: 'created' }],
    })
    expect(await run(`diff ${at}`)).toMatchObject({ status: 0, out: '2 unchanged\n' })
    expect(await run(`status ${at}`)).toMatchObject({ status: 0 })
    expect(json((await run(`apply ${at} --yes --json`)).out).objects.map(({ state }) => state)).toEqual([
      'unchanged',
      'unchanged',
    ])
  })

  it('masks secrets in a diff and still shows that they differ', async () => {
    const namespace = plane().freshNamespace()
    const at = `k8s -n ${namespace}`
    write('a.yaml', secret('hunter2-one'))
    await run(`apply ${at} --yes`)
    write('a.yaml', secret('hunter2-two'))
    const { out, status } = await run(`diff ${at}`)
    expect(status).toBe(1)
    expect(out).toMatch(/^-  password: .*\(before\).*\n\+  password: .*\(after\)/m)
    for (const value of ['hunter2-one', 'hunter2-two'])
      for (const spelling of [value, Buffer.from(value).toString('base64')]) expect(out).not.toContain(spelling)
  })

  it('prunes when asked, by what the folder made', async () => {
    const namespace = plane().freshNamespace()
    const at = `k8s -n ${namespace}`
    write('a.yaml', config('one', '1'))
    write('b.yaml', config('two', '1'))
    await run(`apply ${at} --yes`)
    rmSync(join(folder, 'k8s', 'b.yaml'))
    const kept = await run(`apply ${at} --yes`)
    expect(kept.out).toContain('kept, because --prune was not given')
    const { status, out } = await run(`apply ${at} --yes --prune`)
    expect({ status, out }).toMatchObject({
      status: 0,
      out: expect.stringContaining(`deleted ${namespace}/ConfigMap/two`) as string,
    })
    expect(plane().kubectl(['get', 'cm', 'two', '-n', namespace]).status).toBe(1)
  })

  it('ends with 1 at a conflict, and takes over when told to', async () => {
    const namespace = plane().freshNamespace()
    const at = `k8s -n ${namespace}`
    write('a.yaml', config('one', '1'))
    await run(`apply ${at} --yes`)
    plane().kubectl(
      ['apply', '--server-side', '--force-conflicts', '--field-manager=other', '-n', namespace, '-f', '-'],
      config('one', '3'),
    )
    write('a.yaml', config('one', '2'))
    const refused = await run(`apply ${at} --yes`)
    expect(refused.status).toBe(1)
    expect(refused.err).toContain('other set .data.a to something else. Nothing was applied.')
    expect(await run(`apply ${at} --yes --force-conflicts`)).toMatchObject({ status: 0 })
  })

  it('asks for the name of what is protected, even with --yes', async () => {
    write('a.yaml', config('mine', '1'))
    const refused = await run('apply k8s -n kube-system --yes')
    expect(refused).toMatchObject({ status: 1 })
    expect(refused.err).toContain('--confirm kube-system')
    expect(await run('apply k8s -n kube-system --yes --confirm kube-system')).toMatchObject({ status: 0 })
  })

  it('imports a namespace, and applying what came changes nothing', async () => {
    const namespace = plane().freshNamespace()
    plane().kubectl(['create', 'deployment', 'web', '--image=nginx:1', '-n', namespace])
    expect(await run(`import -n ${namespace} --to got --kinds deployment,cofigmaps`)).toMatchObject({
      status: 2,
      err: expect.stringContaining('Did you mean configmaps?') as string,
    })
    const imported = await run(`import -n ${namespace} --to got --kinds deployments`)
    expect(imported).toMatchObject({ status: 0, out: 'deployment-web.yaml\n' })
    expect(readFileSync(join(folder, 'got/deployment-web.yaml'), 'utf8')).not.toContain('progressDeadlineSeconds')
    expect(await run(`diff got -n ${namespace}`)).toMatchObject({ status: 0 })
    expect(await run(`import -n ${namespace} --to got --kinds deployments`)).toMatchObject({ status: 1, out: '' })
  })

  it('needs a context, and tells a missing one, a reader and an unreachable cluster apart', async () => {
    write('a.yaml', config('one', '1'))
    const noContext = await chartroom(folder, ['diff', 'k8s'])
    expect(noContext).toMatchObject({ status: 2, err: expect.stringContaining('Give --context') as string })
    expect(await run('diff k8s', 'nowhere')).toMatchObject({
      status: 4,
      err: expect.stringContaining('admin, nobody, reader') as string,
    })
    const reader = await run('apply k8s --yes', 'reader')
    expect(reader).toMatchObject({ status: 1, err: expect.stringContaining('cannot patch') as string })
    await plane().killApiServer()
    const away = await run('diff k8s --json')
    expect(away.status).toBe(4)
    expect(JSON.parse(away.out)).toMatchObject({ error: { code: 'unreachable' } })
    await plane().startApiServer()
  })
})
