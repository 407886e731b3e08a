import { podStarter } from '../../kinds/starters/workloads'
import type { Sample } from '../sample'

export const firstPod: Sample = {
  id: 'first-pod',
  title: 'First pod',
  description: 'One pod with one container: the smallest thing that runs.',
  files: [{ path: 'pod.yaml', text: podStarter({ name: 'web', namespace: null }) }],
  notes: [
    {
      beside: 'default/Pod./web',
      text: 'A pod alone is not started again when its node is lost: a Deployment does that.',
    },
  ],
}
