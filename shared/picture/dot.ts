import { nameGraph } from './named-graph'
import type { ShownGraph } from './shown-graph'

/** A Graphviz digraph with a cluster for each namespace. */
export function dotOf(shown: ShownGraph): string {
  const { groups, strangers, edges } = nameGraph(shown)
  const lines = ['digraph chartroom {', '  rankdir=LR', '  node [shape=box, style=rounded]']
  let n = 0
  for (const [namespace, nodes] of groups) {
    if (namespace !== '') lines.push(`  subgraph cluster_${n++} {`, `    label=${quoted(namespace)}`)
    for (const { node, label } of nodes) lines.push(`    ${node} [label=${quoted(label)}]`)
    if (namespace !== '') lines.push('  }')
  }
  for (const { node, label } of strangers) lines.push(`  ${node} [label=${quoted(label)}, style="rounded,dashed"]`)
  for (const { from, to, label, isBroken } of edges)
    lines.push(`  ${from} -> ${to} [label=${quoted(label)}${isBroken ? ', style=dashed' : ''}]`)
  return `${[...lines, '}'].join('\n')}\n`
}

function quoted(label: string): string {
  return `"${label.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`
}
