import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

export type CorpusFile = { readonly path: string; readonly text: string }

/** The folder of real manifests: CHARTROOM_CORPUS, or the one beside the repository; null where there is none. */
export function corpusFolder(): string | null {
  const folder = resolve(process.env['CHARTROOM_CORPUS'] ?? '../shared/corpus')
  return existsSync(folder) ? folder : null
}

/** Every manifest under a folder, in the order of its path. */
export function loadCorpus(folder: string): CorpusFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ya?ml|json|golden|template)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => ({ path: relative(folder, path), text: readFileSync(path, 'utf8') }))
}
