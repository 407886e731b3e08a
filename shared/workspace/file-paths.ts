import type { Refusal } from './change'
import type { FilePath, KubeObject } from './kube-object'
import { refuse } from './refusal'
import type { Workspace } from './workspace'

const MANIFEST = /\.(ya?ml|json)$/i
/** What no file system of the three takes in a name, and what would lead out of the folder. */
const FORBIDDEN = /[<>:"|?*\\\0-\x1f]|^\/|(^|\/)(\.{1,2})?(\/|$)|(^|\/)[^/]*[. ](\/|$)/

/** Why a manifest can't have this path; null where it can and no file has it. */
export function whyNotPath(workspace: Workspace, path: FilePath): Refusal | null {
  if (!MANIFEST.test(path)) {
    return refuse('invalid-path', `"${path}" does not end in .yaml, .yml or .json: it would not be read as a manifest.`)
  }
  if (FORBIDDEN.test(path) || path.split('/').some(part => part.startsWith('.'))) {
    return refuse('invalid-path', `"${path}" is no path of a manifest inside the folder, such as shop/web.yaml.`)
  }
  if (workspace.files.has(path))
    return refuse('file-exists', `There is a file ${path} already. Choose another name.`, path)
  return null
}

/** The path of a new file for an object: by its name, then with its kind, then numbered. */
export function freePath(
  workspace: { readonly [K in 'files' | 'deleted']: { has(path: FilePath): boolean } },
  folder: string,
  { name, kind }: { name: string; kind: string },
): FilePath {
  const stem = name.replace(/[^-a-z0-9.]+/gi, '-')
  const pathOf = (base: string): FilePath => `${folder === '' ? '' : `${folder}/`}${base}.yaml`
  const isFree = (path: FilePath): boolean => !workspace.files.has(path) && !workspace.deleted.has(path)
  const first = [stem, `${stem}-${kind.toLowerCase()}`].map(pathOf).find(isFree)
  if (first !== undefined) return first
  let number = 2
  while (!isFree(pathOf(`${stem}-${kind.toLowerCase()}-${number}`))) number += 1
  return pathOf(`${stem}-${kind.toLowerCase()}-${number}`)
}

/** Where a new object of a namespace belongs: the folder with most of the namespace's objects; the top without any. */
export function fittingFolder(objects: readonly KubeObject[], namespace: string | null): string {
  const counts = new Map<string, number>()
  for (const object of objects) {
    if (object.namespace !== namespace) continue
    const folder = folderOf(object.file)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || a.length - b.length || (a < b ? -1 : 1))
  return most?.[0] ?? ''
}

export function folderOf(path: FilePath): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
