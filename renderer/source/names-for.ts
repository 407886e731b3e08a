import type { DesignNames } from '../../shared/kinds/completion/name-offers'
import type { FilePath, KubeObject } from '../../shared/workspace/kube-object'
import { mapAt } from '../../shared/yaml/plain'
import type { Session } from '../store/session'

/** The names of the open design that a file may use: of its own namespaces, and of what is in none. */
export function namesFor({ store }: Session, path: FilePath): DesignNames {
  const objects = store.getState().open?.design.workspace.objects ?? []
  const own = new Set(objects.filter(({ file }) => file === path).map(({ namespace }) => namespace))
  const isNear = ({ namespace }: KubeObject): boolean => namespace === null || own.size === 0 || own.has(namespace)
  const ofKind = (kind: string): readonly KubeObject[] =>
    objects.filter(object => object.kind === kind && object.name !== null && isNear(object))
  return {
    objects: kind => [...new Set(ofKind(kind).flatMap(({ name }) => name ?? []))].sort(),
    keys: (kind, name) => {
      const holder = ofKind(kind).find(object => object.name === name)
      if (!holder) return []
      const { data } = holder
      return ['data', 'stringData', 'binaryData'].flatMap(field => Object.keys(mapAt(data, field))).sort()
    },
  }
}
