import { applySplices, invertSplices } from '../../shared/text/splice'
import type { EditTarget } from '../../shared/yaml/edit/edit-plan'
import { patchPlain } from '../../shared/yaml/edit/patch-plain'
import { planPatch } from '../../shared/yaml/edit/plan-patch'
import {
  editableDocument,
  generateEdit,
  type EditableDocument,
  type GeneratedEdit,
} from '../../shared/yaml/edit/testing/generate-edit'
import { generateFile } from '../../shared/yaml/edit/testing/generate-file'
import { judgeEdit } from '../../shared/yaml/edit/testing/judge-edit'
import { seeded, type Random } from '../../shared/yaml/edit/testing/random'
import { textAt } from '../../shared/yaml/plain'
import { cutDocuments } from '../../shared/yaml/read/cut'
import type { DocumentPiece } from '../../shared/yaml/tree'
import { rivals } from './fidelity/rivals'
import { Tally, type Outcome } from './fidelity/tally'
import { corpusFolder, loadCorpus } from './reading/corpus'
import { readByKubectl } from './reading/kubectl'
import { misread, type WrittenFile } from './reading/written'

/**
 * `npm run bench:fidelity [-- --all] [-- --tell]`: edits of the corpus and of generated files in every style, judged by the
 * text alone, beside the same edits through programs that print documents. `--all` runs every object and 50,000 generated
 * edits. Fails where an edit is wrong, loses a comment or can't be undone, where under 99.9% are exact or over 0.1% refused
 * (edits of values that are shared are not counted: they are refused until un-sharing is asked for).
 */
const isAll = process.argv.includes('--all')
const doesTell = process.argv.includes('--tell')
const USUAL_KINDS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Service', 'ConfigMap', 'Ingress'])
/** Files; about one in twenty holds nothing to edit, and `--all` promises 50,000 edits. */
const GENERATED = isAll ? 54_000 : 4_000

/** Edited documents that kubectl's own reader has not judged yet, and what it must read. */
let unjudged: WrittenFile[] = []
let judged = 0
const misreadings: string[] = []
let isWithoutGo = false

type Groups = { readonly ours: Tally; readonly back: Tally; readonly rivals: ReadonlyMap<string, Tally> }
type Subject = {
  readonly name: string
  readonly text: string
  readonly piece: DocumentPiece
  readonly document: EditableDocument
}

const started = performance.now()
const groups = [
  run(
    'usual kinds of the corpus',
    corpusSubjects(kind => USUAL_KINDS.has(kind)),
    isAll ? 8 : 1,
  ),
  run(
    'other kinds of the corpus',
    corpusSubjects(kind => !USUAL_KINDS.has(kind)),
    isAll ? 4 : 1,
  ),
  run('generated files', generatedSubjects(GENERATED), 1),
]
judgeByKubectl()
console.log(
  isWithoutGo
    ? "Not judged by kubectl's own reader, which needs Go"
    : `read by kubectl as RFC 6902 has it ${judged - misreadings.length} of ${judged}`,
)
for (const line of misreadings.slice(0, 10)) console.log(`  read otherwise: ${line}`)
const large = millisecondsInLargeFile()
console.log(
  `one edit in a file of 3 MB: ${large.toFixed(1)} ms; all in ${((performance.now() - started) / 1000).toFixed(0)} s`,
)
const bad = groups.reduce(
  (n, { ours }) => n + ours.of('wrong') + ours.of('comment lost') + ours.of('not undone') + ours.of('threw'),
  0,
)
const edits = groups.reduce((n, { ours }) => n + ours.edits, 0)
const exact = groups.reduce((n, { ours }) => n + ours.of('exact'), 0)
const refused = groups.reduce((n, { ours }) => n + ours.refused, 0)
const shared = groups.reduce((n, { ours }) => n + ours.of('refused shared-by-alias'), 0)
const percent = (n: number): string => `${((100 * n) / Math.max(1, edits - shared)).toFixed(3)}%`
console.log(
  `edits ${edits}, of which ${shared} refused since another place shares the value; of the others exact ${percent(exact)}, refused ${percent(refused)}; wrong or lost ${bad}`,
)
const isMet = bad + misreadings.length === 0 && exact >= 0.999 * (edits - shared) && refused <= 0.001 * (edits - shared)
process.exitCode = isMet ? 0 : 1

/** Asked for thousands of documents at a time: each start of the reader costs. */
function judgeByKubectl(): void {
  const files = unjudged.map((file, i) => ({ ...file, path: `${i} ${file.path}` }))
  unjudged = []
  if (isWithoutGo || files.length === 0) return
  const theirs = readByKubectl(files)
  if (theirs === null) isWithoutGo = true
  else misreadings.push(...misread(files, theirs))
  judged += files.length
}

function run(title: string, subjects: Iterable<Subject>, each: number): Groups {
  const group: Groups = {
    ours: new Tally(),
    back: new Tally(),
    rivals: new Map(rivals.map(rival => [rival.name, new Tally()])),
  }
  for (const subject of subjects) {
    const r = seeded(`fidelity ${subject.name} ${subject.piece.index}`)
    for (let i = 0; i < each; i++) tryEdit(group, subject, r)
  }
  group.ours.print(title, doesTell)
  group.back.print('  taken back by the inverse edit', doesTell)
  for (const [name, tally] of group.rivals) tally.print(`  ${name}`, false)
  return group
}

function tryEdit(group: Groups, subject: Subject, r: Random): void {
  const { text, piece, document, name } = subject
  const edit = generateEdit(r, document)
  if (edit === null) return
  const target = { document: piece.index, item: null }
  const example = (): string => `${name} document ${piece.index} ${JSON.stringify(edit.operation).slice(0, 160)}`
  group.ours.add(ourOutcome(group, subject, edit, target, example), example)
  if (cutDocuments(text).length > 1) return
  for (const rival of rivals) group.rivals.get(rival.name)!.add(rivalOutcome(rival.edit, subject, edit), example)
}

function ourOutcome(
  group: Groups,
  subject: Subject,
  edit: GeneratedEdit,
  target: EditTarget,
  example: () => string,
): Outcome {
  const { text, piece, document } = subject
  const plan = planPatch(text, target, [edit.operation])
  if (!plan.ok) return { refused: plan.code }
  const after = applySplices(text, plan.splices)
  if (applySplices(after, invertSplices(text, plan.splices)) !== text) return 'not undone'
  const verdict = judgeEdit(text, piece, document.draft, edit, after)
  const wanted = patchPlain(document.draft.plain, [edit.operation])
  const now = cutDocuments(after)[piece.index]
  // An empty document is none to kubectl, and what follows one that it refuses is never read.
  if (wanted !== null && now) unjudged.push({ path: example(), text: after.slice(now.from, now.to), expected: wanted })
  if (unjudged.length >= 5_000) judgeByKubectl()
  if (verdict === 'exact' && edit.inverse !== null) {
    const back = planPatch(after, target, [edit.inverse])
    const isSame = back.ok && applySplices(after, back.splices) === text
    group.back.add(isSame ? 'exact' : back.ok ? 'line changed' : { refused: back.code }, example)
  }
  return verdict
}

function rivalOutcome(make: (typeof rivals)[number]['edit'], subject: Subject, edit: GeneratedEdit): Outcome {
  try {
    const after = make(subject.text, edit.operation)
    if (after === null) return { refused: 'cannot-edit-in-place' }
    return judgeEdit(subject.text, subject.piece, subject.document.draft, edit, after)
  } catch {
    return 'threw'
  }
}

function* corpusSubjects(wants: (kind: string) => boolean): Generator<Subject> {
  const folder = corpusFolder()
  if (folder === null) {
    console.log('Skipped: no corpus (set CHARTROOM_CORPUS)')
    return
  }
  for (const file of loadCorpus(folder)) {
    for (const piece of cutDocuments(file.text)) {
      const document = editableDocument(file.text, piece)
      const kind = document === null ? null : textAt(document.draft.plain, 'kind')
      if (document !== null && kind !== null && wants(kind)) yield { name: file.path, text: file.text, piece, document }
    }
  }
}

function* generatedSubjects(count: number): Generator<Subject> {
  for (let i = 0; i < count; i++) {
    const r = seeded(`file ${i}`)
    const text = generateFile(r)
    const piece = r.pick(cutDocuments(text))
    const document = editableDocument(text, piece)
    if (document !== null) yield { name: `generated ${i}`, text, piece, document }
  }
}

function millisecondsInLargeFile(): number {
  const data = Array.from({ length: 40 }, (_, i) => `  key-${i}: value ${i}\n`).join('')
  const text = Array.from({ length: 4000 }, () => `kind: ConfigMap\ndata:\n${data}`).join('---\n')
  const plan = (i: number): void =>
    void planPatch(text, { document: 2000 + i, item: null }, [{ op: 'replace', path: '/data/key-7', value: 'x' }])
  for (let i = 0; i < 10; i++) plan(i)
  const before = performance.now()
  for (let i = 0; i < 30; i++) plan(i)
  return (performance.now() - before) / 30
}
