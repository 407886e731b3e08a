import type { StarterInput } from '../kind-row'
import { manifest, metadata, nameLabel, plainOrQuoted } from './manifest'
import { containerSecurity, podSecurity, smallResources, taskPodSpec, webPodSpec } from './pod-parts'

export function podStarter(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: Pod
    ${metadata(input)}
    spec:
      ${webPodSpec('web')}
  `
}

export function deploymentStarter(input: StarterInput): string {
  return replicated('apps/v1', 'Deployment', input)
}

export function replicaSetStarter(input: StarterInput): string {
  return replicated('apps/v1', 'ReplicaSet', input)
}

function replicated(apiVersion: string, kind: string, input: StarterInput): string {
  return manifest`
    apiVersion: ${apiVersion}
    kind: ${kind}
    ${metadata(input)}
    spec:
      replicas: 2
      ${selector(input)}
      ${webTemplate(input)}
  `
}

/** A ReplicationController's selector is a plain map, without `matchLabels`. */
export function replicationControllerStarter(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: ReplicationController
    ${metadata(input)}
    spec:
      replicas: 2
      selector:
        ${nameLabel(input)}
      ${webTemplate(input)}
  `
}

/** A small key-value store that keeps its data in a claim of its own for every pod. */
export function statefulSetStarter(input: StarterInput): string {
  return manifest`
    apiVersion: apps/v1
    kind: StatefulSet
    ${metadata(input)}
    spec:
      serviceName: ${plainOrQuoted(input.name)}
      replicas: 1
      ${selector(input)}
      template:
        ${templateMetadata(input)}
        spec:
          ${podSecurity(999)}
          containers:
            - name: store
              image: valkey/valkey:8.1-alpine
              args:
                - valkey-server
                - --appendonly
                - "yes"
              ports:
                - name: store
                  containerPort: 6379
              readinessProbe:
                tcpSocket:
                  port: store
              livenessProbe:
                tcpSocket:
                  port: store
                initialDelaySeconds: 10
              ${smallResources}
              ${containerSecurity}
              volumeMounts:
                - name: data
                  mountPath: /data
      volumeClaimTemplates:
        - metadata:
            name: data
          spec:
            accessModes:
              - ReadWriteOnce
            resources:
              requests:
                storage: 1Gi
  `
}

/** An agent on every Linux node that tells Prometheus about it. */
export function daemonSetStarter(input: StarterInput): string {
  return manifest`
    apiVersion: apps/v1
    kind: DaemonSet
    ${metadata(input)}
    spec:
      ${selector(input)}
      template:
        ${templateMetadata(input)}
        spec:
          nodeSelector:
            kubernetes.io/os: linux
          ${podSecurity(65534)}
          containers:
            - name: agent
              image: quay.io/prometheus/node-exporter:v1.9.1
              ports:
                - name: metrics
                  containerPort: 9100
              readinessProbe:
                httpGet:
                  path: /
                  port: metrics
              livenessProbe:
                httpGet:
                  path: /
                  port: metrics
                initialDelaySeconds: 10
              ${smallResources}
              ${containerSecurity}
  `
}

export function jobStarter(input: StarterInput): string {
  return manifest`
    apiVersion: batch/v1
    kind: Job
    ${metadata(input)}
    spec:
      backoffLimit: 3
      template:
        ${templateMetadata(input)}
        spec:
          ${taskPodSpec('task', 'Never', 'echo "The work is done"')}
  `
}

export function cronJobStarter(input: StarterInput): string {
  return manifest`
    apiVersion: batch/v1
    kind: CronJob
    ${metadata(input)}
    spec:
      schedule: "0 3 * * *"
      concurrencyPolicy: Forbid
      jobTemplate:
        spec:
          backoffLimit: 3
          template:
            ${templateMetadata(input)}
            spec:
              ${taskPodSpec('task', 'OnFailure', 'echo "The work is done"')}
  `
}

export function podTemplateStarter(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: PodTemplate
    ${metadata(input)}
    ${webTemplate(input)}
  `
}

/** The selector of a workload: its own pods, by the label that its template gives them. */
export function selector(input: StarterInput): string {
  return manifest`
    selector:
      matchLabels:
        ${nameLabel(input)}
  `
}

/** A pod template of a small web server. */
export function webTemplate(input: StarterInput): string {
  return manifest`
    template:
      ${templateMetadata(input)}
      spec:
        ${webPodSpec('web')}
  `
}

function templateMetadata(input: StarterInput): string {
  return manifest`
    metadata:
      labels:
        ${nameLabel(input)}
  `
}
