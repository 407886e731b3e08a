import { manifest } from './manifest'

/** A web server that answers on port 8080 as a plain user: what a starter runs until there is an image of one's own. */
export const WEB_IMAGE = 'nginxinc/nginx-unprivileged:1.29-alpine'
const SHELL_IMAGE = 'busybox:1.37'

/** What the `restricted` Pod Security Standard asks of a pod. */
export function podSecurity(user: number | null = null): string {
  return manifest`
    securityContext:
      runAsNonRoot: true
      ${user === null ? '' : `runAsUser: ${user}`}
      ${user === null ? '' : `fsGroup: ${user}`}
      seccompProfile:
        type: RuntimeDefault
  `
}

/** What the `restricted` Pod Security Standard asks of a container, and a root file system that nothing can change. */
export const containerSecurity = manifest`
  securityContext:
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop:
        - ALL
`

/** Requests and limits of a small container. */
export const smallResources = manifest`
  resources:
    requests:
      cpu: 50m
      memory: 64Mi
    limits:
      memory: 128Mi
`

/** The spec of a pod that serves pages over HTTP, with both probes. */
export function webPodSpec(container: string): string {
  return manifest`
    ${podSecurity()}
    containers:
      - name: ${container}
        image: ${WEB_IMAGE}
        ports:
          - name: http
            containerPort: 8080
        readinessProbe:
          httpGet:
            path: /
            port: http
        livenessProbe:
          httpGet:
            path: /
            port: http
          initialDelaySeconds: 10
        ${smallResources}
        ${containerSecurity}
        volumeMounts:
          - name: tmp
            mountPath: /tmp
    volumes:
      - name: tmp
        emptyDir: {}
  `
}

/** The spec of a pod that runs one command to its end. */
export function taskPodSpec(container: string, restartPolicy: 'Never' | 'OnFailure', command: string): string {
  return manifest`
    restartPolicy: ${restartPolicy}
    ${podSecurity(65534)}
    containers:
      - name: ${container}
        image: ${SHELL_IMAGE}
        command:
          - sh
          - -c
          - ${command}
        ${smallResources}
        ${containerSecurity}
  `
}
