import { nameOf } from './reference'
import { strangerOf } from './shown-graph'
import type { ShownGraph } from './shown-graph'

type Drawn = {
  /** Namespaces in order of their first object, '' for cluster-scoped ones; each with its nodes. */
  readonly groups: ReadonlyMap<string, readonly { readonly node: string; readonly label: string }[]>
  readonly strangers: readonly { readonly node: string; readonly label: string }[]
  readonly edges: readonly {
    readonly from: string
    readonly to: string
    readonly label: string
    readonly isBroken: boolean
  }[]
}

/** A Mermaid flow chart, as GitHub draws it in Markdown. */
export function mermaidOf(shown: ShownGraph): string {
  const { groups, strangers, edges } = drawn(shown)
  const text = (label: string): string => `"${label.replaceAll('"', '#quot;').replaceAll('\n', ' ')}"`
  const lines = ['flowchart LR']
  let n = 0
  for (const [namespace, nodes] of groups) {
    if (namespace !== '') lines.push(`  subgraph ns${n++}[${text(namespace)}]`)
    for (const { node, label } of nodes) lines.push(`    ${node}[${text(label)}]`)
    if (namespace !== '') lines.push('  end')
  }
  for (const { node, label } of strangers) lines.push(`  ${node}([${text(label)}])`)
  for (const edge of edges)
    lines.push(`  ${edge.from} ${edge.isBroken ? '-.->' : '-->'}|${text(edge.label)}| ${edge.to}`)
  return `${lines.join('\n')}\n`
}

/** A Graphviz digraph with a cluster for each namespace. */
export function dotOf(shown: ShownGraph): string {
  const { groups, strangers, edges } = drawn(shown)
  const text = (label: string): string =>
    `"${label.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`
  const lines = ['digraph chartroom {', '  rankdir=LR', '  node [shape=box, style=rounded]']
  let n = 0
  for (const [namespace, nodes] of groups) {
    if (namespace !== '') lines.push(`  subgraph cluster_${n++} {`, `    label=${text(namespace)}`)
    for (const { node, label } of nodes) lines.push(`    ${node} [label=${text(label)}]`)
    if (namespace !== '') lines.push('  }')
  }
  for (const { node, label } of strangers) lines.push(`  ${node} [label=${text(label)}, style="rounded,dashed"]`)
  for (const edge of edges)
    lines.push(`  ${edge.from} -> ${edge.to} [label=${text(edge.label)}${edge.isBroken ? ', style=dashed' : ''}]`)
  return `${[...lines, '}'].join('\n')}\n`
}

/** Nodes and edges with short names that both languages take; equal relations between the same two are drawn once. */
function drawn({ objects, relations }: ShownGraph): Drawn {
  const nodes = new Map(objects.map((object, i) => [object.id, `n${i}`]))
  const groups = new Map<string, { node: string; label: string }[]>()
  for (const object of objects) {
    const group = groups.get(object.namespace ?? '') ?? []
    group.push({ node: nodes.get(object.id)!, label: nameOf(object, object.namespace ?? '') })
    groups.set(object.namespace ?? '', group)
  }
  const strangers = new Map<string, { node: string; label: string }>()
  const edges = new Map<string, Drawn['edges'][number]>()
  for (const relation of relations) {
    const stranger = strangerOf(relation)
    if (stranger && !strangers.has(stranger.name))
      strangers.set(stranger.name, { node: `s${strangers.size}`, label: stranger.label })
    const from = nodes.get(relation.from)
    const to = stranger ? strangers.get(stranger.name)!.node : nodes.get(relation.to ?? '')
    if (from && to)
      edges.set(`${from} ${to} ${relation.says}`, {
        from,
        to,
        label: relation.says,
        isBroken: relation.missing !== null,
      })
  }
  return { groups, strangers: [...strangers.values()], edges: [...edges.values()] }
}
