import { loadAll } from 'js-yaml'
import { parseAllDocuments } from 'yaml'
import { plainOf } from '../../../shared/yaml/meaning'
import { readFile } from '../../../shared/yaml/read/read-file'
import type { CorpusFile } from './corpus'

export type Timed = { readonly name: string; readonly milliseconds: number }

/** The best time of several runs over all files, for our two ways and, last, js-yaml and `yaml`. */
export function measureSpeed(files: readonly CorpusFile[]): Timed[] {
  const ways: readonly (readonly [string, (text: string) => unknown])[] = [
    ['tree with ranges', readFile],
    ['tree and plain data', text => readFile(text).map(reading => plainOf(text, reading.root, reading.root))],
    ['js-yaml 4', text => orNull(() => loadAll(text))],
    ['yaml parseAllDocuments', text => orNull(() => parseAllDocuments(text, { logLevel: 'silent' }))],
  ]
  const best = ways.map(() => Infinity)
  // In turns, so that a busy machine is busy for all of them; the slowest way needs no warm-up to be slow.
  for (let round = 0; round < ROUNDS; round++) {
    ways.forEach(([, read], i) => {
      if (i === ways.length - 1 && round >= 2) return
      const started = performance.now()
      for (const file of files) read(file.text)
      best[i] = Math.min(best[i]!, performance.now() - started)
    })
  }
  return ways.map(([name], i) => ({ name, milliseconds: best[i]! }))
}

const ROUNDS = 8

/** The others throw on texts that they can't read. */
function orNull(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return null
  }
}
