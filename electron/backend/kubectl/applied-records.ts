import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { refKey, refOf } from '../../../shared/cluster/cluster-ref'
import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import { isSecret } from '../../../shared/cluster/mask-secrets'
import { readList, readText } from '../../../shared/shape'
import { parseExactJson, printExactJson } from '../../../shared/yaml/exact-json'
import { isMap } from '../../../shared/yaml/plain'
import type { PlainMap } from '../../../shared/yaml/plain'
import { configFile } from '../config-folder'
import type { CarriedOut } from './carry-out'
import type { KeptPlan } from './kept-plan'

/** What was applied last from this machine, by design and cluster: what a drift is told from. */
export type AppliedRecords = {
  /** By `refKey`; empty where nothing was. */
  read(design: AppliedDesign): Promise<ReadonlyMap<string, PlainMap>>
  /** Adds what was applied, and forgets what was deleted. */
  keep(design: AppliedDesign, applied: readonly PlainMap[], deleted: readonly ClusterRef[]): Promise<void>
}

/** A design (its inventory's name is its own) on a server. */
export type AppliedDesign = { readonly server: string; readonly inventory: ClusterRef }

/** Keeps what an apply put into the cluster. What an undo put back is nobody's design: it is forgotten. */
export async function keepOutcome(
  records: AppliedRecords,
  server: string | null,
  plan: KeptPlan,
  { outcome, applied }: CarriedOut,
): Promise<void> {
  const { inventory, purpose } = plan
  if (inventory === null || server === null) return
  const gone = outcome.results.filter(({ state }) => purpose === 'undo' || state === 'deleted')
  await records.keep({ server, inventory }, purpose === 'undo' ? [] : applied, gone)
}

const readObjects = readList(readText)

/** Records in a folder of Chartroom's own, for the user alone. Values of secrets are not in them. */
export function createAppliedRecords(config: string): AppliedRecords {
  const fileOf = ({ server, inventory }: AppliedDesign) => {
    const name = createHash('sha256')
      .update(JSON.stringify([server, refKey(inventory)]))
      .digest('hex')
      .slice(0, 16)
    return configFile(join(config, 'applied', `${name}.json`), readObjects, [])
  }
  return {
    async read(design) {
      const objects = (await fileOf(design).read()).map(parseExactJson).filter(isMap)
      return new Map(objects.map(object => [refKey(refOf(object)), object]))
    },
    async keep(design, applied, deleted) {
      if (applied.length === 0 && deleted.length === 0) return
      await fileOf(design).change(before => {
        const kept = new Map(before.map(text => [keyIn(text), text]))
        for (const ref of deleted) kept.delete(refKey(ref))
        for (const object of applied) kept.set(refKey(refOf(object)), printExactJson(withoutValues(object)))
        return [...kept.values()]
      })
    },
  }
}

function keyIn(text: string): string {
  const object = parseExactJson(text)
  return isMap(object) ? refKey(refOf(object)) : ''
}

function withoutValues(object: PlainMap): PlainMap {
  if (!isSecret(object)) return object
  const { data: _data, stringData: _strings, ...rest } = object
  return rest
}
