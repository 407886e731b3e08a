import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** How many times the saving process is killed; CHARTROOM_KILLS=1000 for the long run. */
const KILLS = Number(process.env.CHARTROOM_KILLS ?? 20)

const folder = mkdtempSync(join(tmpdir(), 'chartroom-kill-'))
const file = join(folder, 'a.yaml')
const texts = ['a', 'b'].map(letter => `# ${letter.repeat(400_000)}\n`)

/** A process that saves the two texts in turn, without end. */
const program = `
import { saveFile } from ${JSON.stringify(pathToFileURL(join(folder, 'save.mjs')).href)}
import { hashOf } from ${JSON.stringify(pathToFileURL(join(folder, 'bytes.mjs')).href)}
import { readFileSync } from 'node:fs'
const texts = ${JSON.stringify(texts)}
process.stdout.write('saving')
for (let n = 0; ; n++) {
  const now = readFileSync(${JSON.stringify(file)})
  const text = texts[n % 2]
  const saved = await saveFile(${JSON.stringify(folder)}, ${JSON.stringify(file)}, { path: 'a.yaml', text, expectedHash: hashOf(now) })
  if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved))
}
`

beforeAll(async () => {
  const source = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      outDir: join(folder, 'built'),
      rollupOptions: {
        input: { save: source('save.ts'), bytes: source('bytes.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  for (const name of ['save', 'bytes'])
    writeFileSync(join(folder, `${name}.mjs`), `export * from './built/${name}.js'\n`)
  writeFileSync(join(folder, 'built', 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'program.mjs'), program)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a process that is killed while it saves', () => {
  it(`leaves the old file or the new one, never less (${KILLS} kills)`, async () => {
    const seen = new Set<string>()
    for (let n = 0; n < KILLS; n++) {
      writeFileSync(file, texts[1]!)
      const child = spawn(process.execPath, [join(folder, 'program.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] })
      await new Promise(resolve => child.stdout.once('data', resolve))
      await new Promise(resolve => setTimeout(resolve, 1 + Math.random() * 40))
      const ended = new Promise(resolve => child.once('exit', (_status, signal) => resolve(signal)))
      child.kill('SIGKILL')
      expect(await ended).toBe('SIGKILL')
      const text = readFileSync(file, 'utf8')
      expect(texts.includes(text), `${text.length} characters of ${text.slice(0, 5)}`).toBe(true)
      seen.add(text)
    }
    // Otherwise the kills would all have come before the first save.
    expect(seen.size).toBe(2)
  }, 600_000)
})
