import { one, WEB, CONFIG, type RuleCase } from './rule-case.test-data'
import { INGRESS } from './traffic.test-data'

const SCALER = (spec: string) => `autoscaling/v2 HorizontalPodAutoscaler scaler {spec: {maxReplicas: 3, ${spec}}}`
const ADMISSION = 'admissionregistration.k8s.io/v1'
export const target = '{apiVersion: apps/v1, kind: Deployment, name: web}'
/** Of the rules in rules/policy.ts. */
export const policies: readonly RuleCase[] = [
  one(
    'autoscaler-scales-workload',
    '/spec/scaleTargetRef/name',
    'Deployment web',
    SCALER(`scaleTargetRef: ${target}`),
    WEB,
  ),
  one(
    'budget-protects-workload',
    '/spec/selector',
    'Deployment web',
    'policy/v1 PodDisruptionBudget budget {spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}}',
    WEB,
  ),
  one(
    'autoscaler-measures-object',
    '/spec/metrics/0/object/describedObject/name',
    'Ingress entry',
    SCALER(
      'metrics: [{type: Object, object: {describedObject: {apiVersion: networking.k8s.io/v1, kind: Ingress, name: entry}}}]',
    ),
    INGRESS('{}'),
  ),
  one(
    'autoscaler-sizes-workload',
    '/spec/targetRef/name',
    'Deployment web',
    `autoscaling.k8s.io/v1 VerticalPodAutoscaler sizer {spec: {updatePolicy: {}, targetRef: ${target}}}`,
    WEB,
  ),
  one(
    'scaledobject-scales-workload',
    '/spec/scaleTargetRef/name',
    'Deployment web',
    'keda.sh/v1alpha1 ScaledObject scaler {spec: {triggers: [], scaleTargetRef: {name: web}}}',
    WEB,
  ),
  one(
    'quota-limits-namespace',
    '/metadata/namespace',
    'Namespace shop',
    'v1 ResourceQuota quota {spec: {hard: {pods: 10}}}',
    'v1 Namespace shop',
  ),
  one(
    'binding-applies-policy',
    '/spec/policyName',
    'ValidatingAdmissionPolicy rules',
    `${ADMISSION} ValidatingAdmissionPolicyBinding rules {spec: {policyName: rules}}`,
    `${ADMISSION} ValidatingAdmissionPolicy rules {spec: {}}`,
  ),
  one(
    'binding-applies-mutation',
    '/spec/policyName',
    'MutatingAdmissionPolicy defaults',
    `${ADMISSION}beta1 MutatingAdmissionPolicyBinding defaults {spec: {policyName: defaults}}`,
    `${ADMISSION}beta1 MutatingAdmissionPolicy defaults {spec: {}}`,
  ),
  one(
    'binding-uses-params',
    '/spec/paramRef/name',
    'ConfigMap settings',
    `${ADMISSION} ValidatingAdmissionPolicyBinding rules {spec: {paramRef: {name: settings, namespace: shop}}}`,
    CONFIG,
  ),
  one(
    'flowschema-of-priority-level',
    '/spec/priorityLevelConfiguration/name',
    'PriorityLevelConfiguration slow',
    'flowcontrol.apiserver.k8s.io/v1 FlowSchema batch {spec: {priorityLevelConfiguration: {name: slow}}}',
    'flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration slow {spec: {type: Limited}}',
  ),
]
