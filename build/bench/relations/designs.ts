import { dirname } from 'node:path'
import { ruleCases, type RuleCase } from '../../../shared/relations/rule-cases.test-data'
import type { PlainMap } from '../../../shared/yaml/plain'
import { printDocument } from '../../../shared/yaml/print'
import { USUAL_STYLE, type BlockStyle } from '../../../shared/yaml/print/block'
import { addFiles, emptyWorkspace, type Workspace } from '../../../shared/workspace/workspace'
import { seeded, type Random } from '../random'
import { corpusFolder, loadCorpus, type CorpusFile } from '../reading/corpus'

const LARGEST = 200_000

/** The folders of the corpus, each a design of its own, as a person opens them. Empty where there is no corpus. */
export function corpusDesigns(): readonly Workspace[] {
  const folder = corpusFolder()
  if (folder === null) return []
  const folders = new Map<string, CorpusFile[]>()
  for (const file of loadCorpus(folder)) {
    if (!/\.(ya?ml|json)$/.test(file.path) || file.path.startsWith('_') || file.text.length > LARGEST) continue
    folders.set(dirname(file.path), [...(folders.get(dirname(file.path)) ?? []), file])
  }
  return [...folders.values()].map(files => addFiles(emptyWorkspace(), files))
}

/** Designs around the case of a rule: its objects among those of other cases, in files and spellings as people have them. */
export function designsOf(one: RuleCase, count: number): readonly Workspace[] {
  const random = seeded(`designs ${one.rule}`)
  return Array.from({ length: count }, () => designOf(one, random))
}

function designOf(one: RuleCase, random: Random): Workspace {
  const style: BlockStyle = { ...USUAL_STYLE, seqStep: random.pick([0, 2]), mapStep: random.pick([2, 2, 4]) }
  const taken = new Set(one.objects.map(nameOf))
  const others = random.shuffle(ruleCases.flatMap(({ objects }) => objects)).filter(object => {
    const isNew = !taken.has(nameOf(object)) && !one.objects.some(({ kind }) => kind === object['kind'])
    if (isNew) taken.add(nameOf(object))
    return isNew
  })
  const documents = random
    .shuffle([...one.objects, ...others.slice(0, random.below(6))])
    .map(object => spelled(printDocument(object, style), random))
  const isOneFile = random.chance(0.5)
  const texts = isOneFile ? [documents.join('---\n')] : documents
  const lineBreak = random.chance(0.2) ? '\r\n' : '\n'
  const files = texts.map((text, number) => ({
    path: `${number}.yaml`,
    text: text.replaceAll('\n', lineBreak).slice(0, random.chance(0.1) ? -lineBreak.length : undefined),
  }))
  return addFiles(emptyWorkspace(), files)
}

function nameOf({ kind, metadata }: PlainMap): string {
  return `${String(kind)} ${JSON.stringify(metadata)}`
}

/** Comments and blank lines where people write them. */
function spelled(text: string, random: Random): string {
  const lines = text.split('\n').map(line => {
    const isEntry = /^ *[\w./-]+: \S+$/.test(line)
    if (isEntry && random.chance(0.15)) return `${line}   # said by hand`
    return /^\w+:$/.test(line) && random.chance(0.3) ? `# about ${line.slice(0, -1)}\n${line}` : line
  })
  return lines.join('\n')
}
