import { compareWithYaml } from './reading/agreement'
import { corpusFolder, loadCorpus } from './reading/corpus'
import { readByKubectl } from './reading/kubectl'
import { compareWithKubectl } from './reading/kubectl-agreement'
import { measureSpeed } from './reading/speed'
import { spellings } from './reading/spellings'
import type { CorpusFile } from './reading/corpus'
import { misread, writeStrings } from './reading/written'

/**
 * `npm run bench:reading`: is every document read as `yaml` and kubectl read it, how much of it by our own reader, and
 * how fast. Exit 1 where a promise doesn't hold.
 */
const folder = corpusFolder()
if (folder === null) {
  console.log('Skipped: no corpus beside the repository (CHARTROOM_CORPUS says where it is)')
  process.exit(0)
}
const files = loadCorpus(folder)
const megabytes = files.reduce((sum, file) => sum + file.text.length, 0) / 1e6
const promises: boolean[] = []

const trees = compareWithYaml(files)
const compared = trees.equal + trees.asKubectl.length + trees.different.length
console.log(`${files.length} files, ${megabytes.toFixed(1)} MB, ${trees.documents} documents`)
console.log(`equal to yaml      ${trees.equal} of ${compared}, ${trees.asKubectl.length} where kubectl reads otherwise`)
console.log(
  `read by our reader ${share(trees.documents - trees.leftToYaml, trees.documents)}, left to yaml ${trees.leftToYaml}`,
)
console.log(
  `read by neither    ${trees.unreadable}; by us alone ${trees.onlyOurs.length}, by yaml alone ${trees.onlyYaml.length}`,
)
tell('differs', trees.different)
tell('kubectl reads otherwise', trees.asKubectl)
tell('yaml alone reads', trees.onlyYaml)
tell('we alone read', trees.onlyOurs)
promises.push(trees.different.length === 0, trees.leftToYaml / trees.documents < 0.002)

promises.push(judgedByKubectl('corpus objects', files))
promises.push(judgedByKubectl('generated spellings', spellings(24_000)))
promises.push(writtenAsMeant())

const speed = measureSpeed(files)
console.log('')
for (const row of speed)
  console.log(
    `${row.name.padEnd(26)}${row.milliseconds.toFixed(0).padStart(6)} ms ${((megabytes * 1000) / row.milliseconds).toFixed(1).padStart(7)} MB/s`,
  )
const [tree, data, jsYaml, yaml] = speed.map(row => row.milliseconds)
console.log(
  `tree: ${(yaml! / tree!).toFixed(1)} times as fast as yaml; tree and data: ${(yaml! / data!).toFixed(1)} times yaml, ${(jsYaml! / data!).toFixed(1)} times js-yaml`,
)
promises.push(yaml! / tree! >= 15, data! <= jsYaml!)

process.exit(promises.every(Boolean) ? 0 : 1)

function judgedByKubectl(what: string, judged: readonly CorpusFile[]): boolean {
  const theirs = readByKubectl(judged)
  if (theirs === null) {
    console.log(`${what}: not compared with kubectl's reader, which needs Go`)
    return true
  }
  const found = compareWithKubectl(judged, theirs)
  console.log(
    `${what} as kubectl reads them ${share(found.same, found.same + found.different.length + found.weRefuse.length)}; different ${found.different.length}, we refuse ${found.weRefuse.length}; refused by both ${found.refused}, by kubectl alone ${found.kubectlRefuses.length}`,
  )
  tell('differs', found.different)
  tell('we refuse', found.weRefuse)
  tell('kubectl refuses', found.kubectlRefuses)
  return found.different.length === 0 && found.weRefuse.length === 0 && found.kubectlRefuses.length === 0
}

/** A string that the editor wrote is that string to kubectl. */
function writtenAsMeant(): boolean {
  const { files, refused } = writeStrings(20_000)
  const theirs = readByKubectl(files)
  if (theirs === null) return true
  const wrong = misread(files, theirs)
  console.log(
    `strings that the editor wrote, as kubectl reads them ${share(files.length - wrong.length, files.length)}; the editor refused ${refused.length}`,
  )
  tell('is read otherwise', wrong)
  tell('is not written', refused)
  return wrong.length === 0 && refused.length === 0
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${((100 * part) / whole).toFixed(2)}%)`
}

function tell(what: string, lines: readonly string[]): void {
  for (const line of lines.slice(0, 5)) console.log(`  ${what}: ${line.slice(0, 160)}`)
}
