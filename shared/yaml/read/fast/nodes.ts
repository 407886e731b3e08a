import type { NodeProperties, ScalarStyle, YamlEntry, YamlItem, YamlMap, YamlScalar, YamlSeq } from '../../tree'

/** Each kind of node is made in one place, so that all of a kind have one shape in memory. */
export function scalarNode(
  style: ScalarStyle,
  from: number,
  to: number,
  indent: number,
  properties: NodeProperties | null,
): YamlScalar {
  return { type: 'scalar', style, from, to, indent, properties }
}

/** What stands where a value could and doesn't: right behind the colon or dash, or behind the properties. */
export function emptyNode(at: number, properties: NodeProperties | null): YamlScalar {
  return scalarNode('empty', at, at, 0, properties)
}

export function mapNode(
  style: 'block' | 'flow',
  from: number,
  to: number,
  entries: readonly YamlEntry[],
  properties: NodeProperties | null,
): YamlMap {
  return { type: 'map', style, from, to, entries, properties }
}

export function seqNode(
  style: 'block' | 'flow',
  from: number,
  to: number,
  items: readonly YamlItem[],
  properties: NodeProperties | null,
): YamlSeq {
  return { type: 'seq', style, from, to, items, properties }
}
