import type { Family } from '../kinds/kind-row'

/** What placement needs to know of a card. */
export type LayoutCard = {
  readonly id: string
  /** Null for cluster-scoped objects, which stand outside the boxes. */
  readonly namespace: string | null
  readonly family: Family
  /** Kind, then name: cards of one sort stand together, and two people see the same picture. */
  readonly order: string
  readonly height: number
}

/** A relation between two cards. */
export type LayoutTie = { readonly from: string; readonly to: string }

/** Left to right, as traffic flows: what leads to the pods, what makes them, what they use. */
export type Column = 0 | 1 | 2

/** The column that a card of a family stands in. `leads`: it has ties to others of the access family (a binding). */
export function columnOf(family: Family, leads: boolean): Column {
  switch (family) {
    case 'traffic':
    case 'mesh':
    case 'policy':
      return 0
    case 'workload':
    case 'delivery':
      return 1
    case 'config':
    case 'storage':
      return 2
    case 'access':
      return leads ? 1 : 2
    case 'other':
      return 1
    default:
      return unknownFamily(family)
  }
}

function unknownFamily(family: never): never {
  throw new Error(`Unknown family ${JSON.stringify(family)}`)
}
