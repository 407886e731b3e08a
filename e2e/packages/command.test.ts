import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeFile } from './release'

const web = `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: web}
  ports: [{port: 80}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: "nginx:1.28"}]
`

let folder: string
const chartroom = (): string => join(folder, 'node_modules/.bin/chartroom')

/** What a program printed, in the empty folder, with nothing of this checkout in reach. */
function ran(program: string, args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME }
  return spawnSync(program, args, { cwd: folder, encoding: 'utf8', env })
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartroom-installed-'))
  writeFileSync(join(folder, 'package.json'), '{"name": "empty", "private": true, "type": "module"}')
  mkdirSync(join(folder, 'k8s'))
  writeFileSync(join(folder, 'k8s/web.yaml'), web)
  const installed = ran('npm', [
    'install',
    '--ignore-scripts',
    '--offline',
    '--no-audit',
    '--no-fund',
    madeFile('.tgz'),
  ])
  expect(installed).toMatchObject({ status: 0 })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the packed command line, installed into an empty folder without a network', () => {
  it('brings no other package along', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['chartroom'])
  })

  it('answers, with its own version', () => {
    const { version } = JSON.parse(readFileSync(resolve('package.json'), 'utf8'))
    expect(ran(chartroom(), ['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' })
    const { objects, relations } = JSON.parse(ran(chartroom(), ['graph', 'k8s', '--json']).stdout)
    expect([objects.length, relations.length]).toEqual([2, 1])
    expect(ran(chartroom(), ['check', 'k8s'])).toMatchObject({ status: 0, stderr: '' })
  })

  it('reads and edits without any package around it', () => {
    const edited = ran(chartroom(), ['edit', 'k8s', '--object', 'svc/web', '--set', 'spec.ports[0].port=8080'])
    expect(edited.stdout).toContain('+  ports: [{port: 8080}]')
    // An anchor is left to the yaml package, which is inside.
    writeFileSync(join(folder, 'anchored.yaml'), 'kind: X\nmetadata: &m {name: x}\nspec: {again: *m}\n')
    expect(JSON.parse(ran(chartroom(), ['read', 'anchored.yaml', '--json']).stdout)[0].object.spec).toEqual({
      again: { name: 'x' },
    })
  })

  it('ends in silence where the reader of a pipe has had enough', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `kind: X\nmetadata: {name: x${i}}\n`).join('---\n')
    writeFileSync(join(folder, 'many.yaml'), many)
    for (const command of ['read many.yaml --json', 'graph many.yaml', 'check many.yaml', '--help']) {
      const piped = ran('bash', ['-c', `"${chartroom()}" ${command} | head -c 1; exit \${PIPESTATUS[0]}`])
      expect(piped.stderr, command).toBe('')
      expect(piped.status === 0 || command.startsWith('check'), command).toBe(true)
    }
  })

  it('serves the window to a browser', async () => {
    const served = spawn(chartroom(), ['open', 'k8s', '--no-open', '--stay'], { cwd: folder })
    try {
      const said = await new Promise<string>(done => served.stdout.once('data', data => done(String(data))))
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? ''
      const page = await (await fetch(url)).text()
      const script = /src="\.?\/?(assets\/[^"]+\.js)"/.exec(page)?.[1] ?? ''
      expect((await fetch(url + script)).status).toBe(200)
    } finally {
      served.kill()
      await new Promise(done => served.once('exit', done))
    }
  })

  it('carries its manual, its licence and the licences of what is inside', () => {
    const inside = join(folder, 'node_modules/chartroom')
    for (const name of ['dist/docs/chartroom.1', 'LICENSE', 'dist/docs/THIRD-PARTY-LICENCES.txt'])
      expect(existsSync(join(inside, name)), name).toBe(true)
  })
})

describe('the library of the packed command line', () => {
  const script = (text: string): void => writeFileSync(join(folder, 'script.ts'), text)
  const types = (): string =>
    ran(process.execPath, [
      resolve('node_modules/typescript/lib/tsc.js'),
      ...['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023'],
      'script.ts',
    ]).stdout

  it('answers read and graph to a script', () => {
    writeFileSync(
      join(folder, 'script.js'),
      `import { graph, read } from 'chartroom'
       const { objects, problems } = await read('k8s')
       const { relations } = await graph(['k8s', { path: 'x.yaml', text: 'kind: X\\nmetadata: {name: x}\\n' }])
       console.log(JSON.stringify([objects.length, problems.length, relations.map(r => r.rule)]))`,
    )
    const { stdout, stderr } = ran(process.execPath, ['script.js'])
    expect([stdout, stderr]).toEqual(['[2,0,["service-selects-workload"]]\n', ''])
  })

  it('has types that a strict script can rely on, and that refuse a wrong one', () => {
    script(`import { graph, read, type GraphRelation } from 'chartroom'
      const { relations } = await graph('k8s', { kubernetes: '1.36' })
      const missing: readonly string[] = relations.flatMap((r: GraphRelation) => r.missing?.name ?? [])
      const first: string | undefined = (await read({ path: 'a', text: '' })).objects[0]?.file
      export { missing, first }\n`)
    expect(types()).toBe('')
    script(`import { graph } from 'chartroom'\nexport const wrong: number = await graph(12, { kubernetes: '1.0' })\n`)
    expect(types()).toContain('TS2322')
  })
})
