import { join } from 'node:path'

/** An image that no registry has: a pod with it never starts, and says so as a kubelet does. */
export const MISSING_IMAGE = 'registry.invalid/missing:1'

/** What every web server that a pod plays answers, whatever it is asked. */
export const POD_SAYS = 'hello from a pod'

/** The log of every container, and the one from before its last restart. A line is `TIME stdout F TEXT`. */
export function podLogs(folder: string): { readonly now: string; readonly previous: string } {
  return { now: join(folder, 'pods.log'), previous: join(folder, 'pods-previous.log') }
}

/** The text of a log of these lines, as a container runtime writes it. */
export function logText(lines: readonly string[]): string {
  return lines.map(line => `${new Date().toISOString().replace('Z', '000000Z')} stdout F ${line}\n`).join('')
}

/**
 * What kwok plays besides pods that run: logs (`podLogs`), a web server behind every port, a shell (of this machine) in
 * every container, and an image that can't be pulled.
 */
export function playedPods(folder: string): string {
  const { now, previous } = podLogs(folder)
  return `---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: ClusterLogs
metadata: { name: every-container }
spec:
  logs: [{ logsFile: ${now}, previousLogsFile: ${previous}, follow: true }]
---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: ClusterPortForward
metadata: { name: every-port }
spec:
  forwards: [{ command: [sh, -c, ${JSON.stringify(WEB_SERVER)}] }]
---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: ClusterExec
metadata: { name: every-container }
spec:
  execs: [{ local: { workDir: ${folder} } }]
${imageMissing('pod-image-missing', 'NotIn', 0)}${imageMissing('pod-image-still-missing', 'In', 10_000)}`
}

/** Reads a request's head and answers it. */
const WEB_SERVER = `while IFS= read -r line && [ "\${#line}" -gt 1 ]; do :; done
printf 'HTTP/1.1 200 OK\\r\\nConnection: close\\r\\nContent-Length: ${POD_SAYS.length}\\r\\n\\r\\n${POD_SAYS}'`

/**
 * A stage that has a weight is taken before those without: such a pod never gets to kwok's own "ready". The second stage
 * holds it where the first left it.
 */
function imageMissing(name: string, waits: 'In' | 'NotIn', delay: number): string {
  return `---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata: { name: ${name} }
spec:
  resourceRef: { apiGroup: v1, kind: Pod }
  selector:
    matchExpressions:
      - { key: .metadata.deletionTimestamp, operator: DoesNotExist }
      - { key: .status.phase, operator: In, values: [Pending] }
      - { key: '.spec.containers.[].image', operator: In, values: ['${MISSING_IMAGE}'] }
      - { key: '.status.containerStatuses.[].state.waiting.reason', operator: ${waits}, values: [ImagePullBackOff] }
  weight: 1
  delay: { durationMilliseconds: ${delay} }
  next:
    event:
      type: Warning
      reason: Failed
      message: 'Failed to pull image "${MISSING_IMAGE}": no such host'
    statusTemplate: |
      containerStatuses:
      {{ range .spec.containers }}
      - image: {{ .image | Quote }}
        name: {{ .name | Quote }}
        ready: false
        restartCount: 0
        started: false
        state:
          waiting:
            reason: ImagePullBackOff
            message: {{ printf "Back-off pulling image \\"%s\\"" .image | Quote }}
      {{ end }}
      phase: Pending
`
}
