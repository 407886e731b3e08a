import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addFiles, emptyWorkspace } from '../../shared/workspace/workspace'
import type { KubeObject } from '../../shared/workspace/kube-object'

const folder = process.env.CHARTROOM_CORPUS ?? '../shared/corpus'

/** Why there is no corpus here, or null. */
export const whyNoCorpus: string | null = existsSync(folder) ? null : `there is no corpus at ${folder}`

/** A few objects of each kind in the corpus, of the shortest files: the first ones that are found. */
export function corpusObjects(ofEachKind: number): readonly KubeObject[] {
  const files = walk(folder)
    .filter(path => /\.(ya?ml|json)$/.test(path) && !path.includes('_synthetic'))
    .map(path => ({ path, text: readFileSync(path, 'utf8') }))
    .toSorted((a, b) => b.text.length - a.text.length)
  const counts = new Map<string, number>()
  return addFiles(emptyWorkspace(), files).objects.filter(({ apiVersion, kind, name }) => {
    const count = counts.get(`${apiVersion} ${kind}`) ?? 0
    if (name === null || count >= ofEachKind) return false
    counts.set(`${apiVersion} ${kind}`, count + 1)
    return true
  })
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? walk(path) : [path]
  })
}
