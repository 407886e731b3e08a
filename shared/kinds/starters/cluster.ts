import type { StarterInput } from '../kind-row'
import { clusterMetadata, manifest, metadata, plainOrQuoted } from './manifest'

export function runtimeClassStarter(input: StarterInput): string {
  return manifest`
    apiVersion: node.k8s.io/v1
    kind: RuntimeClass
    ${clusterMetadata(input)}
    handler: runsc
  `
}

/** A policy that asks every Deployment for more than one replica. It binds nothing until a binding names it. */
export function validatingPolicyStarter(input: StarterInput): string {
  return manifest`
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicy
    ${clusterMetadata(input)}
    spec:
      failurePolicy: Fail
      ${deploymentsOnly}
      validations:
        - expression: object.spec.replicas > 1
          message: A Deployment needs more than one replica
  `
}

export function validatingBindingStarter(input: StarterInput): string {
  return manifest`
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicyBinding
    ${clusterMetadata(input)}
    spec:
      policyName: ${plainOrQuoted(input.name)}
      validationActions:
        - Warn
  `
}

/** A policy that labels every new Deployment. It binds nothing until a binding names it. */
export function mutatingPolicyStarter(input: StarterInput): string {
  return manifest`
    apiVersion: admissionregistration.k8s.io/v1
    kind: MutatingAdmissionPolicy
    ${clusterMetadata(input)}
    spec:
      failurePolicy: Fail
      reinvocationPolicy: Never
      ${deploymentsOnly}
      mutations:
        - patchType: ApplyConfiguration
          applyConfiguration:
            expression: 'Object{metadata: Object.metadata{labels: {"reviewed": "false"}}}'
  `
}

export function mutatingBindingStarter(input: StarterInput): string {
  return manifest`
    apiVersion: admissionregistration.k8s.io/v1
    kind: MutatingAdmissionPolicyBinding
    ${clusterMetadata(input)}
    spec:
      policyName: ${plainOrQuoted(input.name)}
  `
}

const deploymentsOnly = manifest`
  matchConstraints:
    resourceRules:
      - apiGroups:
          - apps
        apiVersions:
          - v1
        operations:
          - CREATE
        resources:
          - deployments
`

/** Asks the Service of its own name about new pods. An outage of it must not stop a cluster, so failures are ignored. */
export function validatingWebhookStarter(input: StarterInput): string {
  return webhook('ValidatingWebhookConfiguration', input)
}

export function mutatingWebhookStarter(input: StarterInput): string {
  return webhook('MutatingWebhookConfiguration', input)
}

function webhook(kind: string, input: StarterInput): string {
  return manifest`
    apiVersion: admissionregistration.k8s.io/v1
    kind: ${kind}
    ${clusterMetadata(input)}
    webhooks:
      - name: ${plainOrQuoted(`${input.name}.example.com`)}
        clientConfig:
          service:
            name: ${plainOrQuoted(input.name)}
            namespace: ${plainOrQuoted(input.namespace ?? 'default')}
            path: /check
        rules:
          - apiGroups:
              - ""
            apiVersions:
              - v1
            operations:
              - CREATE
            resources:
              - pods
        failurePolicy: Ignore
        sideEffects: None
        admissionReviewVersions:
          - v1
        timeoutSeconds: 5
  `
}

/** A fair share of the server for the requests of one account. */
export function flowSchemaStarter(input: StarterInput): string {
  return manifest`
    apiVersion: flowcontrol.apiserver.k8s.io/v1
    kind: FlowSchema
    ${clusterMetadata(input)}
    spec:
      priorityLevelConfiguration:
        name: ${plainOrQuoted(input.name)}
      matchingPrecedence: 1000
      distinguisherMethod:
        type: ByUser
      rules:
        - subjects:
            - kind: ServiceAccount
              serviceAccount:
                name: ${plainOrQuoted(input.name)}
                namespace: ${plainOrQuoted(input.namespace ?? 'default')}
          resourceRules:
            - apiGroups:
                - "*"
              resources:
                - "*"
              verbs:
                - "*"
              namespaces:
                - "*"
  `
}

export function priorityLevelStarter(input: StarterInput): string {
  return manifest`
    apiVersion: flowcontrol.apiserver.k8s.io/v1
    kind: PriorityLevelConfiguration
    ${clusterMetadata(input)}
    spec:
      type: Limited
      limited:
        nominalConcurrencyShares: 10
        limitResponse:
          type: Reject
  `
}

/** Devices of a driver. */
export function deviceClassStarter(input: StarterInput): string {
  return manifest`
    apiVersion: resource.k8s.io/v1
    kind: DeviceClass
    ${clusterMetadata(input)}
    spec:
      selectors:
        - cel:
            expression: device.driver == "gpu.example.com"
  `
}

/** One device of the class of its own name. */
export function resourceClaimStarter(input: StarterInput): string {
  return manifest`
    apiVersion: resource.k8s.io/v1
    kind: ResourceClaim
    ${metadata(input)}
    spec:
      ${oneDevice(input)}
  `
}

export function resourceClaimTemplateStarter(input: StarterInput): string {
  return manifest`
    apiVersion: resource.k8s.io/v1
    kind: ResourceClaimTemplate
    ${metadata(input)}
    spec:
      spec:
        ${oneDevice(input)}
  `
}

function oneDevice(input: StarterInput): string {
  return manifest`
    devices:
      requests:
        - name: device
          exactly:
            deviceClassName: ${plainOrQuoted(input.name)}
  `
}
