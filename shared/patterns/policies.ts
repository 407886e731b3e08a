import type { StarterInput } from '../kinds/kind-row'
import { manifest, plainOrQuoted } from '../kinds/starters/manifest'
import { heading, nameLabelOf } from './parts'

/** One app that may reach another on one port; `fromNamespace` where it lives elsewhere. */
export type Allowance = {
  readonly to: string
  readonly from: string
  readonly fromNamespace?: string
  readonly port: number | string
}

/** Lets one app reach another on one port, and with that nobody else. */
export function allowFrom(input: StarterInput, allowance: Allowance): string {
  return manifest`
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata:
      ${heading(input)}
    spec:
      podSelector:
        matchLabels:
          ${nameLabelOf(allowance.to)}
      policyTypes:
        - Ingress
      ingress:
        - from:
            - ${peer(allowance)}
          ports:
            - protocol: TCP
              port: ${allowance.port}
  `
}

/** Both selectors in one item: pods with that label *in* that namespace. */
function peer({ from, fromNamespace }: Allowance): string {
  const pods = manifest`
    podSelector:
      matchLabels:
        ${nameLabelOf(from)}
  `
  if (fromNamespace === undefined) return pods
  return manifest`
    namespaceSelector:
      matchLabels:
        kubernetes.io/metadata.name: ${plainOrQuoted(fromNamespace)}
    ${pods}
  `
}

/** Lets anybody reach one app on its port: for what stands behind an entry. */
export function allowAnybody(input: StarterInput, to: string, port: number | string): string {
  return manifest`
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata:
      ${heading(input)}
    spec:
      podSelector:
        matchLabels:
          ${nameLabelOf(to)}
      policyTypes:
        - Ingress
      ingress:
        - ports:
            - protocol: TCP
              port: ${port}
  `
}

/** The pods of a namespace may ask for names and reach each other, and nothing else outside. */
export function allowDns(input: StarterInput): string {
  return manifest`
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata:
      ${heading(input)}
    spec:
      podSelector: {}
      policyTypes:
        - Egress
      egress:
        - to:
            - namespaceSelector:
                matchLabels:
                  kubernetes.io/metadata.name: kube-system
          ports:
            - protocol: UDP
              port: 53
            - protocol: TCP
              port: 53
        - to:
            - podSelector: {}
  `
}
