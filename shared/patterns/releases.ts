import type { StarterInput } from '../kinds/kind-row'
import { manifest, plainOrQuoted } from '../kinds/starters/manifest'
import { app, documents, heading, nameLabelOf, OLDER_WEB_IMAGE, WEB_IMAGE } from './parts'

type TwoVersions = readonly [older: string, newer: string]

/**
 * One app in two versions, a Deployment each, and its Service. `serving` is the version that the Service is for; null
 * for both of them.
 */
export function versionsOf(input: StarterInput, versions: TwoVersions, serving: string | null): string {
  const [older, newer] = versions
  const version = (name: string, image: string): string =>
    app({ ...input, name: `${input.name}-${name}`, version: { app: input.name, name }, image })
  return documents(
    version(older, OLDER_WEB_IMAGE),
    version(newer, WEB_IMAGE),
    manifest`
      apiVersion: v1
      kind: Service
      metadata:
        ${heading(input)}
        labels:
          ${nameLabelOf(input.name)}
      spec:
        selector:
          ${nameLabelOf(input.name)}
          ${serving === null ? '' : `version: ${plainOrQuoted(serving)}`}
        ports:
          - name: http
            port: 80
            targetPort: http
    `,
  )
}

/** The subsets of a Service by version, and how its requests are shared between them; the weights make 100. */
export function weightedRoute(input: StarterInput, versions: TwoVersions, weights: readonly [number, number]): string {
  const subset = (version: string): string => manifest`
    - name: ${plainOrQuoted(version)}
      labels:
        version: ${plainOrQuoted(version)}
  `
  const route = (version: string, weight: number): string => manifest`
    - destination:
        host: ${plainOrQuoted(input.name)}
        subset: ${plainOrQuoted(version)}
      weight: ${weight}
  `
  return documents(
    manifest`
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata:
        ${heading(input)}
      spec:
        host: ${plainOrQuoted(input.name)}
        subsets:
          ${versions.map(subset).join('')}
    `,
    manifest`
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        ${heading(input)}
      spec:
        hosts:
          - ${plainOrQuoted(input.name)}
        http:
          - route:
              ${route(versions[0], weights[0])}
              ${route(versions[1], weights[1])}
    `,
  )
}
