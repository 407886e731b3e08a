import type { Check } from './check'
import { danglingReference } from './dangling-reference'
import { duplicateObject } from './duplicate-object'
import { missingKey } from './missing-key'
import { selectorMatchesNothing } from './selector-matches-nothing'
import { selectorMissesTemplate } from './selector-misses-template'

/** Every check of an object, by the code of what it finds. What documents and files have wrong is in document-problems.ts. */
export const checks: ReadonlyMap<string, Check> = new Map([
  ['dangling-reference', danglingReference],
  ['missing-key', missingKey],
  ['duplicate-object', duplicateObject],
  ['selector-matches-nothing', selectorMatchesNothing],
  ['selector-misses-template', selectorMissesTemplate],
])
