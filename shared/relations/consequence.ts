import type { KubeObject, ObjectId } from './relation'
import { titleOf } from './title'

/** What an edit brings about beside the tie that is asked for. A person should know it before it is done. */
export type Consequence = {
  /** Stable: programs and tests name it. */
  readonly code: ConsequenceCode
  readonly says: string
  /** Whom it hits. */
  readonly objects: readonly ObjectId[]
}

export type ConsequenceCode =
  /** A selector that asks for nothing means every pod in its reach. */
  | 'covers-every-pod'
  /** Other relations go with this one, because the same place makes them. */
  | 'unties-others'
  /** Something else names what goes, and would find nothing. */
  | 'still-used'
  /** A port of a Service leads to none of its pods' ports. */
  | 'port-leads-nowhere'
  /** A volume goes with its mounts in several containers. */
  | 'takes-several-mounts'
  /** Pods that were open in a direction are closed in it but for what rules allow. */
  | 'closes-direction'
  /** Pods that were closed in a direction are open in it again. */
  | 'opens-direction'

const SHOWN = 3

/** Objects as a sentence lists them: the first of them by name, and how many there are. */
export function listOf(objects: readonly KubeObject[]): string {
  const names = objects
    .slice(0, SHOWN)
    .map(({ name }) => name ?? '?')
    .join(', ')
  if (objects.length === 0) return 'none in this design'
  return objects.length > SHOWN
    ? `${names} and ${objects.length - SHOWN} more (${objects.length})`
    : `${names} (${objects.length})`
}

/** Relations that are lost by the way, as one consequence; none where there are none. */
export function untiesOthers(from: KubeObject, says: string, others: readonly KubeObject[]): readonly Consequence[] {
  if (others.length === 0) return []
  const titles = others.map(titleOf).join(', ')
  return [
    {
      code: 'unties-others',
      says: `The same place ties other objects: ${titleOf(from)} ${says} ${titles} no longer.`,
      objects: others.map(({ id }) => id),
    },
  ]
}
