import type { StarterInput } from '../kind-row'
import { manifest, metadata, nameLabel, plainOrQuoted } from './manifest'
import { selector } from './workloads'
import { hostFor } from './traffic'

/** Sends requests for the Service of its own name to it, through the mesh. */
export function virtualServiceStarter(input: StarterInput): string {
  return manifest`
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    ${metadata(input)}
    spec:
      hosts:
        - ${plainOrQuoted(input.name)}
      http:
        - route:
            - destination:
                host: ${plainOrQuoted(input.name)}
  `
}

/** Names the versions of the Service of its own name. */
export function destinationRuleStarter(input: StarterInput): string {
  return manifest`
    apiVersion: networking.istio.io/v1
    kind: DestinationRule
    ${metadata(input)}
    spec:
      host: ${plainOrQuoted(input.name)}
      subsets:
        - name: v1
          labels:
            version: v1
        - name: v2
          labels:
            version: v2
  `
}

/** Opens the mesh's own entry, the pods labelled `istio: ingressgateway`, for one host. */
export function istioGatewayStarter(input: StarterInput): string {
  return manifest`
    apiVersion: networking.istio.io/v1
    kind: Gateway
    ${metadata(input)}
    spec:
      selector:
        istio: ingressgateway
      servers:
        - port:
            number: 80
            name: http
            protocol: HTTP
          hosts:
            - ${hostFor(input)}
  `
}

export function serviceEntryStarter(input: StarterInput): string {
  return manifest`
    apiVersion: networking.istio.io/v1
    kind: ServiceEntry
    ${metadata(input)}
    spec:
      hosts:
        - ${hostFor(input)}
      location: MESH_EXTERNAL
      resolution: DNS
      ports:
        - number: 443
          name: https
          protocol: HTTPS
  `
}

/** Lets the pods of its own name reach only their own namespace and the mesh. */
export function sidecarStarter(input: StarterInput): string {
  return manifest`
    apiVersion: networking.istio.io/v1
    kind: Sidecar
    ${metadata(input)}
    spec:
      ${workloadSelector(input)}
      egress:
        - hosts:
            - ./*
            - istio-system/*
  `
}

export function workloadEntryStarter(input: StarterInput): string {
  return manifest`
    apiVersion: networking.istio.io/v1
    kind: WorkloadEntry
    ${metadata(input)}
    spec:
      address: 192.0.2.10
      ports:
        http: 8080
      labels:
        ${nameLabel(input)}
  `
}

export function workloadGroupStarter(input: StarterInput): string {
  return manifest`
    apiVersion: networking.istio.io/v1
    kind: WorkloadGroup
    ${metadata(input)}
    spec:
      metadata:
        labels:
          ${nameLabel(input)}
      template:
        ports:
          http: 8080
  `
}

/** Lets only GET requests of its own namespace reach the pods of its own name. */
export function authorizationPolicyStarter(input: StarterInput): string {
  return manifest`
    apiVersion: security.istio.io/v1
    kind: AuthorizationPolicy
    ${metadata(input)}
    spec:
      ${selector(input)}
      action: ALLOW
      rules:
        - from:
            - source:
                namespaces:
                  - ${plainOrQuoted(input.namespace ?? 'default')}
          to:
            - operation:
                methods:
                  - GET
  `
}

export function peerAuthenticationStarter(input: StarterInput): string {
  return manifest`
    apiVersion: security.istio.io/v1
    kind: PeerAuthentication
    ${metadata(input)}
    spec:
      mtls:
        mode: STRICT
  `
}

export function requestAuthenticationStarter(input: StarterInput): string {
  return manifest`
    apiVersion: security.istio.io/v1
    kind: RequestAuthentication
    ${metadata(input)}
    spec:
      ${selector(input)}
      jwtRules:
        - issuer: https://login.example.com
          jwksUri: https://login.example.com/.well-known/jwks.json
  `
}

export function telemetryStarter(input: StarterInput): string {
  return manifest`
    apiVersion: telemetry.istio.io/v1
    kind: Telemetry
    ${metadata(input)}
    spec:
      accessLogging:
        - providers:
            - name: envoy
  `
}

/** Takes the server's name off the answers of the pods of its own name. */
export function envoyFilterStarter(input: StarterInput): string {
  return manifest`
    apiVersion: networking.istio.io/v1alpha3
    kind: EnvoyFilter
    ${metadata(input)}
    spec:
      ${workloadSelector(input)}
      configPatches:
        - applyTo: NETWORK_FILTER
          match:
            context: SIDECAR_INBOUND
            listener:
              filterChain:
                filter:
                  name: envoy.filters.network.http_connection_manager
          patch:
            operation: MERGE
            value:
              typed_config:
                "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                server_header_transformation: PASS_THROUGH
  `
}

export function wasmPluginStarter(input: StarterInput): string {
  return manifest`
    apiVersion: extensions.istio.io/v1alpha1
    kind: WasmPlugin
    ${metadata(input)}
    spec:
      ${selector(input)}
      url: oci://registry.example.com/plugins/basic-auth:1.0.0
      phase: AUTHN
  `
}

/** The older kinds of Istio select by plain labels. */
function workloadSelector(input: StarterInput): string {
  return manifest`
    workloadSelector:
      labels:
        ${nameLabel(input)}
  `
}
