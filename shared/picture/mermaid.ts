import { nameGraph } from './named-graph'
import type { ShownGraph } from './shown-graph'

/** A Mermaid flow chart, as GitHub draws it in Markdown. */
export function mermaidOf(shown: ShownGraph): string {
  const { groups, strangers, edges } = nameGraph(shown)
  const lines = ['flowchart LR']
  let n = 0
  for (const [namespace, nodes] of groups) {
    if (namespace !== '') lines.push(`  subgraph ns${n++}[${quoted(namespace)}]`)
    for (const { node, label } of nodes) lines.push(`    ${node}[${quoted(label)}]`)
    if (namespace !== '') lines.push('  end')
  }
  for (const { node, label } of strangers) lines.push(`  ${node}([${quoted(label)}])`)
  for (const { from, to, label, isBroken } of edges)
    lines.push(`  ${from} ${isBroken ? '-.->' : '-->'}|${quoted(label)}| ${to}`)
  return `${lines.join('\n')}\n`
}

/** `#` begins an entity in Mermaid; a backtick would make the label Markdown. */
function quoted(label: string): string {
  const flat = label.replace(/\s+/g, ' ')
  return `"${flat.replaceAll('#', '#35;').replaceAll('"', '#quot;').replaceAll('`', '#96;')}"`
}
