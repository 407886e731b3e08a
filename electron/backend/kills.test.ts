import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRecovery } from './recovery'

/** How many times each process is killed; `npm run bench kills` does it a thousand times. */
const KILLS = Number(process.env.CHARTROOM_KILLS ?? 15)

const folder = mkdtempSync(join(tmpdir(), 'chartroom-kill-'))
const built = join(folder, 'built')
const saves = join(folder, 'saves')
const keeps = join(folder, 'keeps')
const texts = ['a', 'b'].map(letter => `# ${letter.repeat(400_000)}\n`)

/** Saves the two texts in turn, without end. */
const savingProgram = `
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hashOf } from './bytes.js'
import { saveFile } from './save.js'
const [folder, ...texts] = ${JSON.stringify([saves, ...texts])}
const path = folder + '/a.yaml'
mkdirSync(folder, { recursive: true })
writeFileSync(path, texts[1])
process.stdout.write('writing')
for (let n = 0; ; n++) {
  const expectedHash = hashOf(readFileSync(path))
  const saved = await saveFile(folder, path, { path: 'a.yaml', text: texts[n % 2], expectedHash })
  if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved))
}
`

/** Keeps the two texts in turn as unsaved work, without end. */
const keepingProgram = `
import { createRecovery } from './recovery.js'
const [folder, ...texts] = ${JSON.stringify([keeps, ...texts])}
const recovery = createRecovery(folder)
const keep = text => recovery.keep('w1', { folder: '/shop', files: [{ path: 'a.yaml', text, savedHash: null }] })
await keep(texts[1])
process.stdout.write('writing')
for (let n = 0; ; n++) await keep(texts[n % 2])
`

beforeAll(async () => {
  const source = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      outDir: built,
      rollupOptions: {
        input: { save: source('files/save.ts'), bytes: source('files/bytes.ts'), recovery: source('recovery.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  writeFileSync(join(built, 'package.json'), '{"type":"module"}')
  writeFileSync(join(built, 'saving.js'), savingProgram)
  writeFileSync(join(built, 'keeping.js'), keepingProgram)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Kills the process at random moments of its writing and asks each time what is left. */
async function killAgainAndAgain(program: string, left: () => Promise<string>): Promise<ReadonlySet<string>> {
  const seen: string[] = []
  for (let n = 0; n < KILLS; n++) {
    const child = spawn(process.execPath, [join(built, program)], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise(resolve => child.stdout.once('data', resolve))
    await new Promise(resolve => setTimeout(resolve, 1 + Math.random() * 40))
    const ended = new Promise(resolve => child.once('exit', (_status, signal) => resolve(signal)))
    child.kill('SIGKILL')
    expect(await ended).toBe('SIGKILL')
    const text = await left()
    expect(texts.includes(text), `${text.length} characters of ${text.slice(0, 5)}`).toBe(true)
    seen.push(text)
  }
  const [first, second] = texts.map(text => seen.filter(each => each === text).length)
  console.log(`${program}: killed ${KILLS} times; whole each time, ${first} times the one text, ${second} the other`)
  return new Set(seen)
}

describe('a process that is killed', () => {
  it(`while it saves leaves the old file or the new one, never less (${KILLS} kills)`, async () => {
    const seen = await killAgainAndAgain('saving.js', async () => readFileSync(join(saves, 'a.yaml'), 'utf8'))
    // Otherwise the kills would all have come before the first save.
    expect(seen.size).toBe(2)
  }, 1_800_000)

  it(`while it keeps unsaved work leaves the old work or the new, which is offered (${KILLS} kills)`, async () => {
    const seen = await killAgainAndAgain('keeping.js', async () => {
      // As the next start does it.
      const recovery = createRecovery(keeps)
      const [kept] = await recovery.list()
      return kept ? ((await recovery.take(kept.id)).files[0]?.text ?? '') : ''
    })
    expect(seen.size).toBe(2)
    // What was being written when it was killed is no work, and in nobody's way.
    expect(readdirSync(keeps).filter(name => name.endsWith('.unsaved'))).toEqual(['w1.unsaved'])
  }, 1_800_000)
})
