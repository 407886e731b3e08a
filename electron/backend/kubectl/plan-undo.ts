import { cleanObject } from '../../../shared/cluster/clean-object'
import { whyNotPruned } from '../../../shared/cluster/inventory'
import { manifestDiff } from '../../../shared/cluster/manifest-diff'
import { maskSecret } from '../../../shared/cluster/mask-secrets'
import { printExactJson } from '../../../shared/yaml/exact-json'
import { samePlain } from '../../../shared/yaml/edit/patch-plain'
import { isMap, mapAt } from '../../../shared/yaml/plain'
import type { PlainMap } from '../../../shared/yaml/plain'
import type { Changed } from './account'
import { inBatches } from './batches'
import type { UndoRecord } from './carry-out'
import { createArgs, replaceArgs } from './commands'
import type { KeptPlan, PlannedObject } from './kept-plan'
import { answersTo, BATCH, readObjects, runOn, uidOf } from './objects'
import type { Door } from './objects'
import { readRecorded, removalOf } from './plan-removals'

type Now = { readonly changed: Changed; readonly live: PlainMap | null }

/**
 * What putting back the state before an apply would do: what it changed is replaced by what was there, what it made is
 * deleted while it is still the same object, what it deleted is made anew. Changes nothing.
 */
export async function planUndo(door: Door, record: UndoRecord, signal?: AbortSignal): Promise<KeptPlan> {
  const answers = await readObjects(
    door,
    record.changed.map(({ ref }) => ref),
    signal,
  )
  const now: Now[] = answers.flatMap((answer, n) => {
    if (!answer.ok) throw answer.error
    const changed = record.changed[n]
    return changed ? [{ changed, live: answer.value }] : []
  })
  const recorded = record.inventory === null ? null : await readRecorded(door, record.inventory, signal)
  const objects = [...(await replaced(door, now, signal)), ...(await madeAnew(door, now, signal))]
  return {
    context: record.context,
    purpose: 'undo',
    stages: objects.length === 0 ? [] : [{ objects, wait: null }],
    removals: now.flatMap(removal),
    inventory: recorded?.ok ? record.inventory : null,
    recorded: recorded?.ok ? recorded.recorded : [],
    pruneSays: 'What the apply made is deleted, unless somebody else made it anew since.',
  }
}

function removal({ changed, live }: Now): readonly PlannedObject[] {
  if (changed.before !== null || live === null) return []
  const isSame = uidOf(live) === changed.uid
  return [removalOf(changed.ref, live, isSame ? whyNotPruned(changed.ref, live) : 'It was made anew by somebody else.')]
}

async function replaced(door: Door, now: readonly Now[], signal: AbortSignal | undefined) {
  const there = now.flatMap(({ changed, live }) =>
    changed.before && live && uidOf(live) === changed.uid
      ? [{ ref: changed.ref, live, sent: toReplaceWith(changed.before) }]
      : [],
  )
  return tried(door, there, replaceArgs({ isDry: true }), signal)
}

async function madeAnew(door: Door, now: readonly Now[], signal: AbortSignal | undefined) {
  const gone = now.flatMap(({ changed, live }) =>
    changed.before && live === null ? [{ ref: changed.ref, live, sent: cleanObject(changed.before) }] : [],
  )
  return tried(door, gone, createArgs({ isDry: true }), signal)
}

type ToTry = { readonly ref: Changed['ref']; readonly live: PlainMap | null; readonly sent: PlainMap }

async function tried(
  door: Door,
  objects: readonly ToTry[],
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly PlannedObject[]> {
  const answers = await inBatches(objects, BATCH, async batch => {
    const { stdout } = await runOn(
      door,
      args,
      batch.map(({ sent }) => sent),
      { signal },
    )
    return answersTo(
      batch.map(({ ref }) => ref),
      stdout,
    ).map((answer, n) => answer ?? batch[n]?.sent ?? {})
  })
  return answers.map(answer => {
    const { ref, live, sent } = answer.item
    const before = live && cleanObject(live)
    const after = answer.ok ? cleanObject(answer.value) : null
    const isSame = before !== null && after !== null && samePlain(before, after)
    const state = answer.ok ? (before === null ? 'added' : isSame ? 'unchanged' : 'changed') : 'refused'
    return {
      sent,
      live,
      after,
      isAsItIs: isSame,
      isOwnConflict: true,
      shown: {
        ...ref,
        // Undone objects are called by their names: the design may have lost them since.
        id: null,
        state,
        diff: isSame || after === null ? '' : manifestDiff(ref, before, after),
        before: before && printExactJson(maskSecret(before)),
        after: after && printExactJson(maskSecret(after)),
        conflicts: [],
        failure: answer.ok ? null : answer.failure,
      },
    }
  })
}

/** The whole object as it was. Its uid stays, so that another object of that name is never overwritten. */
function toReplaceWith(before: PlainMap): PlainMap {
  const { resourceVersion: _version, managedFields: _fields, ...metadata } = mapAt(before, 'metadata')
  return isMap(before.metadata) ? { ...before, metadata } : before
}
