import '@xyflow/react/dist/style.css'
import { Handle, Position, ReactFlow, type Edge, type Node, type NodeProps } from '@xyflow/react'
import { memo, useMemo } from 'react'
import { arrange } from '../../../shared/layout/arrange'
import { CARD_WIDTH, cardHeight } from '../../../shared/layout/card-size'
import { findGraph } from '../../../shared/relations/find'
import type { KubeObject } from '../../../shared/workspace/kube-object'

type CardNode = Node<{ readonly kind: string; readonly name: string }, 'card'>

const PlainCard = memo(function PlainCard({ data }: NodeProps<CardNode>) {
  return (
    <div style={{ width: CARD_WIDTH, height: cardHeight(1), border: '1px solid', borderRadius: 8, padding: 8 }}>
      <div>{data.kind}</div>
      <div>{data.name}</div>
      <Handle type="target" position={Position.Left} />
      <Handle type="source" position={Position.Right} />
    </div>
  )
})
const nodeTypes = { card: PlainCard }

/** The same design in React Flow as its first example would show it: what the canvas is measured against. */
export function PlainFlow({ objects }: { readonly objects: readonly KubeObject[] }) {
  const { nodes, edges } = useMemo(() => flowOf(objects), [objects])
  return (
    <div style={{ position: 'fixed', inset: 0 }}>
      <ReactFlow defaultNodes={nodes} defaultEdges={edges} nodeTypes={nodeTypes} minZoom={0.02} />
    </div>
  )
}

function flowOf(objects: readonly KubeObject[]): { nodes: CardNode[]; edges: Edge[] } {
  const { relations } = findGraph(objects)
  const cards = objects.map(({ id, namespace, kind, name }) => ({
    id,
    namespace,
    family: 'workload' as const,
    order: `${kind}/${name ?? ''}`,
    height: cardHeight(1),
  }))
  const places = arrange(cards, [])
  const nodes = objects.map(({ id, kind, name }): CardNode => ({
    id,
    type: 'card',
    position: places.get(id)!,
    data: { kind, name: name ?? '' },
  }))
  const edges = relations.flatMap(({ id, from, to }): Edge[] => (to === null ? [] : [{ id, source: from, target: to }]))
  return { nodes, edges }
}
