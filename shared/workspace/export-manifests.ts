import { titleOf } from '../relations/title'
import { printDocument } from '../yaml/print'
import { documentText } from './document-text'
import { exportPaths } from './export-paths'
import type { FilePath, KubeObject } from './kube-object'
import type { Workspace } from './workspace'

/** A file for each object, all in one file, or a file each with a kustomization beside them. */
export type ManifestForm = 'files' | 'one-file' | 'kustomize'

export type ExportedFile = { readonly path: FilePath; readonly text: string }

/** `notes` says which objects could not be taken over as they are written. */
export type ExportedManifests = { readonly files: readonly ExportedFile[]; readonly notes: readonly string[] }

/** All but the Secrets, which leave a workspace only when somebody asks for them. */
export function withoutSecrets(objects: readonly KubeObject[]): readonly KubeObject[] {
  return objects.filter(({ group, kind }) => group !== '' || kind !== 'Secret')
}

/**
 * Objects as files of their own, as they are written: comments and spelling stay. One that can't stand without the list
 * that it is an item of is printed anew.
 */
export function exportManifests(
  workspace: Workspace,
  objects: readonly KubeObject[],
  form: ManifestForm,
): ExportedManifests {
  const notes: string[] = []
  const texts = objects.map(object => {
    const document = documentText(workspace, object.id)
    if (document.ok) return withLineBreak(document.text)
    notes.push(`${document.message} ${titleOf(object)} is printed anew, without its comments.`)
    return printDocument(object.data)
  })
  if (form === 'one-file') return { files: [{ path: 'manifests.yaml', text: texts.join('---\n') }], notes }
  const paths = exportPaths(objects)
  const files = paths.map((path, i) => ({ path, text: texts[i]! }))
  if (form === 'files') return { files, notes }
  const kustomization = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: paths }
  return { files: [...files, { path: 'kustomization.yaml', text: printDocument(kustomization) }], notes }
}

function withLineBreak(text: string): string {
  return /[\r\n]$/.test(text) ? text : `${text}\n`
}
