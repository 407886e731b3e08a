import type { Refusal } from '../../workspace/change'
import { textAt } from '../../yaml/plain'
import type { WireAnswers, WireAsk } from '../relation'
import { podSpecPath, type Source } from '../source'
import { titleOf } from '../title'
import { cannotWire } from './wire-form'

/**
 * Where a wire writes: keys with dots between, from the object. `$pod` in front starts at the spec of its pods,
 * `$container` at the container that the chooser named.
 */
export type WirePlace = string

/** The path of a place in an object, or a refusal where the container that was named isn't there. */
export function wirePath(source: Source, place: WirePlace, answers: WireAnswers): readonly string[] | Refusal {
  const [root = '', ...keys] = place.split('.')
  if (root === '$pod') return [...podSpecPath(source), ...keys]
  if (root !== '$container') return [root, ...keys]
  const names = containerNames(source)
  const container = answers['container'] ?? defaultContainer(source)
  const index = names.indexOf(container)
  if (index === -1) return cannotWire(noSuchContainer(source, container, names))
  return [...podSpecPath(source), ...source.containers[index]!.path, ...keys]
}

/** Asks for the container where there are several. */
export function asksContainer(source: Source): readonly WireAsk[] {
  const names = containerNames(source)
  if (names.length < 2) return []
  return [{ key: 'container', label: 'Container', choices: names, default: defaultContainer(source) }]
}

/** Why nothing can be written into a container: a sentence; null where there is one. */
export function lacksContainer({ from }: { readonly from: Source }): string | null {
  return from.containers.length > 0 ? null : `${titleOf(from.object)} has no container that could take it.`
}

function containerNames(source: Source): readonly string[] {
  return source.containers.map(({ container }) => textAt(container, 'name') ?? '')
}

/** The first container that does the pod's own work. */
function defaultContainer(source: Source): string {
  const main = source.containers.find(({ role }) => role === 'container') ?? source.containers[0]
  return textAt(main?.container, 'name') ?? ''
}

function noSuchContainer({ object }: Source, container: string, names: readonly string[]): string {
  return `${object.kind} ${object.name} has no container ${container}. It has ${names.join(', ')}.`
}
