import { randomUUID } from 'node:crypto'
import type { ApplyPlan, ShownCommand } from '../../../shared/cluster/apply-plan'
import { confirmationFor } from '../../../shared/cluster/confirmation'
import { dataLossOf } from '../../../shared/cluster/data-loss'
import type { DataLoss } from '../../../shared/cluster/data-loss'
import type { ClusterContext, Confirmation } from '../../../shared/cluster/contexts'
import { applyArgs } from './commands'
import { objectsOf } from './kept-plan'
import type { KeptPlan } from './kept-plan'
import { KubectlError } from './kubectl-error'
import { countOf } from './objects'
import type { Kubectl } from './run'

/** Values by a token, the last few of them: a window that stays open for days must not keep every secret it ever saw. */
export type Shelf<T> = { put(value: T): string; get(token: string): T }

export function createShelf<T>(most: number, gone: string): Shelf<T> {
  const kept = new Map<string, T>()
  return {
    put(value) {
      const token = randomUUID()
      kept.set(token, value)
      for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
      return token
    },
    get(token) {
      const value = kept.get(token)
      if (value === undefined) throw new KubectlError('plan-gone', gone)
      return value
    },
  }
}

/** A plan as a window or a terminal shows it. */
export function shownPlan(plan: KeptPlan, token: string, context: ClusterContext, kubectl: Kubectl): ApplyPlan {
  return {
    plan: token,
    context: plan.context,
    purpose: plan.purpose,
    objects: objectsOf(plan).map(({ shown }) => shown),
    inventory: plan.inventory,
    pruneSays: plan.pruneSays,
    confirmation: confirmationOf(plan, context),
    commands: commandsOf(plan, kubectl),
  }
}

/** What has to be said before a plan is carried out. A plan that writes nothing needs nothing. */
export function confirmationOf(plan: KeptPlan, context: ClusterContext): Confirmation {
  const touched = objectsOf(plan).filter(({ shown }) => shown.state !== 'unchanged' && shown.state !== 'refused')
  if (touched.length === 0) return { needs: 'nothing' }
  const namespaces = touched.map(({ shown }) => (shown.kind === 'Namespace' ? shown.name : shown.namespace))
  return confirmationFor(context, namespaces)
}

/** What would be lost for good when a plan is carried out: nothing unless its removals are wanted, as an undo's are. */
export function lossOf({ purpose, removals }: KeptPlan, { prune }: { readonly prune: boolean }): DataLoss | null {
  return prune || purpose === 'undo' ? dataLossOf(removals.map(({ shown }) => shown)) : null
}

/** A command a stage, as it would run if all went well: an apply cuts it into batches. */
function commandsOf(plan: KeptPlan, kubectl: Kubectl): readonly ShownCommand[] {
  if (plan.purpose === 'undo') return []
  return plan.stages.map(({ objects }) =>
    kubectl.shown(['--context', plan.context, ...applyArgs()], countOf(objects.length)),
  )
}
