import { listAt, mapAt, textAt, valueAt } from '../../yaml/plain'
import { paramKey } from '../own-keys'
import { nameKeyOf } from '../presence'
import { NO_DETAIL, type Reference } from '../reference'
import type { RelationRule } from '../rule'
import type { Source } from '../source'
import { byLabels } from '../ties/by-labels'
import { byName, kindInReference, kindOr } from '../ties/by-name'
import { byNamespace } from '../ties/by-namespace'
import { titleOf } from '../title'
import { selectPods } from '../wires/select-pods'
import { setField } from '../wires/set-field'
import type { Ends, WireForm } from '../wires/wire-form'

const AUTOSCALER = 'HorizontalPodAutoscaler.autoscaling'
const VERTICAL = 'VerticalPodAutoscaler.autoscaling.k8s.io'
const ADMISSION = 'admissionregistration.k8s.io'
const BINDINGS = ['Validating', 'Mutating'].map(sort => `${sort}AdmissionPolicyBinding.${ADMISSION}`)
const FLOW_CONTROL = 'flowcontrol.apiserver.k8s.io'
/** Kubernetes' own kinds, and Argo's, that have a scale subresource. */
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
    from: [AUTOSCALER],
    says: 'scales',
    group: 'policy',
    tie: byName({ at: 'spec.scaleTargetRef', name: 'name', kind: kindInReference }),
    wire: scaleTarget('spec.scaleTargetRef', 'Scales', isScalable),
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
    id: 'autoscaler-measures-object',
    from: [AUTOSCALER],
    says: 'measures',
    group: 'policy',
    tie: byName({ at: 'spec.metrics.*.object.describedObject', name: 'name', kind: kindInReference }),
  },
  {
    id: 'autoscaler-sizes-workload',
    from: [VERTICAL],
    says: 'sizes',
    group: 'policy',
    tie: byName({ at: 'spec.targetRef', name: 'name', kind: kindInReference }),
    wire: scaleTarget('spec.targetRef', 'Sizes', isSizable),
  },
  {
    id: 'scaledobject-scales-workload',
    from: ['ScaledObject.keda.sh'],
    says: 'scales',
    group: 'policy',
    tie: byName({ at: 'spec.scaleTargetRef', name: 'name', kind: kindOr('Deployment.apps') }),
    wire: scaleTarget('spec.scaleTargetRef', 'Scales', isScalable),
  },
  {
    id: 'quota-limits-namespace',
    from: ['ResourceQuota', 'LimitRange'],
    says: 'limits',
    group: 'policy',
    tie: byNamespace('metadata.namespace'),
  },
  {
    id: 'binding-applies-policy',
    from: [`ValidatingAdmissionPolicyBinding.${ADMISSION}`],
    says: 'applies',
    group: 'policy',
    tie: byName({ at: 'spec.policyName', kind: `ValidatingAdmissionPolicy.${ADMISSION}` }),
  },
  {
    id: 'binding-applies-mutation',
    from: [`MutatingAdmissionPolicyBinding.${ADMISSION}`],
    says: 'applies',
    group: 'policy',
    tie: byName({ at: 'spec.policyName', kind: `MutatingAdmissionPolicy.${ADMISSION}` }),
  },
  {
    id: 'binding-uses-params',
    from: BINDINGS,
    says: 'takes its settings from',
    group: 'policy',
    tie: paramsTie,
  },
  {
    id: 'flowschema-of-priority-level',
    from: [`FlowSchema.${FLOW_CONTROL}`],
    says: 'has level',
    group: 'policy',
    tie: byName({
      at: 'spec.priorityLevelConfiguration.name',
      kind: `PriorityLevelConfiguration.${FLOW_CONTROL}`,
      optional: name => BUILT_IN_LEVELS.has(name),
    }),
  },
]

/**
 * What a policy of admission is set by: a ConfigMap, or a custom resource of the kind that the policy names. Without a
 * namespace it is looked for beside each object that is admitted: then no one object can be told.
 */
function paramsTie({ object }: Source): readonly Reference[] {
  const reference = mapAt(object.data, 'spec', 'paramRef')
  const name = textAt(reference, 'name')
  const namespace = textAt(reference, 'namespace')
  if (name === null) return []
  const keys = [nameKeyOf({ kind: 'ConfigMap', namespace, name }), paramKey(namespace, name)]
  const target = { by: 'lookup', keys, orElse: null, renamed: (to: string) => to } as const
  return [{ path: ['spec', 'paramRef', 'name'], apart: '', optional: true, detail: NO_DETAIL, target }]
}

/** Levels that every API server has from its start. */
const BUILT_IN_LEVELS = new Set([
  'catch-all',
  'exempt',
  'global-default',
  'leader-election',
  'node-high',
  'system',
  'workload-high',
  'workload-low',
])

/** A wire that names what is scaled. */
function scaleTarget(at: string, label: string, takes: (ends: Ends) => boolean): WireForm {
  return setField({
    to: ['any'],
    label,
    at,
    against: ends =>
      takes(ends)
        ? null
        : `${titleOf(ends.to.object)} has no number of replicas that could be set: no scale subresource.`,
    value: ({ to }) => ({ apiVersion: to.object.apiVersion, kind: to.object.kind, name: to.object.name }),
  })
}

/**
 * Whether the API server scales an object. A custom resource has the subresource where its definition says so; one whose
 * definition is in no file shows it by the number of replicas that it holds.
 */
function isScalable({ graph, to }: Ends): boolean {
  const { id, kind, data } = to.object
  if (SCALABLE.has(kind) || typeof valueAt(data, ['spec', 'replicas']) === 'number') return true
  const definition = graph.relationsOf(id).find(({ rule, from }) => rule === 'resource-defined-by' && from === id)?.to
  const versions = listAt(definition == null ? null : graph.object(definition)?.data, 'spec', 'versions')
  return versions.some(version => valueAt(version, ['subresources', 'scale']) !== undefined)
}

/** The vertical autoscaler also knows controllers of pods that have no replicas. */
function isSizable(ends: Ends): boolean {
  return ['DaemonSet', 'Job', 'CronJob'].includes(ends.to.object.kind) || isScalable(ends)
}
