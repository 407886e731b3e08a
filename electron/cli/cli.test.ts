import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commands } from './commands'
import { cliFolder, web } from './cli-folder.test-data'

const { at, run, given, text } = cliFolder()

/** The lines that a printed diff takes away and adds. */
const changedLines = (diff: string): string[] => diff.split('\n').filter(line => /^[-+](?![-+])/.test(line))

describe('chartroom', () => {
  it('shows help with examples for every command', async () => {
    const overview = await run('--help')
    for (const command of commands) {
      expect(overview.out).toContain(`  ${command.name} `)
      const help = await run(command.name, '--help')
      expect(help.status).toBe(0)
      expect(help.out).toContain('Examples:')
      expect(help.out).toContain('Exit status:\n  0  done')
      expect(command.examples.length).toBeGreaterThan(0)
    }
  })

  it('names the nearest command and option for a mistyped one, with status 2', async () => {
    expect(await run('grpah', '.')).toMatchObject({ status: 2, err: expect.stringContaining('Did you mean graph?') })
    expect(await run('graph', '.', '--jsno')).toMatchObject({
      status: 2,
      err: expect.stringContaining('Did you mean --json?'),
    })
    expect(await run('graph', '--json')).toMatchObject({ status: 2, out: '' })
    expect(await run('graph', '.', '--only')).toMatchObject({
      status: 2,
      err: expect.stringContaining('needs a value'),
    })
    expect(await run('graph', '.', '--json=yes')).toMatchObject({ status: 2 })
  })

  it('answers for the good files and names the bad ones, with status 3', async () => {
    writeFileSync(at('latin.yaml'), Buffer.from('a: caf\xe9\n', 'latin1'))
    writeFileSync(at('broken.yaml'), 'a: [1, 2\n')
    for (const command of ['graph', 'read', 'check']) {
      const ran = await run(command, '.', 'gone.yaml', '--json')
      expect(ran.status, command).toBe(3)
      for (const name of ['latin.yaml', 'broken.yaml', 'gone.yaml']) expect(ran.err, command).toContain(name)
      const answer = JSON.parse(ran.out)
      expect(command === 'check' ? answer.objects : (answer.objects ?? answer).length, command).toBe(2)
    }
  })

  it('reads standard input as -', async () => {
    const ran = await given('apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n', 'read', '-', '--json')
    expect(JSON.parse(ran.out)).toMatchObject([{ file: '-', document: 0, item: null, object: { kind: 'Pod' } }])
  })
})

describe('read', () => {
  it('types scalars as kubectl does and keeps every digit', async () => {
    const manifest = 'kind: X\nmetadata: {name: x}\nbig: 12345678901234567890\nmode: 0644\non: yes\ntext: "yes"\n'
    const ran = await given(manifest, 'read', '-', '--json')
    expect(ran.out).toContain('"big":12345678901234567890,"mode":420,"true":true,"text":"yes"')
  })
})

describe('check', () => {
  it('corrects with --fix what is sure, writes no other byte, and answers for the rest', async () => {
    const text =
      'kind: ConfigMap\napiVersion: v1 # core\nmetadata: {name: a}\ndata: {mode: 0755}\nimmutabel: true\nx: 1\n'
    writeFileSync(at('fix.yaml'), text)
    const { status, out } = await run('check', 'fix.yaml', '--fix')
    expect(readFileSync(at('fix.yaml'), 'utf8')).toBe(text.replace('immutabel', 'immutable').replace('0755', '"0755"'))
    expect([status, out.match(/ (error|warning) [-a-z]+/g)]).toEqual([1, [' error unknown-field']])
  })
  it('judges by the version that is asked for, and refuses one that it does not know', async () => {
    writeFileSync(at('old.yaml'), 'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\n')
    expect((await run('check', 'old.yaml', '--kubernetes', '1.34')).out).toContain('Kubernetes 1.34 does not serve')
    expect((await run('check', 'old.yaml', '--kubernetes', '1.2')).status).toBe(2)
  })
  it('ends with 1 for an error, 0 without, and takes codes to leave out', async () => {
    const problems = JSON.parse((await run('check', '.', '--json')).out).problems
    const codes = problems.map((problem: { code: string }) => problem.code)
    expect(codes).toContain('dangling-reference')
    const text = await run('check', '.')
    expect(text.out).toMatch(/^web\.yaml:20:\d+ \w+ dangling-reference /m)
    expect((await run('check', '.', ...codes.flatMap((code: string) => ['--skip', code]))).status).toBe(0)
  })
})

describe('edit', () => {
  it('prints a diff of the one line and writes nothing', async () => {
    const ran = await run('edit', '.', '--object', 'deploy/web', '--set', 'spec.replicas=3')
    expect(ran.status).toBe(0)
    expect(changedLines(ran.out)).toEqual(['-  replicas: 2   # two for now', '+  replicas: 3   # two for now'])
    expect(text()).toBe(web)
  })

  it('takes several steps in order, chooses items by a field, and writes the file', async () => {
    const ran = await run(
      ...['edit', 'web.yaml', '--object', 'shop/Deployment/web', '--write'],
      ...['--set', 'spec.template.spec.containers[name=web].image=nginx:1.29', '--remove', 'spec.replicas'],
      ...['--set-string', 'metadata.annotations["example.com/on"]=yes'],
    )
    expect(ran.status).toBe(0)
    const expected = web
      .replace('  replicas: 2   # two for now\n', '')
      .replace('"nginx:1.28"', '"nginx:1.29"')
      .replace('namespace: shop\nspec', 'namespace: shop\n  annotations:\n    example.com/on: "yes"\nspec')
    expect(text()).toBe(expected)
  })

  it('refuses with status 1 and leaves the file as it was', async () => {
    const tries = [
      ['--remove', 'spec.nothing'],
      ['--set', 'spec.template.spec.containers[name=none].image=x'],
      ['--json-patch', '[{"op":"test","path":"/spec/replicas","value":9}]'],
    ]
    for (const step of tries) {
      const ran = await run('edit', '.', '--object', 'deploy/web', ...step, '--write')
      expect(ran, step.join(' ')).toMatchObject({ status: 1, out: '', err: expect.stringContaining('refused (') })
    }
    expect(text()).toBe(web)
  })

  it('says what is wrong with its words, with status 2, before it reads a file', async () => {
    const tries = [
      ['--set', 'spec.replicas'],
      ['--set', '.=1'],
      ['--json-patch', '{'],
      ['--json-patch', '[{"op":"jump"}]'],
      [],
    ]
    for (const step of tries)
      expect((await run('edit', 'gone.yaml', '--object', 'deploy/web', ...step)).status, step.join(' ')).toBe(2)
  })

  it('refuses a reference to several objects and lists them; suggests one for a mistyped name', async () => {
    writeFileSync(at('other.yaml'), web.replaceAll('namespace: shop', 'namespace: other'))
    const ambiguous = await run('edit', '.', '--object', 'deploy/web', '--set', 'spec.replicas=3')
    expect(ambiguous).toMatchObject({ status: 1, err: expect.stringContaining('shop/Deployment.apps/web  web.yaml:2') })
    expect((await run('edit', '.', '-n', 'shop', '--object', 'deploy/web', '--set', 'spec.replicas=3')).status).toBe(0)
    const mistyped = await run('edit', '.', '--object', 'deployment/wed', '--set', 'spec.replicas=3')
    expect(mistyped).toMatchObject({ status: 3, err: expect.stringContaining('Did you mean deployment/web?') })
  })

  it('renames a namespace with everything that is in it', async () => {
    writeFileSync(at('ns.yaml'), 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n')
    const { status, out } = await run('edit', 'web.yaml', 'ns.yaml', '--object', 'ns/shop', '--rename', 'store')
    expect([status, changedLines(out)]).toEqual([
      0,
      [
        '-metadata: {name: shop}',
        '+metadata: {name: store}',
        '-  namespace: shop',
        '+  namespace: store',
        '-metadata: {name: web, namespace: shop}',
        '+metadata: {name: web, namespace: store}',
      ],
    ])
  })

  it('renames an object with what refers to it', async () => {
    writeFileSync(at('cm.yaml'), 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: shop}\n')
    expect((await run('edit', '.', '--object', 'cm/settings', '--rename', 'options', '--write')).status).toBe(0)
    expect(text('cm.yaml')).toContain('name: options')
    expect(text()).toBe(web.replace('name: settings', 'name: options'))
  })
})

describe('edit --batch', () => {
  const batch = async (requests: readonly unknown[]): Promise<[number, { ok: boolean; code?: string }[]]> => {
    const lines = requests.map(request => (typeof request === 'string' ? request : JSON.stringify(request)))
    const ran = await given(lines.join('\n'), 'edit', '--batch', '-')
    return [
      ran.status,
      ran.out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line)),
    ]
  }
  const replicas = (value: unknown): object => ({
    ...{ file: 'web.yaml', document: 0, item: null },
    patch: [{ op: 'replace', path: '/spec/replicas', value }],
  })

  it('answers each line with splices of the text, and writes nothing', async () => {
    const at = web.indexOf('2   #')
    const expected = [{ ok: true, splices: [{ from: at, to: at + 1, insert: '3' }] }]
    expect(await batch([replicas(3)])).toEqual([0, expected])
    expect(text()).toBe(web)
  })

  it('answers in order, whatever stands in a line, with the worst status', async () => {
    const missing = { ...replicas(3), file: 'gone.yaml' }
    const refused = { ...replicas(3), document: 7 }
    const [status, answers] = await batch([replicas(3), '{', { file: 1 }, missing, refused, replicas(4)])
    expect(answers.map(answer => answer.code ?? answer.ok)).toEqual([
      ...[true, 'bad-request', 'bad-request', 'not-found', 'no-such-document', true],
    ])
    expect(status).toBe(3)
  })

  it('keeps the digits of integers that a JavaScript number can not hold', async () => {
    const line = JSON.stringify(replicas('@')).replace('"@"', '12345678901234567890')
    expect(JSON.stringify((await batch([line]))[1])).toContain('"insert":"12345678901234567890"')
  })
})

describe('wire and unwire', () => {
  it('list the rules that fit, write one, and take it back to the same bytes', async () => {
    const offers = JSON.parse((await run('wire', '.', '--list', 'svc/web', 'deploy/web', '--json')).out)
    expect(offers[0]).toMatchObject({ rule: 'service-selects-workload', asks: expect.any(Array) })
    expect((await run('wire', '.', 'service-selects-workload', 'svc/web', 'deploy/web', '--write')).status).toBe(0)
    expect(text()).toBe(`${web}  selector:\n    app: web\n`)
    expect((await run('unwire', '.', 'service-selects-workload', 'svc/web', 'deploy/web', '--write')).status).toBe(0)
    expect(text()).toBe(web)
  })

  it('say no to a rule that does not fit and to a relation that is not there', async () => {
    expect((await run('wire', '.', 'no-such-rule', 'svc/web', 'deploy/web', '--write')).status).toBe(1)
    expect((await run('unwire', '.', 'service-selects-workload', 'svc/web', 'deploy/web', '--write')).status).toBe(1)
    expect((await run('wire', 'svc/web', 'deploy/web')).status).toBe(2)
    expect((await run('wire', '.', 'r', 'svc/web', 'deploy/web', '--with', 'port')).status).toBe(2)
    expect(text()).toBe(web)
  })
})

describe('unwire of a policy', () => {
  it('warns that the policy would then cover every pod, and does it', async () => {
    const policy = `${web}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: wall, namespace: shop}
spec:
  podSelector:
    matchLabels:
      app: web
`
    writeFileSync(at('web.yaml'), policy)
    const words = ['.', 'networkpolicy-applies-to-workload', 'networkpolicy/wall', 'deploy/web']
    const seen = await run('unwire', ...words, '--json')
    const warning = 'Without a selector NetworkPolicy wall covers every pod of namespace shop: web (1).'
    expect(seen.err).toContain(`warning (covers-every-pod): ${warning}`)
    expect(JSON.parse(seen.out)).toMatchObject({
      consequences: [{ code: 'covers-every-pod', says: warning }],
      diff: expect.stringContaining('-    matchLabels:'),
    })
    expect(text()).toBe(policy)
    expect((await run('unwire', ...words, '--write')).status).toBe(0)
    expect(text()).toContain('  podSelector: {}\n')
  })
})

describe('export', () => {
  it('writes documents as they are written, with a kustomization that lists them', async () => {
    expect((await run('export', 'web.yaml', '--kustomize', 'out/base')).status).toBe(0)
    const [deployment] = web.split('---\n')
    expect(text('out/base/deployment-web.yaml')).toBe(deployment)
    expect(text('out/base/kustomization.yaml')).toContain('- deployment-web.yaml\n- service-web.yaml\n')
  })

  it('never writes over a file', async () => {
    mkdirSync(at('out'))
    writeFileSync(at('out/deployment-web.yaml'), 'mine')
    expect((await run('export', 'web.yaml', '--to', 'out')).status).toBe(1)
    expect(text('out/deployment-web.yaml')).toBe('mine')
    expect(readdirSync(at('out'))).toEqual(['deployment-web.yaml'])
  })

  it('takes Secrets along only when they are asked for', async () => {
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData: {password: hunter2}\n'
    writeFileSync(at('secret.yaml'), secret)
    const left = await run('export', '.', '--one-file', '-')
    expect(left.out).toBe(web)
    expect(left.err).toContain('1 Secret left out')
    expect((await run('export', '.', '--one-file', '-', '--with-secrets')).out).toContain('hunter2')
    expect(await run('export', '.', '--one-file', '-', '--only', 'secret/db')).toMatchObject({ out: secret, err: '' })
  })

  it('keeps a name that looks like a path inside the folder', async () => {
    const odd =
      'apiVersion: v1\nkind: X\nmetadata: {name: ../../evil, namespace: a}\n---\nkind: X\nmetadata: {name: b, namespace: ..}\n'
    expect((await given(odd, 'export', '-', '--to', 'out')).status).toBe(0)
    expect(existsSync(at('../evil.yaml'))).toBe(false)
    expect(readdirSync(at('out')).sort()).toEqual(['a', 'unnamed'])
  })
})
