import type { StarterInput } from '../kind-row'
import { clusterMetadata, manifest, metadata, nameLabel, plainOrQuoted } from './manifest'
import { selector } from './workloads'

/** Scales the Deployment of its own name by the processor's use. */
export function autoscalerStarter(input: StarterInput): string {
  return manifest`
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    ${metadata(input)}
    spec:
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: ${plainOrQuoted(input.name)}
      minReplicas: 2
      maxReplicas: 10
      metrics:
        - type: Resource
          resource:
            name: cpu
            target:
              type: Utilization
              averageUtilization: 70
  `
}

export function disruptionBudgetStarter(input: StarterInput): string {
  return manifest`
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    ${metadata(input)}
    spec:
      minAvailable: 1
      ${selector(input)}
  `
}

/** Lets only pods of the same namespace reach the pods of its own name. */
export function networkPolicyStarter(input: StarterInput): string {
  return manifest`
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    ${metadata(input)}
    spec:
      podSelector:
        matchLabels:
          ${nameLabel(input)}
      policyTypes:
        - Ingress
      ingress:
        - from:
            - podSelector: {}
  `
}

export function quotaStarter(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: ResourceQuota
    ${metadata(input)}
    spec:
      hard:
        requests.cpu: "4"
        requests.memory: 8Gi
        limits.memory: 16Gi
        pods: "50"
  `
}

export function limitRangeStarter(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: LimitRange
    ${metadata(input)}
    spec:
      limits:
        - type: Container
          defaultRequest:
            cpu: 100m
            memory: 128Mi
          default:
            cpu: 500m
            memory: 256Mi
  `
}

export function priorityClassStarter(input: StarterInput): string {
  return manifest`
    apiVersion: scheduling.k8s.io/v1
    kind: PriorityClass
    ${clusterMetadata(input)}
    value: 1000
    globalDefault: false
    description: Runs before pods without a priority
  `
}
