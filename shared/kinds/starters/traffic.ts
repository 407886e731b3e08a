import type { StarterInput } from '../kind-row'
import { clusterMetadata, manifest, metadata, nameLabel, plainOrQuoted } from './manifest'

/** A Service for the pods that carry its own name as their label. */
export function serviceStarter(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: Service
    ${metadata(input)}
    spec:
      selector:
        ${nameLabel(input)}
      ports:
        - name: http
          port: 80
          targetPort: http
  `
}

/** An Ingress that routes everything of one host to the Service of its own name. */
export function ingressStarter(input: StarterInput): string {
  return manifest`
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    ${metadata(input)}
    spec:
      rules:
        - host: ${hostFor(input)}
          http:
            paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: ${plainOrQuoted(input.name)}
                    port:
                      number: 80
  `
}

/** A host in the domain that is kept free for examples. */
export function hostFor(input: StarterInput): string {
  return `${input.name}.example.com`
}

export function ingressClassStarter(input: StarterInput): string {
  return manifest`
    apiVersion: networking.k8s.io/v1
    kind: IngressClass
    ${clusterMetadata(input)}
    spec:
      controller: k8s.io/ingress-nginx
  `
}

/** A slice of fixed addresses behind the Service of its own name. */
export function endpointSliceStarter(input: StarterInput): string {
  return manifest`
    apiVersion: discovery.k8s.io/v1
    kind: EndpointSlice
    metadata:
      name: ${plainOrQuoted(input.name)}
      ${input.namespace === null ? '' : `namespace: ${plainOrQuoted(input.namespace)}`}
      labels:
        kubernetes.io/service-name: ${plainOrQuoted(input.name)}
    addressType: IPv4
    ports:
      - name: http
        protocol: TCP
        port: 8080
    endpoints:
      - addresses:
          - 192.0.2.10
  `
}

export function endpointsStarter(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: Endpoints
    ${metadata(input)}
    subsets:
      - addresses:
          - ip: 192.0.2.10
        ports:
          - name: http
            port: 8080
  `
}
