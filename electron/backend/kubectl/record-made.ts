import type { ObjectResult, ShownCommand } from '../../../shared/cluster/apply-plan'
import { refKey } from '../../../shared/cluster/cluster-ref'
import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import { isOfTheWay } from '../../../shared/cluster/failure'
import { inventoryObject, joinRefs } from '../../../shared/cluster/inventory'
import { samePlain } from '../../../shared/yaml/edit/patch-plain'
import { refOnly } from './account'
import type { Account } from './account'
import { applyArgs } from './commands'
import type { KeptPlan, PlannedObject } from './kept-plan'
import { failureFrom } from './kubectl-error'
import { runOn } from './objects'
import type { Door } from './objects'

/** Keeps the record of what a design made, in the cluster. Its troubles are notes: they stop no apply. */
export type MadeRecord = {
  /** Before the first write: everything that may be made, so that an apply that is cut off forgets nothing. */
  before(objects: readonly PlannedObject[]): Promise<void>
  /** Afterwards: what was made and is still there. */
  after(account: Account): Promise<void>
}

export type RecordOptions = {
  readonly door: Door
  readonly plan: KeptPlan
  readonly ran: (command: ShownCommand) => void
  readonly note: (sentence: string) => void
}

export function createRecord({ door, plan, ran, note }: RecordOptions): MadeRecord {
  let written = plan.recorded
  const write = async (made: readonly ClusterRef[]): Promise<void> => {
    const { inventory } = plan
    if (inventory === null || samePlain(inventoryObject(inventory, made), inventoryObject(inventory, written))) return
    const args = applyArgs({ isForced: true })
    ran(door.kubectl.shown(['--context', door.context, ...args], `ConfigMap ${inventory.name}`))
    try {
      await runOn(door, args, [inventoryObject(inventory, made)])
      written = made
    } catch (error) {
      note(`What this design made could not be recorded, so it can't be pruned later: ${failureFrom(error).message}`)
    }
  }
  return {
    before: objects =>
      write(
        joinRefs(
          plan.recorded,
          objects.filter(({ live }) => live === null).map(({ shown }) => refOnly(shown)),
        ),
      ),
    async after(account) {
      const results = account.results()
      const gone = new Set(results.filter(({ state }) => state === 'deleted').map(refKey))
      const announced = new Set(written.map(refKey))
      // One whose answer never came may be there: it stays recorded.
      const mayBeMade = ({ failure }: ObjectResult): boolean => failure !== null && isOfTheWay(failure.code)
      const made = results.filter(
        result => result.state === 'created' || (mayBeMade(result) && announced.has(refKey(result))),
      )
      await write(joinRefs(plan.recorded, made.map(refOnly)).filter(ref => !gone.has(refKey(ref))))
    },
  }
}
