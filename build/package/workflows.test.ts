import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { commands } from '../../electron/cli/commands'
import { readList, readNumber, readOr, readRecord, readTable, readText } from '../../shared/shape'
import type { Reader } from '../../shared/shape'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const own = JSON.parse(read('package.json'))

type Texts = Readonly<Record<string, string>>
type Step = { readonly uses: string; readonly run: string; readonly with: Texts; readonly env: Texts }
type Job = {
  readonly uses: string
  readonly timeout: number
  readonly permissions: Texts
  readonly environment: string
  readonly steps: readonly Step[]
}

const readAnyText: Reader<string> = raw => String(raw)
const readTexts = readOr(readTable(readAnyText), {})
const readStep = readRecord<Step>({
  ...{ uses: readOr(readText, ''), run: readOr(readText, ''), with: readTexts, env: readTexts },
})
const readJob: Reader<Job> = (raw, at) =>
  readRecord<Job>({
    ...{ uses: readOr(readText, ''), permissions: readTexts, environment: readOr(readText, '') },
    ...{ timeout: readOr(readNumber, 0), steps: readOr(readList(readStep), []) },
  })(typeof raw === 'object' && raw ? { ...raw, timeout: Reflect.get(raw, 'timeout-minutes') } : raw, at)
const readWorkflow = readRecord({ permissions: readTexts, jobs: readTable(readJob) })

/** What GitHub's runner knows. It ignores other words in silence, and with them what they were to forbid. */
const KNOWN = {
  workflow: ['name', 'on', 'permissions', 'concurrency', 'jobs'],
  job: [...['name', 'needs', 'strategy', 'runs-on', 'environment', 'timeout-minutes', 'permissions', 'steps', 'uses']],
  step: ['name', 'if', 'uses', 'with', 'run', 'shell', 'env', 'working-directory'],
}
const unknownIn = (raw: object, known: readonly string[]): readonly string[] =>
  Object.keys(raw).filter(key => !known.includes(key))

const workflows = readdirSync(new URL('.github/workflows/', root)).map(name => `.github/workflows/${name}`)

describe.each(workflows)('%s', path => {
  const text = read(path)
  const raw = parse(text, { strict: true, uniqueKeys: true, version: '1.2' })
  const { permissions, jobs } = readWorkflow(raw)
  const isRelease = path.endsWith('release.yml')
  const steps = Object.values(jobs).flatMap(job => job.steps)

  it('says nothing that its runner would ignore', () => {
    expect(unknownIn(raw, KNOWN.workflow)).toEqual([])
    for (const job of Object.values<{ readonly steps?: readonly object[] }>(raw.jobs)) {
      expect(unknownIn(job, KNOWN.job)).toEqual([])
      for (const step of job.steps ?? []) expect(unknownIn(step, KNOWN.step)).toEqual([])
    }
    for (const { uses, run } of steps)
      expect(
        [uses, run].filter(part => part !== ''),
        uses + run,
      ).toHaveLength(1)
    for (const [name, job] of Object.entries(jobs)) expect(job.uses !== '' || job.timeout > 0, name).toBe(true)
  })

  it('takes every action by its digest, and says of which version that is', () => {
    const used = steps.map(({ uses }) => uses).filter(uses => uses !== '')
    expect(used.length).toBeGreaterThan(0)
    for (const action of used) {
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40}$/)
      expect(text).toMatch(new RegExp(`uses: ${action} # v\\d+\\.\\d+\\.\\d+$`, 'm'))
    }
    const called = Object.values(jobs).flatMap(({ uses }) => (uses === '' ? [] : [uses]))
    for (const uses of called) expect(existsSync(new URL(uses, root)), uses).toBe(true)
  })

  it('may only read, but for the one job that gives out a release', () => {
    expect(permissions).toEqual({ contents: 'read' })
    const writing = Object.entries(jobs).filter(([, job]) => Object.keys(job.permissions).length > 0)
    expect(writing.map(([name, job]) => [name, job.permissions])).toEqual(
      isRelease ? [['publish', { contents: 'write', 'id-token': 'write', attestations: 'write' }]] : [],
    )
    for (const { uses, with: options } of steps)
      if (uses.startsWith('actions/checkout@')) expect(options['persist-credentials']).toBe('false')
  })

  it('shows a secret to one step of a job that somebody has to allow, and to no command line', () => {
    const secret = /\$\{\{[^}]*\bsecrets\./
    for (const [name, job] of Object.entries(jobs))
      for (const step of job.steps) {
        expect(step.run, name).not.toMatch(/\$\{\{/)
        if (secret.test(JSON.stringify(step))) expect([isRelease, job.environment], name).toEqual([true, 'release'])
        if (secret.test(JSON.stringify(step)) && step.run.startsWith('npm')) expect(step.run).toMatch(/^npm run dist\b/)
      }
  })

  it('runs on the oldest Node that Chartroom is for', () => {
    const nodes = steps
      .filter(({ uses }) => uses.startsWith('actions/setup-node@'))
      .map(step => step.with['node-version'])
    const [, oldest] = /^>=(\d+)\./.exec(own.engines.node) ?? []
    for (const version of nodes) expect(version).toBe(oldest)
    for (const job of Object.values(jobs))
      if (job.steps.some(({ run }) => /^(npm|node) /m.test(run)))
        expect(job.steps.some(({ uses }) => uses.startsWith('actions/setup-node@'))).toBe(true)
  })

  it('runs scripts that package.json has and files that are there, and installs without scripts of others', () => {
    for (const { run } of steps) {
      for (const [, script = ''] of run.matchAll(/\bnpm run ([\w:-]+)/g))
        expect(Object.keys(own.scripts)).toContain(script)
      for (const [, file = ''] of run.matchAll(/\bnode ([\w./-]+\.m?js)/g))
        expect(existsSync(new URL(file, root)), file).toBe(true)
      if (/\bnpm (ci|install)\b/.test(run)) expect(run).toBe('npm ci --ignore-scripts')
    }
  })
})

describe('the workflows together', () => {
  const text = (name: string): string => read(`.github/workflows/${name}.yml`)
  const runs = (name: string): string =>
    Object.values(readWorkflow(parse(text(name))).jobs)
      .flatMap(job => job.steps.map(step => step.run))
      .join('\n')

  it('test on three systems, real Electron included, before a tag is given out', () => {
    for (const name of ['test', 'release'])
      for (const system of ['ubuntu', 'macos', 'windows']) expect(text(name)).toMatch(new RegExp(`\\b${system}-`))
    for (const script of ['npm test', 'npm run test:electron', 'npm run test:cluster', 'npm run dist', 'npm audit'])
      expect(runs('test')).toContain(script)
    const { jobs } = parse(text('release'))
    expect([jobs.test.uses, jobs.packages.needs, jobs.publish.needs]).toEqual([
      ...['./.github/workflows/test.yml', 'test', 'packages'],
    ])
    expect(runs('release')).toContain('npm run dist -- --release')
  })
})

describe('build/action.yml', () => {
  const { runs, inputs } = parse(read('build/action.yml'), { strict: true })
  const steps = readList(readStep)(runs.steps)

  it('gives what its user says to no command, but by the environment', () => {
    for (const { run } of steps) expect(run).not.toMatch(/\$\{\{/)
    const named = new Set(
      JSON.stringify(steps)
        .match(/inputs\.\w+/g)
        ?.map(name => name.slice('inputs.'.length)),
    )
    expect([...named].sort()).toEqual(Object.keys(inputs).sort())
  })

  it('builds the command line of this checkout without scripts of others, and runs a file that is there', () => {
    const [build, report] = steps.map(({ run }) => run)
    expect(build).toMatch(/^npm ci --ignore-scripts /m)
    const scripts = [build, report].flatMap(run => [
      ...(run ?? '').matchAll(/node "?(?:\$GITHUB_ACTION_PATH\/)?([\w./-]+\.mjs)/g),
    ])
    const files = scripts.map(([, file = '']) => (file.startsWith('action/') ? `build/${file}` : file))
    expect(files).toEqual(['build/build.mjs', 'build/action/report.mjs'])
    for (const file of files) expect(existsSync(new URL(file, root)), file).toBe(true)
  })
})

describe('.pre-commit-hooks.yaml', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml'), { strict: true })
  const readHook = readRecord({ id: readText, entry: readText, language: readText, files: readText })

  it('runs a command that the package installs, on the files that are manifests', () => {
    for (const { id, entry, language, files } of readList(readHook)(hooks)) {
      const [program = '', word = ''] = entry.split(' ')
      expect([Object.keys(own.bin).includes(program), commands.map(({ name }) => name).includes(word)], id).toEqual([
        true,
        true,
      ])
      // What pre-commit installs a hook of `node` from is this repository: the bin is built by `prepare`.
      expect([language, typeof own.scripts.prepare]).toEqual(['node', 'string'])
      const isTaken = (name: string): boolean => new RegExp(files).test(name)
      expect(['k8s/web.yaml', 'a.yml', 'b.json', 'web.yaml.tmpl', 'main.go'].filter(isTaken)).toHaveLength(3)
    }
  })
})
