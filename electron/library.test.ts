import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chartroom } from './cli/terminal.test-data'
import { graph, read } from './library'

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
      containers: [{name: web, image: "nginx:1.28", envFrom: [{configMapRef: {name: settings}}]}]
`

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'chartroom-library-'))
  writeFileSync(join(cwd, 'web.yaml'), web)
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

describe('graph', () => {
  it('answers what the command prints, in a folder and for a text', async () => {
    const { out } = await chartroom(cwd, ['graph', '.', '--json'])
    const ofFolder = await graph('.', { cwd })
    expect(ofFolder).toEqual(JSON.parse(out))
    expect(ofFolder.relations.map(({ says, missing }) => [says, missing?.name])).toEqual([
      ['selects', undefined],
      ['env from', 'settings'],
    ])
    expect(await graph({ path: 'web.yaml', text: web })).toEqual(ofFolder)
  })

  it('takes the namespace and the version as the command does', async () => {
    const { objects } = await graph('web.yaml', { cwd, namespace: 'shop' })
    expect(objects.map(({ namespace }) => namespace)).toEqual(['shop', 'shop'])
    const text = web.replace('ports: [', 'trafficDistribution: PreferSameZone\n  ports: [')
    const refusals = async (kubernetes: '1.34' | '1.36'): Promise<readonly string[]> =>
      (await graph({ path: 'a.yaml', text }, { kubernetes })).problems.map(({ code }) => code)
    const command = async (kubernetes: string): Promise<readonly string[]> => {
      const { out } = await chartroom(cwd, ['check', '-', '--json', '--kubernetes', kubernetes], text)
      return JSON.parse(out).problems.map(({ code }: { readonly code: string }) => code)
    }
    for (const version of ['1.34', '1.36'] as const) expect(await refusals(version)).toEqual(await command(version))
  })

  it('names a path that is not there as a problem, beside the rest', async () => {
    const { objects, problems } = await graph(['gone', 'web.yaml'], { cwd })
    expect(objects).toHaveLength(2)
    expect(problems).toContainEqual(expect.objectContaining({ file: 'gone', severity: 'error', line: 1 }))
  })
})

describe('read', () => {
  it('types scalars as kubectl does, with long integers as bigint', async () => {
    const text = 'kind: X\nmetadata: {name: x}\nbig: 12345678901234567890\nmode: 0644\non: yes\n'
    const { objects, problems } = await read({ path: 'x.yaml', text })
    expect(problems).toEqual([])
    expect(objects).toEqual([
      {
        ...{ file: 'x.yaml', document: 0, item: null },
        object: { kind: 'X', metadata: { name: 'x' }, big: 12345678901234567890n, mode: 420, true: true },
      },
    ])
  })

  it('names bad files beside the good ones, each file once', async () => {
    writeFileSync(join(cwd, 'broken.yaml'), 'a: [1, 2\n')
    writeFileSync(join(cwd, 'values.yaml'), 'replicas: 3\n')
    const { objects, problems } = await read(['.', 'web.yaml', 'gone'], { cwd })
    expect(objects.map(({ file, document }) => [file, document])).toEqual([
      ['web.yaml', 0],
      ['web.yaml', 1],
    ])
    expect(problems.map(({ file, severity }) => [file, severity]).sort()).toEqual([
      ['broken.yaml', 'error'],
      ['gone', 'error'],
      ['values.yaml', 'info'],
    ])
  })

  it('refuses an alias bomb as kubectl does', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `  a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join('')
    const text = `kind: X\nmetadata: {name: x}\nspec:\n  a0: &a0 [x]\n${rows}`
    const { objects, problems } = await read({ path: 'x.yaml', text })
    expect([objects, problems.map(({ code }) => code)]).toEqual([[], ['kubectl-refuses']])
  })
})
