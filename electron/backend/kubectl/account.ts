import type { ObjectResult } from '../../../shared/cluster/apply-plan'
import { cleanObject } from '../../../shared/cluster/clean-object'
import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import type { ClusterFailure } from '../../../shared/cluster/failure'
import { isOfTheWay } from '../../../shared/cluster/failure'
import { samePlain } from '../../../shared/yaml/edit/patch-plain'
import type { PlainMap } from '../../../shared/yaml/plain'
import type { PlannedObject } from './kept-plan'
import { uidOf } from './objects'

/** An object that an apply made, changed or deleted, for putting it back. */
export type Changed = {
  readonly ref: ClusterRef
  /** The state before; null for what was made. */
  readonly before: PlainMap | null
  /** The uid afterwards; null for what was deleted. */
  readonly uid: string | null
}

/** Told after every step, with the results that are new. */
export type Progress = (says: string, results: readonly ObjectResult[], done: number, of: number) => void

/** What became of each object while a plan is carried out. */
export type Account = {
  says(words: string): void
  /** kubectl's answer to each of these. */
  written(objects: readonly PlannedObject[], answers: readonly (PlainMap | null)[]): void
  settle(objects: readonly PlannedObject[], state: 'unchanged' | 'kept' | 'deleted'): void
  failed(objects: readonly PlannedObject[], failure: ClusterFailure): void
  /** The way to the cluster is gone: nothing more can be done. */
  cutOff(failure: ClusterFailure): void
  readonly hasFailed: boolean
  readonly isCutOff: boolean
  /** One for each object, in the order of the plan. */
  results(): readonly ObjectResult[]
  changed(): readonly Changed[]
  /** What is in the cluster now as it was sent. */
  applied(): readonly PlainMap[]
}

/** An account of the objects of a plan. */
export function createAccount(objects: readonly PlannedObject[], progress: Progress): Account {
  const results = new Map<PlannedObject, ObjectResult>()
  const changed: Changed[] = []
  let words = ''
  let hasFailed = false
  let isCutOff = false
  const tell = (told: readonly ObjectResult[]): void => progress(words, told, results.size, objects.length)
  const put = (
    planned: readonly PlannedObject[],
    stateOf: (planned: PlannedObject, n: number) => ObjectResult['state'],
    failure: ClusterFailure | null = null,
  ): void => {
    if (planned.length === 0) return
    const told = planned.map((each, n) => resultOf(each, stateOf(each, n), failure))
    planned.forEach((each, n) => results.set(each, told[n] ?? resultOf(each, 'failed', failure)))
    tell(told)
  }
  return {
    says(said) {
      words = said
      tell([])
    },
    written(planned, answers) {
      const states = planned.map((each, n) => stateAfter(each, answers[n] ?? null))
      planned.forEach(({ shown, live }, n) => {
        const uid = uidOf(answers[n] ?? {})
        if (states[n] !== 'unchanged') changed.push({ ref: refOnly(shown), before: live, uid })
      })
      put(planned, (_, n) => states[n] ?? 'changed')
    },
    settle(planned, state) {
      if (state === 'deleted')
        for (const { shown, live } of planned) changed.push({ ref: refOnly(shown), before: live, uid: null })
      put(planned, () => state)
    },
    failed(planned, failure) {
      hasFailed = true
      isCutOff ||= isOfTheWay(failure.code)
      put(planned, () => 'failed', failure)
    },
    cutOff(failure) {
      hasFailed = true
      isCutOff = true
      words = failure.message
      tell([])
    },
    get hasFailed() {
      return hasFailed
    },
    get isCutOff() {
      return isCutOff
    },
    results: () => objects.map(each => results.get(each) ?? resultOf(each, 'not-started', null)),
    changed: () => changed,
    applied: () =>
      objects.flatMap(each => {
        const state = results.get(each)?.state
        return each.sent && (state === 'created' || state === 'changed' || state === 'unchanged') ? [each.sent] : []
      }),
  }
}

/** The name of a planned object and no more. */
export function refOnly({ apiVersion, kind, namespace, name }: ClusterRef): ClusterRef {
  return { apiVersion, kind, namespace, name }
}

function stateAfter({ live }: PlannedObject, answer: PlainMap | null): 'created' | 'changed' | 'unchanged' {
  if (live === null) return 'created'
  return answer && samePlain(cleanObject(live), cleanObject(answer)) ? 'unchanged' : 'changed'
}

function resultOf(
  { shown }: PlannedObject,
  state: ObjectResult['state'],
  failure: ClusterFailure | null,
): ObjectResult {
  return { ...refOnly(shown), id: shown.id, state, failure }
}
