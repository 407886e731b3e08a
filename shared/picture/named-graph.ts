import { titleOf } from '../relations/title'
import { strangerOf } from './shown-graph'
import type { ShownGraph } from './shown-graph'

export type NamedNode = { readonly node: string; readonly label: string }
export type NamedEdge = {
  readonly from: string
  readonly to: string
  readonly label: string
  readonly isBroken: boolean
}

/** A graph as languages of text write it: every object under a short name that they all take. */
export type NamedGraph = {
  /** Namespaces in order of their first object, '' for cluster-scoped ones; each with its nodes. */
  readonly groups: ReadonlyMap<string, readonly NamedNode[]>
  /** What relations lead to that is no object of the design. */
  readonly strangers: readonly NamedNode[]
  readonly edges: readonly NamedEdge[]
}

/** Nodes and edges with short names; equal relations between the same two are drawn once. */
export function nameGraph({ objects, relations }: ShownGraph): NamedGraph {
  const nodes = new Map(objects.map((object, i) => [object.id, `n${i}`]))
  const groups = new Map<string, NamedNode[]>()
  for (const object of objects) {
    const group = groups.get(object.namespace ?? '') ?? []
    group.push({ node: nodes.get(object.id)!, label: titleOf(object) })
    groups.set(object.namespace ?? '', group)
  }
  const strangers = new Map<string, NamedNode>()
  const edges = new Map<string, NamedEdge>()
  for (const relation of relations) {
    const stranger = strangerOf(relation)
    if (stranger && !strangers.has(stranger.name))
      strangers.set(stranger.name, { node: `s${strangers.size}`, label: stranger.label })
    const from = nodes.get(relation.from)
    const to = stranger ? strangers.get(stranger.name)!.node : nodes.get(relation.to ?? '')
    if (!from || !to) continue
    const edge = { from, to, label: relation.says, isBroken: relation.missing !== null }
    edges.set(`${from} ${to} ${relation.says}`, edge)
  }
  return { groups, strangers: [...strangers.values()], edges: [...edges.values()] }
}
