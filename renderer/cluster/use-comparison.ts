import { useMemo } from 'react'
import { compareDesign } from '../../shared/cluster/compare'
import type { Comparison } from '../../shared/cluster/compare'
import type { PlannedRun } from '../store/cluster/cluster-state'
import { useApp } from '../store/session'
import type { State } from '../store/state'

/** The plan that the canvas shows: one that is looked at, of the design as it is now. */
export function planShown({ cluster, open }: State): PlannedRun | null {
  const { run } = cluster
  if (run?.stage !== 'planned' && run?.stage !== 'confirming') return null
  return run.made === null || run.made === open?.design.workspace.objects ? run : null
}

/** The design as the plan would change the cluster, or null while there is no such plan. */
export function useComparison(): Comparison | null {
  const run = useApp(planShown)
  const graph = useApp(state => state.open?.design.graph ?? null)
  const plan = run?.plan ?? null
  const prune = run?.choices.prune ?? false
  return useMemo(
    () => (plan && graph ? compareDesign({ objects: graph.objects, graph }, plan, prune) : null),
    [plan, graph, prune],
  )
}
