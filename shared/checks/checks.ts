import type { Check } from './check'
import { nameNotAllowed } from './name-not-allowed'
import { servicePorts } from './service-ports'
import { sameKeyTwice } from './same-key-twice'
import { containerWithoutImage } from './container-without-image'
import { mountWithoutVolume } from './mount-without-volume'
import { oneOfSeveral } from './one-of-several'
import { jobRestartPolicy } from './job-restart-policy'
import { claimIncomplete } from './claim-incomplete'
import { autoscalerBounds } from './autoscaler-bounds'
import { ingressWithoutTarget } from './ingress-without-target'
import { incompleteSecret } from './incomplete-secret'
import { danglingReference } from './dangling-reference'
import { duplicateObject } from './duplicate-object'
import { missingKey } from './missing-key'
import { notServed } from './not-served'
import { schemaFindings } from './schema-findings'
import { selectorMatchesNothing } from './selector-matches-nothing'
import { selectorMissesTemplate } from './selector-misses-template'
import { subjectWithoutNamespace } from './subject-without-namespace'

/** Every check of an object, with the codes of what it finds. What documents and files have wrong is in document-problems.ts. */
export const checks: readonly CheckRow[] = [
  { codes: ['not-served'], check: notServed, byServer: true },
  {
    codes: [
      'unknown-field',
      'wrong-type',
      'missing-required',
      'not-an-allowed-value',
      'out-of-bounds',
      'same-key-twice',
    ],
    check: schemaFindings,
    byServer: true,
  },
  { codes: ['dangling-reference'], check: danglingReference, byServer: false },
  { codes: ['missing-key'], check: missingKey, byServer: false },
  { codes: ['duplicate-object'], check: duplicateObject, byServer: false },
  { codes: ['selector-matches-nothing'], check: selectorMatchesNothing, byServer: false },
  { codes: ['selector-misses-template'], check: selectorMissesTemplate, byServer: true },
  { codes: ['name-not-allowed'], check: nameNotAllowed, byServer: true },
  {
    codes: ['service-without-ports', 'port-without-name', 'node-port-not-allowed'],
    check: servicePorts,
    byServer: true,
  },
  { codes: ['same-key-twice'], check: sameKeyTwice, byServer: true },
  { codes: ['container-without-image'], check: containerWithoutImage, byServer: true },
  { codes: ['mount-without-volume'], check: mountWithoutVolume, byServer: true },
  { codes: ['not-one-of-several'], check: oneOfSeveral, byServer: true },
  { codes: ['job-restart-policy'], check: jobRestartPolicy, byServer: true },
  { codes: ['claim-incomplete'], check: claimIncomplete, byServer: true },
  { codes: ['autoscaler-bounds'], check: autoscalerBounds, byServer: true },
  { codes: ['ingress-without-target'], check: ingressWithoutTarget, byServer: true },
  { codes: ['subject-without-namespace'], check: subjectWithoutNamespace, byServer: true },
  { codes: ['incomplete-secret'], check: incompleteSecret, byServer: true },
]

export type CheckRow = {
  readonly codes: readonly string[]
  readonly check: Check
  /** What it finds as an error, the API server refuses: bench:server holds it against one. */
  readonly byServer: boolean
}
