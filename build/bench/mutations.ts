import { plainOf } from '../../shared/yaml/meaning'
import { readFile } from '../../shared/yaml/read/read-file'
import { corpusFolder, loadCorpus } from './reading/corpus'
import { damage, monsters } from './reading/damage'
import { seeded } from './reading/seeded'

/**
 * `npm run bench mutations [COUNT]`: damaged manifests and made monsters, read and meant. Nothing may throw, take over a
 * second, or come back without a tree and without a reason. Exit 1 where one does.
 */
const count = Number(process.argv[2] ?? 100_000)
const folder = corpusFolder()
if (folder === null) {
  console.log('Skipped: no corpus beside the repository (CHARTROOM_CORPUS says where it is)')
  process.exit(0)
}
const bases = loadCorpus(folder)
  .map(file => file.text)
  .filter(text => text.length > 40 && text.length < 24_000)

const failures: string[] = []
let slowest = { milliseconds: 0, what: '' }
let unreadable = 0

function judge(what: string, text: string): void {
  const started = process.cpuUsage()
  try {
    for (const reading of readFile(text)) {
      plainOf(text, reading.root)
      if (reading.root !== null) continue
      const source = text.slice(reading.piece.from, reading.piece.to)
      if (reading.problems.length > 0) unreadable++
      else if (/^[^\s#]/m.test(source.replace(/[\r\u0085\u2028\u2029]/g, '\n')))
        failures.push(`${what}: lost in silence`)
    }
  } catch (error) {
    failures.push(`${what}: ${String(error)}`)
  }
  // Of this process: what else the machine does is not the reader's.
  const { user, system } = process.cpuUsage(started)
  const milliseconds = (user + system) / 1000
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, what }
  if (milliseconds > 1000) failures.push(`${what}: ${milliseconds.toFixed(0)} ms`)
}

for (const monster of monsters()) judge(monster.what, monster.text)
const random = seeded(5)
for (let i = 0; i < count; i++) {
  const base = bases[Math.floor(random() * bases.length)]!
  judge(`mutation ${i}`, damage(random, base))
}

console.log(
  `${count} damaged files and ${monsters().length} monsters: ${failures.length} failures, ${unreadable} documents unreadable with their reason`,
)
console.log(`slowest ${slowest.milliseconds.toFixed(0)} ms: ${slowest.what}`)
for (const failure of failures.slice(0, 20)) console.log(`  ${failure}`)
process.exit(failures.length === 0 ? 0 : 1)
