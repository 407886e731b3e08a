import type { StarterInput } from '../kind-row'
import { clusterMetadata, manifest, metadata, nameLabel, plainOrQuoted } from './manifest'
import { podSecurity } from './pod-parts'
import { hostFor } from './traffic'
import { selector } from './workloads'

/** A certificate for one host from the Issuer of its own name, kept in a Secret. */
export function certificateStarter(input: StarterInput): string {
  return manifest`
    apiVersion: cert-manager.io/v1
    kind: Certificate
    ${metadata(input)}
    spec:
      secretName: ${plainOrQuoted(`${input.name}-tls`)}
      dnsNames:
        - ${hostFor(input)}
      issuerRef:
        kind: Issuer
        name: ${plainOrQuoted(input.name)}
  `
}

export function issuerStarter(input: StarterInput): string {
  return issuer('Issuer', metadata(input))
}

export function clusterIssuerStarter(input: StarterInput): string {
  return issuer('ClusterIssuer', clusterMetadata(input))
}

function issuer(kind: string, head: string): string {
  return manifest`
    apiVersion: cert-manager.io/v1
    kind: ${kind}
    ${head}
    spec:
      selfSigned: {}
  `
}

/** Fetches one password from the SecretStore of its own name. */
export function externalSecretStarter(input: StarterInput): string {
  return manifest`
    apiVersion: external-secrets.io/v1
    kind: ExternalSecret
    ${metadata(input)}
    spec:
      refreshInterval: 1h
      secretStoreRef:
        kind: SecretStore
        name: ${plainOrQuoted(input.name)}
      target:
        name: ${plainOrQuoted(input.name)}
      data:
        - secretKey: password
          remoteRef:
            key: ${plainOrQuoted(input.name)}
            property: password
  `
}

/** A store that answers with fixed values: works without any outside service. */
export function secretStoreStarter(input: StarterInput): string {
  return secretStore('SecretStore', metadata(input), input)
}

export function clusterSecretStoreStarter(input: StarterInput): string {
  return secretStore('ClusterSecretStore', clusterMetadata(input), input)
}

function secretStore(kind: string, head: string, input: StarterInput): string {
  return manifest`
    apiVersion: external-secrets.io/v1
    kind: ${kind}
    ${head}
    spec:
      provider:
        fake:
          data:
            - key: ${plainOrQuoted(input.name)}
              value: '{"password": "change-me"}'
  `
}

/** Scrapes the Services that carry its own name as their label. */
export function serviceMonitorStarter(input: StarterInput): string {
  return manifest`
    apiVersion: monitoring.coreos.com/v1
    kind: ServiceMonitor
    ${metadata(input)}
    spec:
      ${selector(input)}
      endpoints:
        - port: http
          path: /metrics
          interval: 30s
  `
}

export function podMonitorStarter(input: StarterInput): string {
  return manifest`
    apiVersion: monitoring.coreos.com/v1
    kind: PodMonitor
    ${metadata(input)}
    spec:
      ${selector(input)}
      podMetricsEndpoints:
        - port: http
          path: /metrics
          interval: 30s
  `
}

export function prometheusRuleStarter(input: StarterInput): string {
  return manifest`
    apiVersion: monitoring.coreos.com/v1
    kind: PrometheusRule
    ${metadata(input)}
    spec:
      groups:
        - name: availability
          rules:
            - alert: TargetDown
              expr: up == 0
              for: 5m
              labels:
                severity: warning
              annotations:
                summary: A target can't be scraped
  `
}

/** A Prometheus that follows every ServiceMonitor, PodMonitor and rule of its namespace. */
export function prometheusStarter(input: StarterInput): string {
  return manifest`
    apiVersion: monitoring.coreos.com/v1
    kind: Prometheus
    ${metadata(input)}
    spec:
      replicas: 1
      ${podSecurity(65534)}
      serviceMonitorSelector: {}
      podMonitorSelector: {}
      ruleSelector: {}
      resources:
        requests:
          cpu: 100m
          memory: 400Mi
  `
}

export function alertmanagerStarter(input: StarterInput): string {
  return manifest`
    apiVersion: monitoring.coreos.com/v1
    kind: Alertmanager
    ${metadata(input)}
    spec:
      replicas: 1
      ${podSecurity(65534)}
      resources:
        requests:
          cpu: 50m
          memory: 64Mi
  `
}

/** Defines a kind: its name must be its plural and its group, so the plural is the object's own first word. */
export function definitionStarter(input: StarterInput): string {
  const [plural = input.name, ...rest] = input.name.split('.')
  const group = rest.length === 0 ? 'example.com' : rest.join('.')
  const singular = plural.replace(/s$/, '')
  const kind = singular.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase())
  return manifest`
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: ${plural}.${group}
      labels:
        ${nameLabel({ ...input, name: plural })}
    spec:
      group: ${group}
      scope: Namespaced
      names:
        kind: ${kind}
        plural: ${plural}
        singular: ${singular}
      versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec:
                  type: object
                  properties:
                    size:
                      type: integer
  `
}
