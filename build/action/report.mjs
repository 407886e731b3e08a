import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { changeBetween, markdownOf } from './change.mjs'

/**
 * What build/action.yml runs in a checkout: annotations for the problems, the change since the base as Markdown with its
 * graph in the summary of the job, and in the pull request where a token for it is given. The status is 1 on errors.
 */
/** @type {typeof import('../../electron/library')} */
const { graph, read } = await import(new URL('../../dist/electron/library.js', import.meta.url).href)
const { env } = process
const paths = (env.CHARTROOM_PATHS ?? '.')
  .split('\n')
  .map(path => path.trim())
  .filter(Boolean)
const kubernetes = versionOf(env.CHARTROOM_KUBERNETES ?? '1.36')

const after = await stateIn('.', paths)
const before = await stateAt(env.CHARTROOM_BASE ?? '')
const change = before && changeBetween(before, after)
const picture = change && pictureOf([...change.added, ...change.changed])
const report = markdownOf(after.problems, change, picture)

for (const problem of after.problems) console.log(annotationOf(problem))
if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, report)
else console.log(report)
if (env.CHARTROOM_PULL_REQUEST && env.CHARTROOM_TOKEN) await comment(env.CHARTROOM_PULL_REQUEST, env.CHARTROOM_TOKEN)
process.exitCode = after.problems.some(({ severity }) => severity === 'error') ? 1 : 0

function versionOf(/** @type {string} */ asked) {
  const version = /** @type {const} */ (['1.34', '1.35', '1.36', '1.37']).find(known => known === asked)
  if (!version) throw new Error(`Kubernetes ${asked} is not known. Give 1.34, 1.35, 1.36 or 1.37.`)
  return version
}

/** @param {string} cwd @param {readonly string[]} sources */
async function stateIn(cwd, sources) {
  const there = sources.filter(path => cwd === '.' || existsSync(join(cwd, path)))
  const { objects, relations, problems } = await graph(there, { cwd, kubernetes })
  return { objects, relations, problems, data: (await read(there, { cwd })).objects }
}

/** The same paths at a commit, or null where it can't be had. A new branch has no commit before: GitHub says 000…0. */
async function stateAt(/** @type {string} */ commit) {
  if (!/^[\da-f]{40}$/.test(commit) || /^0+$/.test(commit)) return null
  const hasCommit = () => spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`], { stdio: 'ignore' }).status === 0
  if (!hasCommit()) spawnSync('git', ['fetch', '--quiet', '--depth=1', 'origin', commit], { stdio: 'ignore' })
  if (!hasCommit()) return null
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-base-'))
  try {
    const archive = execFileSync('git', ['archive', '--format=tar', commit], { maxBuffer: 2 ** 30 })
    execFileSync('tar', ['-x', '-C', folder], { input: archive })
    return await stateIn(folder, paths)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {readonly string[]} references */
function pictureOf(references) {
  if (references.length === 0) return null
  const program = fileURLToPath(new URL('../chartroom.mjs', import.meta.url))
  const only = references.map(reference => `--only=${reference}`)
  const args = [program, 'graph', '--mermaid', '--depth=1', ...only, '--', ...paths]
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  return stdout === '' ? null : stdout
}

/** @param {import('../../electron/library-types').FoundProblem} problem */
function annotationOf({ severity, file, line, column, code, message }) {
  const escaped = (/** @type {string} */ text) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const property = (/** @type {string} */ text) => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
  const level = severity === 'info' ? 'notice' : severity
  return `::${level} file=${property(file)},line=${line},col=${column},title=${property(code)}::${escaped(message)}`
}

/** Posts the report, over the one of an earlier run. @param {string} number @param {string} token */
async function comment(number, token) {
  const mark = '<!-- chartroom -->'
  const issues = `${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/issues`
  const ask = async (/** @type {string} */ url, /** @type {RequestInit} */ init = {}) => {
    const answer = await fetch(url, { ...init, headers: { authorization: `Bearer ${token}` } })
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${init.method ?? 'GET'} ${url}`)
    return answer.json()
  }
  /** @type {readonly { body?: string, url: string }[]} */
  const comments = await ask(`${issues}/${number}/comments?per_page=100`)
  const earlier = comments.find(({ body }) => body?.startsWith(mark))
  const body = JSON.stringify({ body: `${mark}\n${report}` })
  if (earlier) await ask(earlier.url, { method: 'PATCH', body })
  else await ask(`${issues}/${number}/comments`, { method: 'POST', body })
}
