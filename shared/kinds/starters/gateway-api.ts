import type { StarterInput } from '../kind-row'
import { clusterMetadata, manifest, metadata, plainOrQuoted } from './manifest'
import { hostFor } from './traffic'

export function gatewayClassStarter(input: StarterInput): string {
  return manifest`
    apiVersion: gateway.networking.k8s.io/v1
    kind: GatewayClass
    ${clusterMetadata(input)}
    spec:
      controllerName: example.com/gateway-controller
  `
}

/** A plain HTTP entry for every host, for the class of its own name. */
export function gatewayStarter(input: StarterInput): string {
  return manifest`
    apiVersion: gateway.networking.k8s.io/v1
    kind: Gateway
    ${metadata(input)}
    spec:
      gatewayClassName: ${plainOrQuoted(input.name)}
      listeners:
        - name: http
          protocol: HTTP
          port: 80
          allowedRoutes:
            namespaces:
              from: Same
  `
}

export function listenerSetStarter(input: StarterInput): string {
  return manifest`
    apiVersion: gateway.networking.k8s.io/v1
    kind: ListenerSet
    ${metadata(input)}
    spec:
      parentRef:
        name: ${plainOrQuoted(input.name)}
      listeners:
        - name: http
          protocol: HTTP
          port: 80
          hostname: ${hostFor(input)}
  `
}

/** Routes everything of one host to the Service of its own name, through the Gateway of its own name. */
export function httpRouteStarter(input: StarterInput): string {
  return manifest`
    apiVersion: gateway.networking.k8s.io/v1
    kind: HTTPRoute
    ${metadata(input)}
    spec:
      ${parent(input)}
      hostnames:
        - ${hostFor(input)}
      rules:
        - matches:
            - path:
                type: PathPrefix
                value: /
          ${backend(input, 80)}
  `
}

export function grpcRouteStarter(input: StarterInput): string {
  return manifest`
    apiVersion: gateway.networking.k8s.io/v1
    kind: GRPCRoute
    ${metadata(input)}
    spec:
      ${parent(input)}
      hostnames:
        - ${hostFor(input)}
      rules:
        - ${backend(input, 9000)}
  `
}

export function tlsRouteStarter(input: StarterInput): string {
  return manifest`
    apiVersion: gateway.networking.k8s.io/v1
    kind: TLSRoute
    ${metadata(input)}
    spec:
      ${parent(input)}
      hostnames:
        - ${hostFor(input)}
      rules:
        - ${backend(input, 443)}
  `
}

export function tcpRouteStarter(input: StarterInput): string {
  return portRoute('TCPRoute', 5432, input)
}

export function udpRouteStarter(input: StarterInput): string {
  return portRoute('UDPRoute', 53, input)
}

function portRoute(kind: string, port: number, input: StarterInput): string {
  return manifest`
    apiVersion: gateway.networking.k8s.io/v1
    kind: ${kind}
    ${metadata(input)}
    spec:
      ${parent(input)}
      rules:
        - ${backend(input, port)}
  `
}

/** Lets HTTPRoutes of the namespace `default` send traffic to Services of this one. */
export function referenceGrantStarter(input: StarterInput): string {
  return manifest`
    apiVersion: gateway.networking.k8s.io/v1
    kind: ReferenceGrant
    ${metadata(input)}
    spec:
      from:
        - group: gateway.networking.k8s.io
          kind: HTTPRoute
          namespace: default
      to:
        - group: ""
          kind: Service
  `
}

export function backendTlsPolicyStarter(input: StarterInput): string {
  return manifest`
    apiVersion: gateway.networking.k8s.io/v1
    kind: BackendTLSPolicy
    ${metadata(input)}
    spec:
      targetRefs:
        - group: ""
          kind: Service
          name: ${plainOrQuoted(input.name)}
      validation:
        wellKnownCACertificates: System
        hostname: ${hostFor(input)}
  `
}

function parent(input: StarterInput): string {
  return manifest`
    parentRefs:
      - name: ${plainOrQuoted(input.name)}
  `
}

function backend(input: StarterInput, port: number): string {
  return manifest`
    backendRefs:
      - name: ${plainOrQuoted(input.name)}
        port: ${port}
  `
}
