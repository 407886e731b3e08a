import { plainOf } from '../../../shared/yaml/meaning'
import type { PlainValue } from '../../../shared/yaml/plain'
import { readFile } from '../../../shared/yaml/read/read-file'
import type { CorpusFile } from './corpus'
import { meaningOfPlain } from './meaning-of'
import type { KubectlReading } from './kubectl'

/** How our reading of the same files compares with kubectl's. */
export type KubectlAgreement = {
  same: number
  /** Both refuse, kubectl while reading it or, where it is no map, when it looks for an object in it. */
  refused: number
  different: string[]
  /** kubectl reads it, we say why we don't. */
  weRefuse: string[]
  /** We read what kubectl refuses. */
  kubectlRefuses: string[]
}

/** Compares the data of every document, up to the one in each file that kubectl refuses. */
export function compareWithKubectl(
  files: readonly CorpusFile[],
  theirs: ReadonlyMap<string, KubectlReading>,
): KubectlAgreement {
  const result: KubectlAgreement = { same: 0, refused: 0, different: [], weRefuse: [], kubectlRefuses: [] }
  for (const file of files) {
    const kubectl = theirs.get(file.path)!
    const ours = ourObjects(file.text)
    for (const [index, object] of kubectl.objects) {
      const mine = ours.get(index)
      if (mine?.object === object) result.same++
      else if (mine?.problem != null && !object.startsWith('{')) result.refused++
      else if (mine?.problem != null) result.weRefuse.push(`${file.path} document ${index}: ${mine.problem}`)
      else
        result.different.push(
          `${file.path} document ${index}: ${mine?.object?.slice(0, 150)} <> ${object.slice(0, 150)}`,
        )
    }
    const { refused } = kubectl
    if (refused === null) continue
    const mine = ours.get(refused.index)
    if (mine?.problem != null) result.refused++
    else result.kubectlRefuses.push(`${file.path} document ${refused.index}: ${refused.why}`)
  }
  return result
}

function ourObjects(text: string): Map<number, { readonly object: string | null; readonly problem: string | null }> {
  const objects = new Map<number, { object: string | null; problem: string | null }>()
  for (const reading of readFile(text)) {
    const error = reading.problems.find(problem => problem.severity === 'error')
    const meaning = plainOf(text, reading.root)
    const problem = error?.message ?? (meaning.ok ? null : meaning.problem.message)
    objects.set(reading.piece.index, { object: meaning.ok ? textOf(meaning.value) : null, problem })
  }
  return objects
}

function textOf(value: PlainValue): string | null {
  return value === null ? null : meaningOfPlain(value)
}
