import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { ControlPlane } from '../../e2e/cluster/control-plane'
import { whyNoGo } from '../../e2e/cluster/go-tools'
import { crdSets, kubernetesVersion } from '../../e2e/cluster/versions'
import type { SchemaDifference } from '../../shared/kinds/schemas/schema'
import { arrangeFiles, type SchemaSet } from './arrange-files'
import { differenceOf } from './difference'
import { describeServer } from './openapi'

/**
 * `npm run schemas`: asks a real API server of each version what it serves and writes shared/kinds/schemas/data.
 * `--check` asks the pinned version alone, writes nothing, and fails where its files differ from what is committed.
 */
const otherVersions = ['1.34.4', '1.35.4', '1.37.2']
const repository = process.cwd()
const target = join(repository, 'shared/kinds/schemas/data')
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

const why = whyNoGo()
if (why) {
  console.log(`No schemas are made: ${why}`)
  process.exit(values.check ? 0 : 1)
}
const base = await schemasOf(kubernetesVersion, true)
const texts = new Map<string, string>()
for (const [name, file] of base.files) texts.set(`${name}.json`, printFile(file))
texts.set(
  'kinds.json',
  printLines(
    '[',
    base.kinds.map(kind => JSON.stringify(kind)),
    ']',
  ),
)
if (values.check) check()
else await write()

async function write(): Promise<void> {
  const builtIn = await schemasOf(kubernetesVersion, false)
  for (const version of otherVersions) {
    const minor = version.split('.').slice(0, 2).join('.')
    const difference = differenceOf(minor, builtIn, await schemasOf(version, false))
    texts.set(`differences-${minor}.json`, printDifference(difference))
  }
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  for (const [name, text] of texts) writeFileSync(join(target, name), text)
  writeFileSync(join(target, '../files.ts'), printFileTable([...texts.keys()].sort()))
  printSizes()
}

function check(): void {
  const differing = [...texts].filter(([name, text]) => readCommitted(name) !== text).map(([name]) => name)
  const unexpected = readdirSync(target).filter(name => !texts.has(name) && !name.startsWith('differences-'))
  if (differing.length || unexpected.length) {
    console.error(
      `The committed schemas are not what Kubernetes ${kubernetesVersion} serves: ${[...differing, ...unexpected].join(', ')}. Run npm run schemas.`,
    )
    process.exit(1)
  }
  console.log(`${texts.size} schema files are what Kubernetes ${kubernetesVersion} serves`)
}

function readCommitted(name: string): string | null {
  try {
    return readFileSync(join(target, name), 'utf8')
  } catch {
    return null
  }
}

async function schemasOf(version: string, withCrds: boolean): Promise<SchemaSet> {
  const plane = await ControlPlane.start({
    repository,
    kubernetes: version,
    crds: withCrds ? crdSets : [],
    tell: line => console.log(line),
  })
  try {
    return arrangeFiles(describeServer(plane))
  } finally {
    await plane.stop()
  }
}

/** A definition a line, so that a new Kubernetes version is a diff that a person can read. */
function printFile(file: {
  readonly needs: readonly string[]
  readonly definitions: Readonly<Record<string, unknown>>
}): string {
  const lines = Object.entries(file.definitions).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  )
  return printLines(`{"needs":${JSON.stringify(file.needs)},"definitions":{`, lines, '}}')
}
function printDifference(difference: SchemaDifference): string {
  const { definitions, ...rest } = difference
  const lines = Object.entries(definitions).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
  return printLines(`{${JSON.stringify(rest).slice(1, -1)},"definitions":{`, lines, '}}')
}
function printLines(open: string, lines: readonly string[], close: string): string {
  return `${open}\n${lines.join(',\n')}\n${close}\n`
}

/** The loaders: bundlers make a chunk of each, so that only what is asked for is loaded. */
function printFileTable(names: readonly string[]): string {
  const rows = names.map(name => `  '${name.replace('.json', '')}': () => import('./data/${name}'),\n`)
  return `// Made by build/schemas/generate.ts (npm run schemas).\n/** Loads a file of data/ by its name without the ending. */\nexport const schemaFiles: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {\n${rows.join('')}}\n`
}

function printSizes(): void {
  let all = 0
  let packed = 0
  for (const [name, text] of [...texts].sort()) {
    const small = gzipSync(text).length
    all += text.length
    packed += small
    console.log(`${name.padEnd(44)}${kilobytes(text.length)}${kilobytes(small)} gzipped`)
  }
  const kinds = base.kinds.length
  console.log(`${`${texts.size} files, ${kinds} kinds`.padEnd(44)}${kilobytes(all)}${kilobytes(packed)} gzipped`)
}
function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(12)
}
