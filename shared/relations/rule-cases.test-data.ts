import { workloads } from './rule-cases/workloads.test-data'
import { traffic } from './rule-cases/traffic.test-data'
import { gateways } from './rule-cases/gateways.test-data'
import { storage } from './rule-cases/storage.test-data'
import { access } from './rule-cases/access.test-data'
import { policies } from './rule-cases/policies.test-data'
import { mesh } from './rule-cases/mesh.test-data'
import { delivery } from './rule-cases/delivery.test-data'
import { operators } from './rule-cases/operators.test-data'
import type { RuleCase } from './rule-cases/rule-case.test-data'

export type { RuleCase }

/** A case for each rule. */
export const ruleCases: readonly RuleCase[] = [
  ...workloads,
  ...traffic,
  ...gateways,
  ...storage,
  ...access,
  ...policies,
  ...mesh,
  ...delivery,
  ...operators,
]
