import type { StarterInput } from '../kinds/kind-row'
import { manifest, namespaceLine, plainOrQuoted } from '../kinds/starters/manifest'
import { containerSecurity, podSecurity, smallResources } from '../kinds/starters/pod-parts'

/** A small web program that answers on port 9898 and shows where and how it runs. */
export const WEB_IMAGE = 'ghcr.io/stefanprodan/podinfo:6.9.2'
/** The version before it, for designs with two versions. */
export const OLDER_WEB_IMAGE = 'ghcr.io/stefanprodan/podinfo:6.8.0'
export const POSTGRES_IMAGE = 'postgres:17.6-alpine'

const WEB_USER = 1000
const POSTGRES_USER = 70

/** What an app is asked to be. Texts are YAML for the place that they are named for, '' for none. */
export type AppInput = StarterInput & {
  readonly image?: string
  readonly replicas?: number
  /** The label `version`, which tells two Deployments of one app apart. `app` is then the name that they share. */
  readonly version?: { readonly app: string; readonly name: string }
  readonly serviceAccount?: string
  /** `env` and `envFrom` of the container. */
  readonly environment?: string
  /** Items of `initContainers`. */
  readonly initContainers?: string
  /** Items of `volumeMounts` and `volumes` beside the one for temporary files. */
  readonly mounts?: string
  readonly volumes?: string
}

/** Several documents of one file. */
export function documents(...texts: readonly string[]): string {
  return texts.join('---\n')
}

/** A Deployment of the small web program, with probes, resources and the restricted security context. */
export function app(input: AppInput): string {
  const labels = appLabels(input)
  return manifest`
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      ${heading(input)}
      labels:
        ${labels}
    spec:
      replicas: ${input.replicas ?? 2}
      selector:
        matchLabels:
          ${labels}
      template:
        metadata:
          labels:
            ${labels}
        spec:
          ${input.serviceAccount === undefined ? '' : `serviceAccountName: ${input.serviceAccount}`}
          ${podSecurity(WEB_USER)}
          ${input.initContainers === undefined ? '' : `initContainers:\n${indented(input.initContainers)}`}
          containers:
            - name: ${plainOrQuoted(input.version?.app ?? input.name)}
              image: ${input.image ?? WEB_IMAGE}
              ports:
                - name: http
                  containerPort: 9898
              ${input.environment ?? ''}
              readinessProbe:
                httpGet:
                  path: /readyz
                  port: http
              livenessProbe:
                httpGet:
                  path: /healthz
                  port: http
                initialDelaySeconds: 10
              ${smallResources}
              ${containerSecurity}
              volumeMounts:
                - name: tmp
                  mountPath: /tmp
                ${input.mounts ?? ''}
          volumes:
            - name: tmp
              emptyDir: {}
            ${input.volumes ?? ''}
  `
}

/** A Service on port 80 for the app of its name, whatever its versions are. */
export function appService(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: Service
    metadata:
      ${heading(input)}
      labels:
        ${nameLabelOf(input.name)}
    spec:
      selector:
        ${nameLabelOf(input.name)}
      ports:
        - name: http
          port: 80
          targetPort: http
  `
}

/** A PostgreSQL with one claim for its data, its password in a Secret of the same namespace. */
export function database(input: StarterInput & { readonly secret: string }): string {
  return manifest`
    apiVersion: apps/v1
    kind: StatefulSet
    metadata:
      ${heading(input)}
      labels:
        ${nameLabelOf(input.name)}
    spec:
      serviceName: ${plainOrQuoted(input.name)}
      replicas: 1
      selector:
        matchLabels:
          ${nameLabelOf(input.name)}
      template:
        metadata:
          labels:
            ${nameLabelOf(input.name)}
        spec:
          ${podSecurity(POSTGRES_USER)}
          containers:
            - name: postgres
              image: ${POSTGRES_IMAGE}
              ports:
                - name: postgres
                  containerPort: 5432
              env:
                - name: PGDATA
                  value: /var/lib/postgresql/data/pgdata
                - name: POSTGRES_USER
                  valueFrom:
                    secretKeyRef:
                      name: ${plainOrQuoted(input.secret)}
                      key: username
                - name: POSTGRES_PASSWORD
                  valueFrom:
                    secretKeyRef:
                      name: ${plainOrQuoted(input.secret)}
                      key: password
              readinessProbe:
                exec:
                  command:
                    - pg_isready
                    - --host=localhost
              livenessProbe:
                tcpSocket:
                  port: postgres
                initialDelaySeconds: 20
              resources:
                requests:
                  cpu: 100m
                  memory: 256Mi
                limits:
                  memory: 512Mi
              ${containerSecurity}
              volumeMounts:
                - name: data
                  mountPath: /var/lib/postgresql/data
                - name: run
                  mountPath: /var/run/postgresql
                - name: tmp
                  mountPath: /tmp
          volumes:
            - name: run
              emptyDir: {}
            - name: tmp
              emptyDir: {}
      volumeClaimTemplates:
        - metadata:
            name: data
          spec:
            accessModes:
              - ReadWriteOnce
            resources:
              requests:
                storage: 20Gi
  `
}

/** The headless Service that gives each pod of a database its name. */
export function databaseService(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: Service
    metadata:
      ${heading(input)}
      labels:
        ${nameLabelOf(input.name)}
    spec:
      clusterIP: None
      selector:
        ${nameLabelOf(input.name)}
      ports:
        - name: postgres
          port: 5432
          targetPort: postgres
  `
}

/** User and password of a database. `stringData` can be read and changed; the server keeps it as `data`. */
export function databaseSecret(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: Secret
    metadata:
      ${heading(input)}
    type: Opaque
    stringData:
      username: app
      password: change-me
  `
}

/** A host, and the Service behind each of its paths. */
export function ingress(
  input: StarterInput & {
    readonly host: string
    readonly paths: readonly (readonly [path: string, service: string])[]
  },
): string {
  const items = input.paths.map(
    ([path, service]) => manifest`
      - path: ${path}
        pathType: Prefix
        backend:
          service:
            name: ${plainOrQuoted(service)}
            port:
              name: http
    `,
  )
  return manifest`
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      ${heading(input)}
    spec:
      rules:
        - host: ${input.host}
          http:
            paths:
              ${items.join('')}
  `
}

/** A Namespace that lets in only restricted pods. */
export function namespace(name: string, labels: string = ''): string {
  return manifest`
    apiVersion: v1
    kind: Namespace
    metadata:
      name: ${plainOrQuoted(name)}
      labels:
        pod-security.kubernetes.io/enforce: restricted
        ${labels}
  `
}

/** No traffic reaches any pod of the namespace unless another policy lets it in. */
export function denyAll(input: StarterInput): string {
  return manifest`
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata:
      ${heading(input)}
    spec:
      podSelector: {}
      policyTypes:
        - Ingress
  `
}

/** Name and, where there is one, namespace: what stands under `metadata`. */
export function heading(input: StarterInput): string {
  return manifest`
    name: ${plainOrQuoted(input.name)}
    ${namespaceLine(input)}
  `
}

/** The recommended label of an app's name. */
export function nameLabelOf(name: string): string {
  return `app.kubernetes.io/name: ${plainOrQuoted(name)}`
}

function appLabels(input: AppInput): string {
  if (input.version === undefined) return nameLabelOf(input.name)
  return `${nameLabelOf(input.version.app)}\nversion: ${plainOrQuoted(input.version.name)}`
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}
