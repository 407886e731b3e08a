import { resolve } from 'node:path'
import { documentText } from '../../shared/workspace/document-text'
import type { KubeObject } from '../../shared/workspace/kube-object'
import type { Workspace } from '../../shared/workspace/workspace'
import { printDocument } from '../../shared/yaml/print'
import { saveFile } from '../backend/files/save'
import type { CommandCall } from './command'
import { loadDesign } from './design'
import { exportPaths } from './export-paths'
import { findReference } from './reference'
import type { ExitStatus, Terminal } from './terminal'

type File = { readonly path: string; readonly text: string }

/** `export PATH...`: the objects as they are written, in files of their own or in one. Never over a file that is there. */
export async function runExport({ words, options, terminal, misused }: CommandCall): Promise<ExitStatus> {
  if (words.length === 0) return misused('Which files? Give paths, or - for standard input.')
  const [form, another] = ['to', 'one-file', 'kustomize'].filter(name => options.has(name))
  if (form === undefined || another !== undefined) return misused('Give one of --to, --one-file and --kustomize.')
  const target = options.text(form) ?? ''

  const { design, isPartial } = await loadDesign(words, options, terminal)
  const objects = chosenObjects(design.workspace, options.all('only'), options.text('namespace'), terminal)
  if (!objects.ok) return objects.status
  const texts = objects.chosen.map(object => textOf(design.workspace, object, terminal))
  if (form === 'one-file' && target === '-') {
    terminal.out(joined(texts))
    return isPartial ? 3 : 0
  }
  const status =
    form === 'one-file'
      ? await writeNew(terminal.cwd, [{ path: target, text: joined(texts) }], terminal)
      : await writeNew(resolve(terminal.cwd, target), filesOf(objects.chosen, texts, form === 'kustomize'), terminal)
  return status === 0 && isPartial ? 3 : status
}

type Chosen =
  { readonly ok: true; readonly chosen: readonly KubeObject[] } | { readonly ok: false; readonly status: ExitStatus }

function chosenObjects(
  workspace: Workspace,
  only: readonly string[],
  namespace: string | null,
  terminal: Terminal,
): Chosen {
  if (only.length === 0) return { ok: true, chosen: workspace.objects }
  const chosen = new Set<KubeObject>()
  for (const reference of only) {
    const found = findReference(workspace, reference, namespace)
    if (!found.ok) {
      found.lines.forEach(terminal.say)
      return { ok: false, status: found.status }
    }
    chosen.add(found.object)
  }
  return { ok: true, chosen: workspace.objects.filter(object => chosen.has(object)) }
}

/** An object as it is written; printed anew where it can't stand without the list that it is an item of. */
function textOf(workspace: Workspace, object: KubeObject, terminal: Terminal): string {
  const document = documentText(workspace, object.id)
  if (document.ok) return document.text
  terminal.say(`chartroom export: ${document.message} It is printed anew, without its comments.`)
  return printDocument(object.data)
}

function joined(texts: readonly string[]): string {
  return texts.map(withLineBreak).join('---\n')
}

function withLineBreak(text: string): string {
  return /[\r\n]$/.test(text) ? text : `${text}\n`
}

function filesOf(objects: readonly KubeObject[], texts: readonly string[], isKustomize: boolean): readonly File[] {
  const paths = exportPaths(objects)
  const files = paths.map((path, i) => ({ path, text: withLineBreak(texts[i]!) }))
  if (!isKustomize) return files
  const kustomization = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: paths }
  return [...files, { path: 'kustomization.yaml', text: printDocument(kustomization) }]
}

async function writeNew(folder: string, files: readonly File[], terminal: Terminal): Promise<ExitStatus> {
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
