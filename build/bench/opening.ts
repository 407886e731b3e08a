import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parseAllDocuments } from 'yaml'
import { updateDesign } from '../../shared/workspace/design'
import { addFiles, applyChange, emptyWorkspace, type Workspace } from '../../shared/workspace/workspace'
import { corpusFolder, loadCorpus } from './reading/corpus'

/**
 * `npm run bench opening`: 5,000 objects from disk to data beside the `yaml` package on the same bytes, what they take of
 * memory, and one edit in a file of 3 MB until the new objects and until the new design. Exit 1 where a goal is missed.
 */
const OBJECTS = 5000
const LARGE = 3_000_000

const corpus = corpusFolder()
if (corpus === null) {
  console.log('Skipped: no corpus beside the repository (CHARTROOM_CORPUS says where it is)')
  process.exit(0)
}
const goals: boolean[] = []
const folder = mkdtempSync(join(tmpdir(), 'chartroom-opening-'))
try {
  const paths = writeObjects(loadCorpus(corpus).map(file => file.text))
  const texts = paths.map(path => readFileSync(join(folder, path), 'utf8'))
  const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6

  const ours = median(5, () => open(paths))
  const theirs = median(1, () => {
    for (const text of texts) for (const document of parseAllDocuments(text)) document.toJS({ maxAliasCount: -1 })
  })
  tell(
    `${OBJECTS} objects, ${megabytes.toFixed(1)} MB, from disk to data: ${ours.toFixed(0)} ms; yaml, from memory to data: ${theirs.toFixed(0)} ms, ${(theirs / ours).toFixed(1)} times as long`,
    theirs / ours >= 10,
  )
  const { bytes, workspace } = weigh(() => open(paths))
  tell(
    `memory ${(bytes / 1e6).toFixed(1)} MB, ${(bytes / 1e6 / megabytes).toFixed(1)} times the text, for ${workspace.objects.length} objects`,
    bytes / 1e6 / megabytes <= 3,
  )
  measureEdit(texts)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(goals.every(Boolean) ? 0 : 1)

/** Files of the corpus, again and again under other names, until there are as many objects as wanted. */
function writeObjects(texts: readonly string[]): readonly string[] {
  const readable = texts.filter(text => text.length < 100_000)
  const paths: string[] = []
  for (let objects = 0; objects < OBJECTS;) {
    const text = readable[paths.length % readable.length]!
    const path = `${String(paths.length).padStart(5, '0')}.yaml`
    objects += addFiles(emptyWorkspace(), [{ path, text }]).objects.length
    writeFileSync(join(folder, path), text)
    paths.push(path)
  }
  return paths
}

function open(paths: readonly string[]): Workspace {
  return addFiles(
    emptyWorkspace(),
    paths.map(path => ({ path, text: readFileSync(join(folder, path), 'utf8') })),
  )
}

function measureEdit(texts: readonly string[]): void {
  let text = ''
  for (let n = 0; text.length < LARGE; n++) text += `---\n${texts[n % texts.length]!.replace(/^---\n/, '')}\n`
  let design = updateDesign(null, addFiles(emptyWorkspace(), [{ path: 'a.yaml', text }]))
  const toObjects: number[] = []
  const toDesign: number[] = []
  for (let n = 0; n < 200; n++) {
    const { workspace } = design
    const object = workspace.objects[(n * 37) % workspace.objects.length]!
    const at =
      workspace.files.get('a.yaml')!.text.indexOf('name:', workspace.placeOf(object.id)!.from) + 'name: '.length
    const started = performance.now()
    const edit = { type: 'edit', splices: [{ from: at, to: at, insert: 'x' }] } as const
    const applied = applyChange(workspace, { says: 'Edit', files: new Map([['a.yaml', edit]]) })
    toObjects.push(performance.now() - started)
    design = updateDesign(design, applied.workspace)
    toDesign.push(performance.now() - started)
  }
  const [objects, whole] = [share95(toObjects), share95(toDesign)]
  tell(
    `one edit in a file of ${(text.length / 1e6).toFixed(1)} MB with ${design.workspace.objects.length} objects: ${objects.toFixed(1)} ms to the new objects, ${whole.toFixed(1)} ms to the new design (95 of 100)`,
    objects <= 16,
  )
}

function tell(line: string, isMet: boolean): void {
  console.log(`${isMet ? ' ' : '!'} ${line}`)
  goals.push(isMet)
}

function median(times: number, work: () => unknown): number {
  const taken = Array.from({ length: times }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)]!
}

function share95(taken: readonly number[]): number {
  return [...taken].sort((a, b) => a - b)[Math.floor(taken.length * 0.95)]!
}

/** What stays of the heap. Strings are in it, so the text itself counts. */
function weigh(make: () => Workspace): { readonly bytes: number; readonly workspace: Workspace } {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  const used = (): number => {
    if (typeof collect === 'function') collect()
    return process.memoryUsage().heapUsed
  }
  const before = used()
  const workspace = make()
  return { bytes: used() - before, workspace }
}
