import type { KubeObject } from './kube-object'

/**
 * A file for each object, named `kind-name.yaml`: in a folder for each namespace where there are several. Names differ
 * without regard to case, as some file systems need.
 */
export function exportPaths(objects: readonly Pick<KubeObject, 'kind' | 'name' | 'namespace'>[]): readonly string[] {
  const namespaces = new Set(objects.flatMap(object => object.namespace ?? []))
  const taken = new Set<string>(['kustomization.yaml'])
  return objects.map(({ kind, name, namespace }) => {
    const folder = namespaces.size > 1 && namespace !== null ? `${fileWord(namespace)}/` : ''
    const stem = `${folder}${fileWord(kind)}-${fileWord(name ?? 'unnamed')}`
    let path = `${stem}.yaml`
    for (let n = 2; taken.has(path); n++) path = `${stem}-${n}.yaml`
    taken.add(path)
    return path
  })
}

/** Letters, digits, dots and dashes, never starting with a dot: safe on every system, and never a way out of a folder. */
function fileWord(word: string): string {
  const safe = word
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, '-')
    .replace(/^\.+/, '')
  return safe.slice(0, 100) || 'unnamed'
}
