import { printScalar, USUAL_WISH } from '../../yaml/print/scalar'
import type { Offer } from './offer'
import type { Place } from './place'

/** What the open design has: asked for where a field names something. */
export type DesignNames = {
  /** The names of a kind's objects in the namespace of the document. */
  objects(kind: string): readonly string[]
  /** The keys of a ConfigMap or Secret there. */
  keys(kind: string, name: string): readonly string[]
}

/** Which kind a field names, by the end of its path. */
const NAMING: readonly (readonly [RegExp, string])[] = [
  [/\/(configMapRef|configMapKeyRef|configMap)\/name$/, 'ConfigMap'],
  [/\/(secretRef|secretKeyRef|secret)\/(name|secretName)$/, 'Secret'],
  [/\/tls\/\d+\/secretName$/, 'Secret'],
  [/\/imagePullSecrets\/\d+\/name$/, 'Secret'],
  [/\/serviceAccountName$/, 'ServiceAccount'],
  [/\/persistentVolumeClaim\/claimName$/, 'PersistentVolumeClaim'],
  [/\/(backend|defaultBackend)\/service\/name$/, 'Service'],
  [/\/backendRefs\/\d+\/name$/, 'Service'],
  [/^\/spec\/serviceName$/, 'Service'],
  [/\/storageClassName$/, 'StorageClass'],
  [/\/ingressClassName$/, 'IngressClass'],
  [/\/priorityClassName$/, 'PriorityClass'],
]

/** Names of objects that a field may name, and the keys of the one that is named beside it. */
export function nameOffers(text: string, place: Place, names: DesignNames): readonly Offer[] {
  const { caret } = place
  if (caret.role !== 'value') return []
  const path = `/${caret.path.join('/')}`
  const kind = NAMING.find(([ending]) => ending.test(path))?.[1]
  if (kind !== undefined) return names.objects(kind).map(name => named(name, kind))
  const keyed = /\/(configMap|secret)KeyRef\/key$/.exec(path)
  if (!keyed) return []
  const holder = keyed[1] === 'secret' ? 'Secret' : 'ConfigMap'
  const beside = nameBeside(text, place)
  return beside === null ? [] : names.keys(holder, beside).map(key => named(key, `key of ${beside}`))
}

/** The `name` in the lines, or between the braces, around the caret. */
function nameBeside(text: string, { caret, from, to }: Place): string | null {
  const around =
    caret.column < 0
      ? text.slice(text.lastIndexOf('{', caret.from), endOf(text, '}', caret.from))
      : text.slice(Math.max(from, caret.from - NEAR), Math.min(to, caret.from + NEAR))
  const before = around.slice(0, Math.min(around.length, caret.column < 0 ? around.length : NEAR))
  const all = [...before.matchAll(/\bname:[ \t]*["']?([-.\w]+)/g)]
  return all.at(-1)?.[1] ?? null
}
const NEAR = 200

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from)
  return end < 0 ? text.length : end
}

function named(label: string, detail: string): Offer {
  const insert = printScalar(label, { ...USUAL_WISH, flow: true })
  return { label, type: 'object', detail, about: '', insert, rank: 2, goesOn: false }
}
