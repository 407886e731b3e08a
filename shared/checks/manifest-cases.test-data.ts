/** A manifest that has a problem which the API server refuses, and one like it that has none and is accepted. */
export type ManifestCase = { readonly code: string; readonly bad: string; readonly good: string }

const of =
  (head: string) =>
  (spec: string): string =>
    `${head}\nspec: ${spec}\n`
const service = of('apiVersion: v1\nkind: Service\nmetadata: {name: web}')
const pod = of('apiVersion: v1\nkind: Pod\nmetadata: {name: web}')
const job = of('apiVersion: batch/v1\nkind: Job\nmetadata: {name: web}')
const claim = of('apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: web}')
const ingress = of('apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}')
const scaler = of('apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}')
const stateful = of('apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: web}')
const container = (more: string): string => pod(`{containers: [{name: web, image: nginx${more}}]}`)
const settings = (metadata: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: ${metadata}\n`
const path = (more: string): string =>
  ingress(`{rules: [{http: {paths: [{${more}, backend: {service: {name: web, port: {number: 80}}}}]}}]}`)
const binding = (kind: string, subject: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: {name: web}\nroleRef: {kind: ClusterRole, name: view}\nsubjects: [${subject}]\n`
const target = 'scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}'
const withClaims = (mount: string): string =>
  stateful(
    `{serviceName: web, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: web, image: nginx, volumeMounts: [{name: ${mount}, mountPath: /data}]}]}}, volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]}`,
  )

/** Held against the checks by a unit test, and against a real API server by e2e/cluster/checks.test.ts. */
export const manifestCases: readonly ManifestCase[] = [
  {
    code: 'service-without-ports',
    bad: service('{selector: {a: b}}'),
    good: service('{clusterIP: None, selector: {a: b}}'),
  },
  {
    code: 'service-without-ports',
    bad: service('{type: LoadBalancer}'),
    good: service('{type: ExternalName, externalName: a.example}'),
  },
  {
    code: 'port-without-name',
    bad: service('{ports: [{port: 80}, {name: b, port: 81}]}'),
    good: service('{ports: [{name: a, port: 80}, {name: b, port: 81}]}'),
  },
  {
    code: 'node-port-not-allowed',
    bad: service('{ports: [{port: 80, nodePort: 30123}]}'),
    good: service('{type: NodePort, ports: [{port: 80, nodePort: 30123}]}'),
  },
  {
    code: 'same-key-twice',
    bad: service('{ports: [{name: a, port: 80}, {name: a, port: 81}]}'),
    good: service('{ports: [{name: a, port: 80}, {name: b, port: 81}]}'),
  },
  {
    code: 'same-key-twice',
    bad: service('{ports: [{name: a, port: 80}, {name: b, port: 80}]}'),
    good: service('{ports: [{name: a, port: 80}, {name: b, port: 80, protocol: UDP}]}'),
  },
  {
    code: 'same-key-twice',
    bad: pod('{initContainers: [{name: web, image: a}], containers: [{name: web, image: b}]}'),
    good: pod('{initContainers: [{name: init, image: a}], containers: [{name: web, image: b}]}'),
  },
  {
    code: 'same-key-twice',
    bad: pod('{volumes: [{name: a}, {name: a}], containers: [{name: web, image: b}]}'),
    good: pod('{volumes: [{name: a}, {name: b}], containers: [{name: web, image: b}]}'),
  },
  {
    code: 'same-key-twice',
    bad: container(', ports: [{name: a, containerPort: 80}, {name: a, containerPort: 81}]'),
    good: container(', ports: [{containerPort: 80}, {containerPort: 80}]'),
  },
  { code: 'container-without-image', bad: pod('{containers: [{name: web}]}'), good: container('') },
  {
    code: 'container-without-image',
    bad: job('{template: {spec: {restartPolicy: Never, containers: [{name: web}]}}}'),
    good: job('{template: {spec: {restartPolicy: Never, containers: [{name: web, image: a}]}}}'),
  },
  { code: 'missing-required', bad: pod('{containers: [{image: nginx}]}'), good: container('') },
  { code: 'missing-required', bad: pod('{containers: [{name: "", image: nginx}]}'), good: container('') },
  {
    code: 'missing-required',
    bad: container(', env: [{value: a}]'),
    good: container(', env: [{name: a, value: ""}]'),
  },
  {
    code: 'missing-required',
    bad: container(', env: [{name: A, valueFrom: {secretKeyRef: {name: b}}}]'),
    good: container(', env: [{name: A, valueFrom: {secretKeyRef: {name: b, key: c}}}]'),
  },
  {
    code: 'missing-required',
    bad: container(', livenessProbe: {httpGet: {port: 80, httpHeaders: [{value: a}]}}'),
    good: container(', livenessProbe: {httpGet: {port: 80, httpHeaders: [{name: Host, value: ""}]}}'),
  },
  {
    code: 'missing-required',
    bad: pod('{volumes: [{name: a, hostPath: {type: Directory}}], containers: [{name: web, image: nginx}]}'),
    good: pod('{volumes: [{name: a, hostPath: {path: /a}}], containers: [{name: web, image: nginx}]}'),
  },
  {
    code: 'missing-required',
    bad: scaler('{maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, name: web}}'),
    good: scaler(`{maxReplicas: 2, ${target}}`),
  },
  {
    code: 'subject-without-namespace',
    bad: binding('ClusterRoleBinding', '{kind: ServiceAccount, name: web}'),
    good: binding('ClusterRoleBinding', '{kind: ServiceAccount, name: web, namespace: default}'),
  },
  {
    code: 'subject-without-namespace',
    bad: binding('ClusterRoleBinding', '{kind: ServiceAccount, name: web, namespace: ""}'),
    good: binding('RoleBinding', '{kind: ServiceAccount, name: web}'),
  },
  {
    code: 'mount-without-volume',
    bad: container(', volumeMounts: [{name: a, mountPath: /a}]'),
    good: pod('{volumes: [{name: a}], containers: [{name: web, image: b, volumeMounts: [{name: a, mountPath: /a}]}]}'),
  },
  { code: 'mount-without-volume', bad: withClaims('other'), good: withClaims('data') },
  {
    code: 'not-one-of-several',
    bad: container(', livenessProbe: {periodSeconds: 5}'),
    good: container(', livenessProbe: {tcpSocket: {port: 80}}'),
  },
  {
    code: 'not-one-of-several',
    bad: container(', readinessProbe: {tcpSocket: {port: 80}, httpGet: {port: 80}}'),
    good: container(', readinessProbe: {httpGet: {port: 80}}'),
  },
  {
    code: 'not-one-of-several',
    bad: container(', env: [{name: A, value: b, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]'),
    good: container(", env: [{name: A, value: '', valueFrom: {fieldRef: {fieldPath: metadata.name}}}]"),
  },
  {
    code: 'not-one-of-several',
    bad: pod('{volumes: [{name: a, emptyDir: {}, configMap: {name: b}}], containers: [{name: web, image: b}]}'),
    good: pod('{volumes: [{name: a}], containers: [{name: web, image: b}]}'),
  },
  {
    code: 'job-restart-policy',
    bad: job('{template: {spec: {containers: [{name: web, image: a}]}}}'),
    good: job('{template: {spec: {restartPolicy: OnFailure, containers: [{name: web, image: a}]}}}'),
  },
  {
    code: 'claim-incomplete',
    bad: claim('{resources: {requests: {storage: 1Gi}}}'),
    good: claim('{accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}'),
  },
  {
    code: 'claim-incomplete',
    bad: claim('{accessModes: [ReadWriteOnce]}'),
    good: claim('{accessModes: [ReadWriteMany], resources: {requests: {storage: 1}}}'),
  },
  { code: 'name-not-allowed', bad: settings('{name: Web_1}'), good: settings('{name: web.1}') },
  {
    code: 'name-not-allowed',
    bad: settings('{name: web, labels: {a: not allowed}}'),
    good: settings("{name: web, labels: {a: '', b: x_y, example.com/c: z}}"),
  },
  {
    code: 'name-not-allowed',
    bad: settings('{name: web, labels: {-a: b}}'),
    good: settings('{name: web, labels: {a.b: c}}'),
  },
  {
    code: 'name-not-allowed',
    bad: pod('{containers: [{name: my_web, image: a}]}'),
    good: pod('{containers: [{name: my-web, image: a}]}'),
  },
  {
    code: 'name-not-allowed',
    bad: service('{ports: [{port: 80}]}').replace('name: web', 'name: a.b'),
    good: service('{ports: [{port: 80}]}').replace('name: web', 'name: a-b'),
  },
  {
    code: 'name-not-allowed',
    bad: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: a/b}\n',
    good: "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: 'system:a B'}\n",
  },
  {
    code: 'autoscaler-bounds',
    bad: scaler(`{${target}, minReplicas: 3, maxReplicas: 2}`),
    good: scaler(`{${target}, maxReplicas: 1}`),
  },
  {
    code: 'ingress-without-target',
    bad: ingress('{ingressClassName: a}'),
    good: ingress('{defaultBackend: {service: {name: a, port: {number: 80}}}}'),
  },
  {
    code: 'ingress-without-target',
    bad: path('path: web, pathType: Prefix'),
    good: path('path: /web, pathType: Prefix'),
  },
  {
    code: 'ingress-without-target',
    bad: path('path: /a//b, pathType: Exact'),
    good: path('path: /*, pathType: ImplementationSpecific'),
  },
  { code: 'ingress-without-target', bad: path('pathType: Exact'), good: path('pathType: ImplementationSpecific') },
  {
    code: 'incomplete-secret',
    bad: 'apiVersion: v1\nkind: Secret\nmetadata: {name: web}\ntype: kubernetes.io/tls\nstringData: {tls.crt: a}\n',
    good: 'apiVersion: v1\nkind: Secret\nmetadata: {name: web}\ntype: kubernetes.io/ssh-auth\nstringData: {ssh-privatekey: a}\n',
  },
]
