import type { RelationRule } from '../rule'
import { byLabels } from '../ties/by-labels'
import { byName, kindInReference } from '../ties/by-name'
import { selectPods } from '../wires/select-pods'
import { setField } from '../wires/set-field'

const SCALABLE: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
])

/** Scaling, disruption and policy: RELATIONS.md, fifth section. */
export const policyRules: readonly RelationRule[] = [
  {
    id: 'autoscaler-scales-workload',
    from: ['HorizontalPodAutoscaler.autoscaling'],
    says: 'scales',
    group: 'policy',
    tie: byName({ at: 'spec.scaleTargetRef', name: 'name', kind: reference => kindInReference(reference) }),
    wire: setField({
      to: ['workload'],
      label: 'Scales',
      at: 'spec.scaleTargetRef',
      // What has no scale subresource can't be scaled.
      fits: ({ to }) => SCALABLE.has(to.object.kind),
      value: ({ to }) => ({ apiVersion: to.object.apiVersion, kind: to.object.kind, name: to.object.name }),
    }),
  },
  {
    id: 'budget-protects-workload',
    from: ['PodDisruptionBudget.policy'],
    says: 'protects',
    group: 'policy',
    // policy/v1: an empty selector protects every pod of the namespace (v1beta1: none).
    tie: byLabels({ at: 'spec.selector', form: 'selector', empty: 'everything' }),
    wire: selectPods({ label: 'Protects', at: ['spec', 'selector'], form: 'selector' }),
  },
  {
    id: 'networkpolicy-applies-to-workload',
    from: ['NetworkPolicy.networking.k8s.io'],
    says: 'applies to',
    group: 'policy',
    tie: byLabels({ at: 'spec.podSelector', form: 'selector', empty: 'everything' }),
    wire: selectPods({ label: 'Applies to', at: ['spec', 'podSelector'], form: 'selector', required: true }),
  },
]
