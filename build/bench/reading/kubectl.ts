import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { meaningOf } from './meaning-of'
import type { CorpusFile } from './corpus'

/** What kubectl's own reader makes of a file: the documents that aren't empty, as JSON, up to one it refuses. */
export type KubectlReading = {
  readonly objects: ReadonlyMap<number, string>
  readonly refused: { readonly index: number; readonly why: string } | null
}

/** Reads files with the reader that is in kubectl (build/bench/readyaml); null where Go isn't installed. */
export function readByKubectl(files: readonly CorpusFile[]): ReadonlyMap<string, KubectlReading> | null {
  const program = buildReader()
  if (program === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-reading-'))
  try {
    const names = files.map((file, i) => {
      const name = join(folder, `${i}.yaml`)
      writeFileSync(name, file.text)
      return name
    })
    const ran = spawnSync(program, { input: names.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 30 })
    if (ran.status !== 0) throw new Error(`readyaml failed: ${ran.stderr}`)
    return sortLines(ran.stdout, new Map(names.map((name, i) => [name, files[i]!.path])))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function buildReader(): string | null {
  const out = join(process.cwd(), 'dist', 'bench', 'readyaml')
  mkdirSync(join(out, '..'), { recursive: true })
  const built = spawnSync('go', ['build', '-o', out, '.'], {
    cwd: join(process.cwd(), 'build/bench/readyaml'),
    encoding: 'utf8',
  })
  if (built.error !== undefined) return null
  if (built.status !== 0) throw new Error(`readyaml doesn't build: ${built.stderr}`)
  return out
}

type Line = { readonly file: string; readonly index: number; readonly object?: unknown; readonly error?: string }

function readLine(line: string): Line {
  return JSON.parse(line) as Line
}

function sortLines(output: string, paths: ReadonlyMap<string, string>): ReadonlyMap<string, KubectlReading> {
  const readings = new Map<string, { objects: Map<number, string>; refused: KubectlReading['refused'] }>()
  for (const path of paths.values()) readings.set(path, { objects: new Map(), refused: null })
  for (const text of output.split('\n')) {
    if (text === '') continue
    const line = readLine(text)
    const reading = readings.get(paths.get(line.file) ?? '')
    if (reading === undefined) continue
    if (line.error !== undefined) reading.refused = { index: line.index, why: line.error }
    // The object's own digits: JSON.parse would round what is beyond 2^53.
    else reading.objects.set(line.index, meaningOf(text.slice(text.indexOf('"object":') + '"object":'.length, -1)))
  }
  return readings
}
