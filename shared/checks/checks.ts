import type { Check } from './check'
import { danglingReference } from './dangling-reference'
import { duplicateObject } from './duplicate-object'
import { missingKey } from './missing-key'
import { notServed } from './not-served'
import { schemaFindings } from './schema-findings'
import { selectorMatchesNothing } from './selector-matches-nothing'
import { selectorMissesTemplate } from './selector-misses-template'

/** Every check of an object, with the codes of what it finds. What documents and files have wrong is in document-problems.ts. */
export const checks: readonly CheckRow[] = [
  { codes: ['not-served'], check: notServed },
  {
    codes: ['unknown-field', 'wrong-type', 'missing-required', 'not-an-allowed-value', 'out-of-bounds'],
    check: schemaFindings,
  },
  { codes: ['dangling-reference'], check: danglingReference },
  { codes: ['missing-key'], check: missingKey },
  { codes: ['duplicate-object'], check: duplicateObject },
  { codes: ['selector-matches-nothing'], check: selectorMatchesNothing },
  { codes: ['selector-misses-template'], check: selectorMissesTemplate },
]

export type CheckRow = { readonly codes: readonly string[]; readonly check: Check }
