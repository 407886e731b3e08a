import type { Sample } from './sample'
import { accountAndRole } from './samples/account-and-role'
import { blueGreen } from './samples/blue-green'
import { canary } from './samples/canary'
import { configuration } from './samples/configuration'
import { deploymentAndService } from './samples/deployment-and-service'
import { firstPod } from './samples/first-pod'
import { jobs } from './samples/jobs'
import { lockedDown } from './samples/locked-down'
import { outsideTraffic } from './samples/outside-traffic'
import { shop } from './samples/shop'
import { volumeClaim } from './samples/volume-claim'

export type { Sample, SampleFile, SampleNote } from './sample'

/** The samples of the start page: the ones that show most first, then one idea each, from simple to rich. */
export const samples: readonly Sample[] = [
  shop,
  blueGreen,
  canary,
  lockedDown,
  firstPod,
  deploymentAndService,
  outsideTraffic,
  configuration,
  volumeClaim,
  jobs,
  accountAndRole,
]
