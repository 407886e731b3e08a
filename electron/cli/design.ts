import { kindsToLoad, knownOf, withKinds } from '../../shared/kinds/schemas/known'
import type { KubernetesVersion } from '../../shared/kinds/schemas/versions'
import { updateDesign } from '../../shared/workspace/design'
import type { Design } from '../../shared/workspace/design'
import { addFiles, emptyWorkspace } from '../../shared/workspace/workspace'
import type { GivenOptions } from './arguments'
import { readAllInputs } from './inputs'
import type { Input } from './inputs'
import { rulesFilesOf } from './rules-files'
import type { Terminal } from './terminal'

/** What PATH... holds, read as one workspace whose file paths are those that the command shows. */
export type LoadedDesign = {
  readonly design: Design
  readonly inputs: readonly Input[]
  /** Something could not be read: the command answers for the rest and ends with 3. */
  readonly isPartial: boolean
}

/** Reads PATH... into a design and names on standard error what could not be read. */
export async function loadDesign(
  paths: readonly string[],
  options: GivenOptions,
  terminal: Terminal,
): Promise<LoadedDesign> {
  const inputs = await readAllInputs([...(await rulesFilesOf(paths, terminal)), ...paths], terminal)
  const design = designOf(inputs, options.text('namespace') ?? undefined)
  let isPartial = false
  for (const input of inputs)
    if (!input.ok) {
      isPartial = true
      terminal.say(`chartroom: ${input.message}`)
    }
  for (const file of design.workspace.files.values())
    if (!file.failure && file.documents.some(document => document.holds === 'unreadable')) {
      isPartial = true
      terminal.say(`chartroom: ${file.path} holds a document that can't be read; the others are answered.`)
    }
  return { design, inputs, isPartial }
}

/** What was read, as one workspace; what could not be is a problem of it. */
export function designOf(inputs: readonly Input[], defaultNamespace = 'default'): Design {
  const files = inputs.map(input =>
    input.ok
      ? { path: input.path, text: input.text }
      : { path: input.path, failure: { code: input.code, message: input.message } },
  )
  return updateDesign(null, addFiles(emptyWorkspace({ defaultNamespace }), files))
}

/** The design with the problems that a version's own schemas find. */
export async function checkBySchema(
  design: Design,
  version: KubernetesVersion = design.known.version,
): Promise<Design> {
  const known = knownOf(version, design.known)
  const wanted = kindsToLoad(known, design.workspace.objects)
  return updateDesign(design, design.workspace, await withKinds(known, wanted))
}
