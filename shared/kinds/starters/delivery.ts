import type { StarterInput } from '../kind-row'
import { clusterMetadata, manifest, metadata, plainOrQuoted } from './manifest'
import { selector, webTemplate } from './workloads'

/** A Deployment that rolls out in steps: a fifth of the pods, a wait for a person, half of them, a minute, all. */
export function rolloutStarter(input: StarterInput): string {
  return manifest`
    apiVersion: argoproj.io/v1alpha1
    kind: Rollout
    ${metadata(input)}
    spec:
      replicas: 2
      strategy:
        canary:
          steps:
            - setWeight: 20
            - pause: {}
            - setWeight: 50
            - pause:
                duration: 1m
      ${selector(input)}
      ${webTemplate(input)}
  `
}

/** Asks Prometheus how many requests were answered well. */
export function analysisTemplateStarter(input: StarterInput): string {
  return analysisTemplate('AnalysisTemplate', metadata(input))
}

export function clusterAnalysisTemplateStarter(input: StarterInput): string {
  return analysisTemplate('ClusterAnalysisTemplate', clusterMetadata(input))
}

function analysisTemplate(kind: string, head: string): string {
  return manifest`
    apiVersion: argoproj.io/v1alpha1
    kind: ${kind}
    ${head}
    spec:
      args:
        - name: service
      metrics:
        - name: success-rate
          interval: 1m
          count: 5
          failureLimit: 1
          successCondition: result[0] >= 0.95
          provider:
            prometheus:
              address: http://prometheus.monitoring.svc:9090
              query: sum(rate(http_requests_total{service="{{args.service}}",code!~"5.."}[2m])) / sum(rate(http_requests_total{service="{{args.service}}"}[2m]))
  `
}

export function applicationStarter(input: StarterInput): string {
  return manifest`
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    ${metadata(input)}
    spec:
      ${applicationSpec(plainOrQuoted(input.name))}
  `
}

/** An Application for each entry of a list. */
export function applicationSetStarter(input: StarterInput): string {
  return manifest`
    apiVersion: argoproj.io/v1alpha1
    kind: ApplicationSet
    ${metadata(input)}
    spec:
      goTemplate: true
      generators:
        - list:
            elements:
              - environment: staging
              - environment: production
      template:
        metadata:
          name: '${input.name}-{{.environment}}'
        spec:
          ${applicationSpec("'{{.environment}}'")}
  `
}

function applicationSpec(namespace: string): string {
  return manifest`
    project: default
    source:
      repoURL: https://github.com/argoproj/argocd-example-apps.git
      targetRevision: HEAD
      path: guestbook
    destination:
      server: https://kubernetes.default.svc
      namespace: ${namespace}
    syncPolicy:
      automated:
        prune: true
        selfHeal: true
  `
}

export function appProjectStarter(input: StarterInput): string {
  return manifest`
    apiVersion: argoproj.io/v1alpha1
    kind: AppProject
    ${metadata(input)}
    spec:
      description: What one team may deploy, and where
      sourceRepos:
        - https://github.com/argoproj/*
      destinations:
        - server: https://kubernetes.default.svc
          namespace: ${plainOrQuoted(input.name)}
  `
}

export function gitRepositoryStarter(input: StarterInput): string {
  return manifest`
    apiVersion: source.toolkit.fluxcd.io/v1
    kind: GitRepository
    ${metadata(input)}
    spec:
      interval: 5m
      url: https://github.com/stefanprodan/podinfo
      ref:
        branch: master
  `
}

export function ociRepositoryStarter(input: StarterInput): string {
  return manifest`
    apiVersion: source.toolkit.fluxcd.io/v1
    kind: OCIRepository
    ${metadata(input)}
    spec:
      interval: 5m
      url: oci://ghcr.io/stefanprodan/manifests/podinfo
      ref:
        tag: latest
  `
}

export function helmRepositoryStarter(input: StarterInput): string {
  return manifest`
    apiVersion: source.toolkit.fluxcd.io/v1
    kind: HelmRepository
    ${metadata(input)}
    spec:
      interval: 1h
      url: https://stefanprodan.github.io/podinfo
  `
}

export function helmChartStarter(input: StarterInput): string {
  return manifest`
    apiVersion: source.toolkit.fluxcd.io/v1
    kind: HelmChart
    ${metadata(input)}
    spec:
      interval: 10m
      chart: podinfo
      version: 6.x
      sourceRef:
        kind: HelmRepository
        name: ${plainOrQuoted(input.name)}
  `
}

export function bucketStarter(input: StarterInput): string {
  return manifest`
    apiVersion: source.toolkit.fluxcd.io/v1
    kind: Bucket
    ${metadata(input)}
    spec:
      interval: 5m
      provider: generic
      bucketName: ${plainOrQuoted(input.name)}
      endpoint: minio.example.com
  `
}

/** Applies a folder of the GitRepository of its own name. */
export function fluxKustomizationStarter(input: StarterInput): string {
  return manifest`
    apiVersion: kustomize.toolkit.fluxcd.io/v1
    kind: Kustomization
    ${metadata(input)}
    spec:
      interval: 10m
      path: ./kustomize
      prune: true
      sourceRef:
        kind: GitRepository
        name: ${plainOrQuoted(input.name)}
  `
}

/** Installs a chart of the HelmRepository of its own name. */
export function helmReleaseStarter(input: StarterInput): string {
  return manifest`
    apiVersion: helm.toolkit.fluxcd.io/v2
    kind: HelmRelease
    ${metadata(input)}
    spec:
      interval: 10m
      chart:
        spec:
          chart: podinfo
          version: 6.x
          sourceRef:
            kind: HelmRepository
            name: ${plainOrQuoted(input.name)}
      values:
        replicaCount: 2
  `
}
