import { loadAll } from 'js-yaml'
import { parseAllDocuments } from 'yaml'
import { plainOf } from '../../../shared/yaml/meaning'
import { readFile } from '../../../shared/yaml/read/read-file'
import type { CorpusFile } from './corpus'

export type Timed = { readonly name: string; readonly milliseconds: number }

/** The best time of several runs over all files, for our two ways and, last, js-yaml and `yaml`. */
export function measureSpeed(files: readonly CorpusFile[]): Timed[] {
  const ways: readonly (readonly [string, number, (text: string) => unknown])[] = [
    ['tree with ranges', 7, readFile],
    ['tree and plain data', 7, text => readFile(text).map(reading => plainOf(text, reading.root))],
    ['js-yaml 4', 4, text => orNull(() => loadAll(text))],
    ['yaml parseAllDocuments', 2, text => orNull(() => parseAllDocuments(text, { logLevel: 'silent' }))],
  ]
  return ways.map(([name, runs, read]) => {
    let milliseconds = Infinity
    for (let run = 0; run < runs; run++) {
      const started = performance.now()
      for (const file of files) read(file.text)
      milliseconds = Math.min(milliseconds, performance.now() - started)
    }
    return { name, milliseconds }
  })
}

/** The others throw on texts that they can't read. */
function orNull(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return null
  }
}
