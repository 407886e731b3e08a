import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ControlPlane } from '../../e2e/cluster/control-plane'
import { whyNoGo } from '../../e2e/cluster/go-tools'
import { crdSets } from '../../e2e/cluster/versions'
import { checks } from '../../shared/checks/checks'
import { kindsToLoad, NO_KNOWN_KINDS, withKinds } from '../../shared/kinds/schemas/known'
import { checkDesign } from '../../shared/checks/check-design'
import { findGraph } from '../../shared/relations/find'
import { addFiles, emptyWorkspace } from '../../shared/workspace/workspace'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { printExactJson } from '../../shared/yaml/exact-json'

/**
 * `npm run bench:server`: every object of the corpus against a server-side dry run with strict field validation, beside
 * what `chartroom check` says of it without a server. False errors must be 0. The table of what
 * was said of each is kept in dist/bench/server.tsv, or where `--table FILE` says.
 */
const corpus = process.env.CHARTROOM_CORPUS ?? '../shared/corpus'
const why = whyNoGo()
if (why) {
  console.log(`skipped: ${why}`)
  process.exit(0)
}

type Verdict = {
  readonly object: KubeObject
  readonly server: 'accepted' | 'refused' | 'unknown-kind'
  readonly reason: string
  readonly findings: readonly string[]
}

/** What only this cluster refuses: its addresses, what it doesn't hold (accounts, namespaces), its own ids of jobs. */
const OF_THE_CLUSTER =
  /serviceaccount "\S+" not found|namespaces "\S+" not found|not in the valid range|not configured (on this cluster|for dual-stack)|labels\[controller-uid\]/

const { workspace, problems } = await readCorpus()
const objects = workspace.objects.filter(object => object.name !== null && object.apiVersion && object.kind)
const plane = await ControlPlane.start({ repository: process.cwd(), crds: crdSets, tell: line => console.log(line) })
let verdicts: Verdict[]
try {
  verdicts = await judge(objects)
} finally {
  await plane.stop()
}
report(verdicts)

/**
 * The objects, and what is found in them by the server's own kinds alone: folders of the corpus hold definitions of older
 * custom resources than this server has, which are right for those who keep them and not for this server.
 */
async function readCorpus() {
  const files = walk(corpus)
    .filter(path => /\.(ya?ml|json)$/.test(path))
    .map(path => ({ path: path.slice(corpus.length + 1), text: readFileSync(path, 'utf8') }))
  const workspace = addFiles(emptyWorkspace(), files)
  const known = await withKinds(NO_KNOWN_KINDS, kindsToLoad(NO_KNOWN_KINDS, workspace.objects))
  return { workspace, problems: checkDesign(workspace, findGraph(workspace.objects), known).byObject }
}

/** The errors of an object that a server is claimed to refuse: a reference into nothing is none of them. */
function errorsOf(object: KubeObject): readonly string[] {
  const codes = new Set(checks.filter(row => row.byServer).flatMap(row => row.codes))
  return (problems.get(object.id) ?? [])
    .filter(({ code, severity }) => severity === 'error' && codes.has(code))
    .map(({ code, path, message }) => `${code} ${path}: ${message}`)
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? walk(path) : [path]
  })
}

/** One kubectl for a few hundred objects: each object is a file, and an error names its file. */
async function judge(all: readonly KubeObject[]): Promise<Verdict[]> {
  for (const namespace of new Set(all.map(object => object.namespace ?? 'default')))
    plane.kubectl(['create', 'namespace', namespace])
  const said = new Map<number, string>()
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-server-'))
  const size = 300
  for (let from = 0; from < all.length; from += size) {
    const slice = join(folder, String(from))
    mkdirSync(slice)
    all.slice(from, from + size).forEach((object, i) => {
      writeFileSync(join(slice, `${from + i}.json`), printExactJson(object.data))
    })
    const { stderr } = plane.kubectl(['create', '--dry-run=server', '--validate=strict', '-o', 'name', '-f', slice])
    for (const [index, reason] of reasonsIn(stderr)) said.set(index, reason)
  }
  rmSync(folder, { recursive: true, force: true })
  return all.map((object, index) => {
    const reason = said.get(index) ?? ''
    return { object, server: answerOf(reason), reason, findings: errorsOf(object) }
  })
}

function answerOf(reason: string): Verdict['server'] {
  if (/no matches for kind|could not find the requested resource/.test(reason)) return 'unknown-kind'
  return refuses(reason) ? 'refused' : 'accepted'
}

/** A generated name that is taken, or an object that the cluster itself has, is no fault of the manifest. */
function refuses(reason: string): boolean {
  return reason !== '' && !/AlreadyExists|already exists/.test(reason)
}

/** kubectl says each error on lines of its own, with the file's path in quotes. */
function reasonsIn(stderr: string): Map<number, string> {
  const reasons = new Map<number, string>()
  let at: number | null = null
  for (const line of stderr.split('\n')) {
    const named = /\/(\d+)\.json"/.exec(line)
    if (named) at = Number(named[1])
    if (at !== null && line.trim())
      reasons.set(at, `${reasons.get(at) ?? ''}${reasons.has(at) ? ' ' : ''}${line.trim()}`)
  }
  return reasons
}

function report(all: readonly Verdict[]): void {
  const by = (server: Verdict['server']) => all.filter(verdict => verdict.server === server)
  const accepted = by('accepted')
  const refused = by('refused')
  const falseErrors = accepted.filter(verdict => verdict.findings.length)
  const found = refused.filter(verdict => verdict.findings.length)
  const precision = found.length + falseErrors.length ? found.length / (found.length + falseErrors.length) : 1
  console.log(
    `${all.length} objects: ${accepted.length} accepted, ${refused.length} refused, ${by('unknown-kind').length} of a kind that the server doesn't know`,
  )
  const ofManifest = refused.filter(verdict => !OF_THE_CLUSTER.test(verdict.reason))
  const foundOfManifest = ofManifest.filter(verdict => verdict.findings.length)
  console.log(
    `of the ${ofManifest.length} that the manifest alone explains, found ${foundOfManifest.length} (recall ${(100 * (foundOfManifest.length / ofManifest.length)).toFixed(1)}%)`,
  )
  console.log(
    `checks without a server: ${found.length} of ${refused.length} refusals found (recall ${(100 * (found.length / refused.length)).toFixed(1)}%), false errors ${falseErrors.length} (precision ${(100 * precision).toFixed(2)}%)`,
  )
  for (const verdict of falseErrors.slice(0, 15))
    console.log(`false: ${verdict.object.file} ${verdict.object.kind} ${verdict.object.name}: ${verdict.findings[0]}`)
  const asked = process.argv.indexOf('--table')
  const table = (asked > 0 && process.argv[asked + 1]) || join('dist', 'bench', 'server.tsv')
  mkdirSync(dirname(table), { recursive: true })
  writeFileSync(table, all.map(row).join(''))
  console.log(`What was said of each object is in ${table}`)
  process.exitCode = falseErrors.length ? 1 : 0
}

function row({ object, server, reason, findings }: Verdict): string {
  return `${[object.file, object.kind, object.name, server, reason, findings.join('; ')].join('\t')}\n`
}
