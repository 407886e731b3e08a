import type { RelationRule } from '../rule'
import { byLabels } from '../ties/by-labels'
import { byName, kindInReference } from '../ties/by-name'

/** Scaling, disruption and policy: RELATIONS.md, fifth section. */
export const policyRules: readonly RelationRule[] = [
  {
    id: 'autoscaler-scales-workload',
    from: ['HorizontalPodAutoscaler.autoscaling'],
    says: 'scales',
    group: 'policy',
    tie: byName({ at: 'spec.scaleTargetRef', name: 'name', kind: reference => kindInReference(reference) }),
  },
  {
    id: 'budget-protects-workload',
    from: ['PodDisruptionBudget.policy'],
    says: 'protects',
    group: 'policy',
    // policy/v1: an empty selector protects every pod of the namespace (v1beta1: none).
    tie: byLabels({ at: 'spec.selector', form: 'selector', empty: 'everything' }),
  },
  {
    id: 'networkpolicy-applies-to-workload',
    from: ['NetworkPolicy.networking.k8s.io'],
    says: 'applies to',
    group: 'policy',
    tie: byLabels({ at: 'spec.podSelector', form: 'selector', empty: 'everything' }),
  },
]
