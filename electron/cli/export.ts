import { resolve } from 'node:path'
import { exportManifests, withoutSecrets } from '../../shared/workspace/export-manifests'
import type { ExportedFile } from '../../shared/workspace/export-manifests'
import type { KubeObject } from '../../shared/workspace/kube-object'
import type { Workspace } from '../../shared/workspace/workspace'
import { saveFile } from '../backend/files/save'
import type { GivenOptions } from './arguments'
import type { CommandCall } from './command'
import { loadDesign } from './design'
import { findReference } from './reference'
import type { ExitStatus, Terminal } from './terminal'

/**
 * `export PATH...`: the objects as they are written, in files of their own or in one. Never over a file that is there.
 * Secrets come along only when they are asked for, all of them or by name.
 */
export async function runExport({ words, options, terminal, misused }: CommandCall): Promise<ExitStatus> {
  if (words.length === 0) return misused('Which files? Give paths, or - for standard input.')
  const [form, another] = (['to', 'one-file', 'kustomize'] as const).filter(name => options.has(name))
  if (form === undefined || another !== undefined) return misused('Give one of --to, --one-file and --kustomize.')
  const target = options.text(form) ?? ''

  const { design, isPartial } = await loadDesign(words, options, terminal)
  const objects = chosenObjects(design.workspace, options, terminal)
  if (!objects.ok) return objects.status
  const { files, notes } = exportManifests(design.workspace, objects.chosen, form === 'to' ? 'files' : form)
  for (const note of notes) terminal.say(`chartroom export: ${note}`)
  if (form === 'one-file' && target === '-') {
    for (const { text } of files) terminal.out(text)
    return isPartial ? 3 : 0
  }
  const status =
    form === 'one-file'
      ? await writeNew(
          terminal.cwd,
          files.map(({ text }) => ({ path: target, text })),
          terminal,
        )
      : await writeNew(resolve(terminal.cwd, target), files, terminal)
  return status === 0 && isPartial ? 3 : status
}

type Chosen =
  { readonly ok: true; readonly chosen: readonly KubeObject[] } | { readonly ok: false; readonly status: ExitStatus }

function chosenObjects(workspace: Workspace, options: GivenOptions, terminal: Terminal): Chosen {
  const only = options.all('only')
  if (only.length === 0) {
    const chosen = options.has('with-secrets') ? workspace.objects : withoutSecrets(workspace.objects)
    const left = workspace.objects.length - chosen.length
    if (left > 0)
      terminal.say(
        `chartroom export: ${left} ${left === 1 ? 'Secret' : 'Secrets'} left out; --with-secrets takes them along.`,
      )
    return { ok: true, chosen }
  }
  const chosen = new Set<KubeObject>()
  for (const reference of only) {
    const found = findReference(workspace, reference, options.text('namespace'))
    if (!found.ok) {
      found.lines.forEach(terminal.say)
      return { ok: false, status: found.status }
    }
    chosen.add(found.object)
  }
  return { ok: true, chosen: workspace.objects.filter(object => chosen.has(object)) }
}

async function writeNew(folder: string, files: readonly ExportedFile[], terminal: Terminal): Promise<ExitStatus> {
  for (const { path, text } of files) {
    // The folder of the export need not be there yet: the working directory is what must be.
    const saved = await saveFile(terminal.cwd, resolve(folder, path), { path, text, expectedHash: null })
    if (saved.outcome === 'saved') terminal.say(`wrote ${path}`)
    else {
      const why = saved.outcome === 'failed' ? saved.message : `${path} is there already; nothing is written over it.`
      terminal.say(`chartroom export: ${why}`)
      return saved.outcome === 'failed' ? 4 : 1
    }
  }
  return 0
}
