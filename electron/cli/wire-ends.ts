import type { KubeObject } from '../../shared/workspace/kube-object'
import type { CommandCall } from './command'
import { loadDesign } from './design'
import type { LoadedDesign } from './design'
import { findReference } from './reference'
import type { ExitStatus } from './terminal'

export type WireEnds =
  | {
      readonly ok: true
      readonly loaded: LoadedDesign
      /** '' for the form without a rule. */
      readonly rule: string
      readonly from: KubeObject
      readonly to: KubeObject
    }
  | { readonly ok: false; readonly status: ExitStatus }

/** Reads `PATH... RULE FROM TO` (or `PATH... FROM TO`): the last words name the relation, those before are paths. */
export async function findWireEnds(
  { words, options, terminal, misused }: CommandCall,
  form: 'RULE FROM TO' | 'FROM TO',
): Promise<WireEnds> {
  const tail = form === 'FROM TO' ? 2 : 3
  const paths = words.slice(0, -tail)
  const [from, to] = words.slice(-2)
  if (paths.length === 0 || from === undefined || to === undefined)
    return { ok: false, status: misused(`Expected PATH... ${form}.`) }
  const loaded = await loadDesign(paths, options, terminal)
  const ends = [from, to].map(reference => findReference(loaded.design.workspace, reference, options.text('namespace')))
  const objects: KubeObject[] = []
  for (const end of ends) {
    if (!end.ok) {
      end.lines.forEach(terminal.say)
      return { ok: false, status: end.status }
    }
    objects.push(end.object)
  }
  const [fromObject, toObject] = objects
  return { ok: true, loaded, rule: tail === 3 ? words.at(-3)! : '', from: fromObject!, to: toObject! }
}
