import { isOfTheWay } from '../../../shared/cluster/failure'
import type { ClusterFailure } from '../../../shared/cluster/failure'
import { AT_ONCE } from './run'
import { createTurns } from './turns'
import { failureFrom, KubectlError } from './kubectl-error'

/** What one of many was answered: a value, or why it failed. */
export type Answered<T, R> =
  | { readonly item: T; readonly ok: true; readonly value: R }
  | { readonly item: T; readonly ok: false; readonly failure: ClusterFailure; readonly error: KubectlError }

/**
 * Asks kubectl about many things in batches, several at once. kubectl answers a batch as a whole: where one of it fails,
 * the batch is halved until each that fails is alone and all others have their answer. A failure of the way to the
 * cluster, or a cancellation, is the answer to all of a batch: halving it would only fail again.
 *
 * `mayBegin` is asked before each batch; what never began is left out of the answers.
 */
export async function inBatches<T, R>(
  items: readonly T[],
  size: number,
  run: (batch: readonly T[]) => Promise<readonly R[]>,
  mayBegin: () => boolean = () => true,
): Promise<readonly Answered<T, R>[]> {
  const batches: (readonly T[])[] = []
  for (let from = 0; from < items.length; from += size) batches.push(items.slice(from, from + size))
  const turns = createTurns(AT_ONCE)
  // Whether it may begin is asked when its turn has come, not when it is put into the queue.
  const inTurn = (batch: readonly T[]): Promise<readonly R[] | null> =>
    turns.take(async () => (mayBegin() ? run(batch) : null))
  const answers = await Promise.all(batches.map(batch => runBatch(batch, inTurn)))
  return answers.flat()
}

async function runBatch<T, R>(
  batch: readonly T[],
  run: (batch: readonly T[]) => Promise<readonly R[] | null>,
): Promise<readonly Answered<T, R>[]> {
  try {
    const values = await run(batch)
    if (values === null) return []
    return batch.map((item, n) => {
      const value = values[n]
      if (value === undefined) throw new Error(`kubectl answered ${values.length} of ${batch.length}`)
      return { item, ok: true, value }
    })
  } catch (error) {
    if (!(error instanceof KubectlError)) throw error
    if (batch.length === 1 || isOfTheWay(error.code) || error.code === 'cancelled') {
      const failure = failureFrom(error)
      return batch.map(item => ({ item, ok: false, failure, error }))
    }
    const half = Math.ceil(batch.length / 2)
    const halves = [batch.slice(0, half), batch.slice(half)]
    return (await Promise.all(halves.map(each => runBatch(each, run)))).flat()
  }
}
