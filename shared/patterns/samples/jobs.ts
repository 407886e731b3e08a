import { cronJobStarter, jobStarter } from '../../kinds/starters/workloads'
import type { Sample } from '../sample'

export const jobs: Sample = {
  id: 'job-and-cron-job',
  title: 'Jobs',
  description: 'A task that runs to its end once, and one that runs every night.',
  files: [
    { path: 'migrate.yaml', text: jobStarter({ name: 'migrate', namespace: null }) },
    { path: 'nightly.yaml', text: cronJobStarter({ name: 'nightly', namespace: null }) },
  ],
  notes: [
    {
      beside: 'default/Job.batch/migrate',
      text: 'A Job’s template can’t be changed once it exists: delete it and make it again.',
    },
    {
      beside: 'default/CronJob.batch/nightly',
      text: 'Forbid: a run that is due while the last one still works is left out.',
    },
  ],
}
