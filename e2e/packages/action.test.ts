import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const service =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n'
const pod =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app: web}}\nspec: {containers: [{name: web, image: "nginx:1.29"}]}\n'

let folder: string
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], {
    cwd: folder,
    encoding: 'utf8',
  }).trim()
function commit(): string {
  git('add', '--all')
  git('commit', '--quiet', '--message=x')
  return git('rev-parse', 'HEAD')
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartroom-action-'))
  git('init', '--quiet')
  writeFileSync(join(folder, 'service.yaml'), service)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs what build/action.yml runs, with the environment that GitHub gives. */
function report(
  env: Readonly<Record<string, string>>,
): Promise<{ status: number | null; out: string; summary: string }> {
  const summary = join(folder, '.summary')
  writeFileSync(summary, '')
  return new Promise(done => {
    const child = spawn(process.execPath, [resolve('build/action/report.mjs')], {
      cwd: folder,
      env: { PATH: process.env.PATH, GITHUB_STEP_SUMMARY: summary, ...env },
    })
    let out = ''
    child.stdout.on('data', piece => (out += piece))
    child.stderr.on('data', piece => (out += piece))
    child.on('close', status => done({ status, out, summary: readFileSync(summary, 'utf8') }))
  })
}

describe('the action', () => {
  it('shows the graph of what a change adds, and what that is tied to', async () => {
    const base = commit()
    writeFileSync(join(folder, 'pod.yaml'), pod)
    commit()
    const { status, summary } = await report({ CHARTROOM_BASE: base })
    expect(status).toBe(0)
    expect(summary).toContain('+ default/pod/web\n')
    expect(summary).toContain('+ default/service/web selects default/pod/web')
    expect(summary).toMatch(/```mermaid\nflowchart [\s\S]*Service web[\s\S]*```/)
  })

  it('annotates problems at their places, and fails on errors', async () => {
    writeFileSync(join(folder, 'pod.yaml'), pod.replace('containers', 'containerz'))
    const { status, out, summary } = await report({ CHARTROOM_BASE: commit() })
    expect(status).toBe(1)
    expect(out).toMatch(/^::error file=pod\.yaml,line=4,col=\d+,title=[\w-]+::/m)
    expect(summary).toContain('No object changed.')
  })

  it('says that there is no base, in a new branch and in a shallow checkout', async () => {
    commit()
    for (const base of ['', '0'.repeat(40), 'a'.repeat(40), '--upload-pack=touch'])
      expect((await report({ CHARTROOM_BASE: base })).summary, base).toContain('not in the checkout')
  })

  it('posts its report once to a pull request, and writes over it later', async () => {
    const comments: { body: string; url: string }[] = []
    const asked: string[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', piece => (body += piece))
      request.on('end', () => {
        asked.push(`${request.method} ${request.url} ${request.headers.authorization}`)
        const { port } = server.address() as AddressInfo
        if (request.method === 'POST')
          comments.push({ ...JSON.parse(body), url: `http://127.0.0.1:${port}/comments/1` })
        if (request.method === 'PATCH') Object.assign(comments[0]!, JSON.parse(body))
        response.end(JSON.stringify(request.method === 'GET' ? comments : {}))
      })
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    try {
      const env = {
        CHARTROOM_BASE: commit(),
        CHARTROOM_PULL_REQUEST: '7',
        CHARTROOM_TOKEN: 'secret',
        GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        GITHUB_REPOSITORY: 'o/r',
      }
      await report(env)
      writeFileSync(join(folder, 'pod.yaml'), pod)
      const { out } = await report(env)
      expect(comments).toHaveLength(1)
      expect(comments[0]?.body).toContain('+ default/pod/web')
      expect(asked.map(line => line.split(' ').slice(0, 2).join(' '))).toEqual([
        'GET /repos/o/r/issues/7/comments?per_page=100',
        'POST /repos/o/r/issues/7/comments',
        'GET /repos/o/r/issues/7/comments?per_page=100',
        'PATCH /comments/1',
      ])
      expect(asked.every(line => line.endsWith('Bearer secret'))).toBe(true)
      expect(out).not.toContain('secret')
    } finally {
      await new Promise(done => server.close(done))
    }
  })
})
