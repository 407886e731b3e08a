import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commands } from './commands'
import { chartroom } from './terminal.test-data'
import type { Ran } from './terminal.test-data'

const web = `# The shop's front.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 2   # two for now
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: "nginx:1.28"
          envFrom:
            - configMapRef:
                name: settings
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  ports:
    - port: 80
`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartroom-cli-'))
  writeFileSync(join(folder, 'web.yaml'), web)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]): Promise<Ran> => chartroom(folder, args)
const text = (path = 'web.yaml'): string => readFileSync(join(folder, path), 'utf8')
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
    writeFileSync(join(folder, 'latin.yaml'), Buffer.from('a: caf\xe9\n', 'latin1'))
    writeFileSync(join(folder, 'broken.yaml'), 'a: [1, 2\n')
    for (const command of ['graph', 'read', 'check']) {
      const ran = await run(command, '.', 'gone.yaml', '--json')
      expect(ran.status, command).toBe(3)
      for (const name of ['latin.yaml', 'broken.yaml', 'gone.yaml']) expect(ran.err, command).toContain(name)
      const answer = JSON.parse(ran.out)
      expect(command === 'check' ? answer.objects : (answer.objects ?? answer).length, command).toBe(2)
    }
  })

  it('reads standard input as -', async () => {
    const ran = await chartroom(folder, ['read', '-', '--json'], 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n')
    expect(JSON.parse(ran.out)).toMatchObject([{ file: '-', document: 0, item: null, object: { kind: 'Pod' } }])
  })
})

describe('read', () => {
  it('types scalars as kubectl does and keeps every digit', async () => {
    const manifest = 'kind: X\nmetadata: {name: x}\nbig: 12345678901234567890\nmode: 0644\non: yes\ntext: "yes"\n'
    const ran = await chartroom(folder, ['read', '-', '--json'], manifest)
    expect(ran.out).toContain('"big":12345678901234567890,"mode":420,"true":true,"text":"yes"')
  })
})

describe('graph', () => {
  it('gives objects with lines and relations with their places', async () => {
    const { out } = await run('graph', '.', '--json')
    const { objects, relations, problems } = JSON.parse(out)
    expect(objects.map((o: object) => ({ ...o, id: '' }))).toMatchObject([
      {
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
        file: 'web.yaml',
        document: 0,
        item: null,
        line: 2,
        endLine: 20,
      },
      { kind: 'Service', document: 1, line: 22, endLine: 27 },
    ])
    expect(relations).toMatchObject([
      {
        from: objects[0].id,
        to: null,
        missing: { kind: 'ConfigMap', namespace: 'shop', name: 'settings', key: null },
        because: [{ file: 'web.yaml', line: 20 }],
      },
    ])
    expect(problems).toMatchObject([{ code: 'dangling-reference', object: objects[0].id, file: 'web.yaml' }])
  })

  it('shows a file as it was given, or relative to the working directory for what a folder held', async () => {
    const files = async (...args: string[]): Promise<string[]> =>
      JSON.parse((await run('graph', '--json', ...args)).out).objects.map((o: { file: string }) => o.file)
    expect(new Set(await files('./web.yaml'))).toEqual(new Set(['./web.yaml']))
    expect(new Set(await files(folder, './web.yaml'))).toEqual(new Set(['web.yaml']))
  })

  it('draws Mermaid and Graphviz, with what is missing dashed', async () => {
    expect((await run('graph', '.', '--mermaid')).out).toContain('n0 -.->|')
    expect((await run('graph', '.', '--dot')).out).toContain('style=dashed')
    expect((await run('graph', '.', '--dot', '--json')).status).toBe(2)
  })

  it('draws SVG and a page without a browser, of a part as well', async () => {
    expect(await run('graph', '.', '--svg', 'all.svg', '--html', 'all.html', '--theme', 'dark')).toMatchObject({
      status: 0,
      out: '',
    })
    expect(text('all.svg')).toContain('>settings</text>')
    expect(text('all.html')).toContain(text('all.svg'))
    const part = await run('graph', '.', '--svg', '-', '--only', 'svc/web', '--title', 'Front')
    expect(part.out).toMatch(/^<svg[^]*>Front<\/text>/)
    expect(part.out).not.toContain('>settings</text>')
  })

  it('draws cards where the window has them, with its notes, and says what it can not read of them', async () => {
    const note = { x: -300, y: 0, width: 200, height: 60, text: 'Why it is so' }
    const layout = { version: 1, cards: {}, notes: { n1: note } }
    mkdirSync(join(folder, '.chartroom'))
    writeFileSync(join(folder, '.chartroom/layout.json'), JSON.stringify(layout))
    await run('graph', '.', '--svg', 'all.svg', '--html', 'all.html')
    for (const file of ['all.svg', 'all.html']) expect(text(file)).toContain('Why it is so</text>')
    expect((await run('graph', '.', '--svg', '-', '--only', 'svc/web')).out).not.toContain('Why it is so')
    writeFileSync(join(folder, '.chartroom/layout.json'), '{')
    const broken = await run('graph', '.', '--svg', '-')
    expect(broken).toMatchObject({ status: 0 })
    expect(broken.err).toContain('layout.json')
    expect(broken.out).toContain('<svg')
  })

  it('writes a picture over a picture, and over nothing else', async () => {
    await run('graph', '.', '--svg', 'all.svg')
    expect((await run('graph', '.', '--svg', 'all.svg', '--theme', 'dark')).status).toBe(0)
    expect((await run('graph', '.', '--svg', 'web.yaml')).status).toBe(1)
    expect(text()).toBe(web)
    expect((await run('graph', '.', '--svg', 'no/folder/all.svg')).status).toBe(4)
  })

  it('says what is missing where no browser can draw a PNG', async () => {
    const { status, err } = await run('graph', '.', '--png', 'all.png')
    expect(status).toBe(4)
    expect(err).toContain('--svg, which needs none')
    expect(existsSync(join(folder, 'all.png'))).toBe(false)
  })

  it('shows several objects where --only is given again', async () => {
    const shown = async (...only: string[]): Promise<unknown> => {
      const { out } = await run('graph', '.', '--json', '--depth', '0', ...only)
      return JSON.parse(out).objects.map(({ kind }: { readonly kind: string }) => kind)
    }
    expect(await shown('--only', 'svc/web')).toEqual(['Service'])
    expect(await shown('--only', 'svc/web', '--only', 'deploy/web')).toEqual(['Deployment', 'Service'])
    expect(await run('graph', '.', '--only', 'svc/web', '--only', 'svc/gone')).toMatchObject({ status: 3, out: '' })
  })

  it('narrows to what is near an object', async () => {
    const { out } = await run('graph', '.', '--json', '--only', 'svc/web', '--depth', '1')
    expect(JSON.parse(out).objects).toHaveLength(1)
  })
})

describe('check', () => {
  it('corrects with --fix what is sure, writes no other byte, and answers for the rest', async () => {
    const text =
      'kind: ConfigMap\napiVersion: v1 # core\nmetadata: {name: a}\ndata: {mode: 0755}\nimmutabel: true\nx: 1\n'
    writeFileSync(join(folder, 'fix.yaml'), text)
    const { status, out } = await run('check', 'fix.yaml', '--fix')
    expect(readFileSync(join(folder, 'fix.yaml'), 'utf8')).toBe(
      text.replace('immutabel', 'immutable').replace('0755', '"0755"'),
    )
    expect([status, out.match(/ (error|warning) [-a-z]+/g)]).toEqual([1, [' error unknown-field']])
  })
  it('judges by the version that is asked for, and refuses one that it does not know', async () => {
    writeFileSync(
      join(folder, 'old.yaml'),
      'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\n',
    )
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
    writeFileSync(join(folder, 'other.yaml'), web.replaceAll('namespace: shop', 'namespace: other'))
    const ambiguous = await run('edit', '.', '--object', 'deploy/web', '--set', 'spec.replicas=3')
    expect(ambiguous).toMatchObject({ status: 1, err: expect.stringContaining('shop/Deployment.apps/web  web.yaml:2') })
    expect((await run('edit', '.', '-n', 'shop', '--object', 'deploy/web', '--set', 'spec.replicas=3')).status).toBe(0)
    const mistyped = await run('edit', '.', '--object', 'deployment/wed', '--set', 'spec.replicas=3')
    expect(mistyped).toMatchObject({ status: 3, err: expect.stringContaining('Did you mean deployment/web?') })
  })

  it('renames a namespace with everything that is in it', async () => {
    writeFileSync(join(folder, 'ns.yaml'), 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n')
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
    writeFileSync(
      join(folder, 'cm.yaml'),
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: shop}\n',
    )
    expect((await run('edit', '.', '--object', 'cm/settings', '--rename', 'options', '--write')).status).toBe(0)
    expect(text('cm.yaml')).toContain('name: options')
    expect(text()).toBe(web.replace('name: settings', 'name: options'))
  })
})

describe('edit --batch', () => {
  const batch = async (requests: readonly unknown[]): Promise<[number, { ok: boolean; code?: string }[]]> => {
    const lines = requests.map(request => (typeof request === 'string' ? request : JSON.stringify(request)))
    const ran = await chartroom(folder, ['edit', '--batch', '-'], lines.join('\n'))
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
    writeFileSync(join(folder, 'web.yaml'), policy)
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
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(folder, 'out', 'deployment-web.yaml'), 'mine')
    expect((await run('export', 'web.yaml', '--to', 'out')).status).toBe(1)
    expect(text('out/deployment-web.yaml')).toBe('mine')
    expect(readdirSync(join(folder, 'out'))).toEqual(['deployment-web.yaml'])
  })

  it('takes Secrets along only when they are asked for', async () => {
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData: {password: hunter2}\n'
    writeFileSync(join(folder, 'secret.yaml'), secret)
    const left = await run('export', '.', '--one-file', '-')
    expect(left.out).toBe(web)
    expect(left.err).toContain('1 Secret left out')
    expect((await run('export', '.', '--one-file', '-', '--with-secrets')).out).toContain('hunter2')
    expect(await run('export', '.', '--one-file', '-', '--only', 'secret/db')).toMatchObject({ out: secret, err: '' })
  })

  it('keeps a name that looks like a path inside the folder', async () => {
    const odd =
      'apiVersion: v1\nkind: X\nmetadata: {name: ../../evil, namespace: a}\n---\nkind: X\nmetadata: {name: b, namespace: ..}\n'
    expect((await chartroom(folder, ['export', '-', '--to', 'out'], odd)).status).toBe(0)
    expect(existsSync(join(folder, '..', 'evil.yaml'))).toBe(false)
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['a', 'unnamed'])
  })
})
