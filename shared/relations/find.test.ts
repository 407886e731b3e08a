import { describe, expect, it } from 'vitest'
import { findGraph } from './find'
import { objectsFrom, sentences } from './objects-for-tests'

const workload = (kind: string, name: string, labels: string, more = '') => `
apiVersion: apps/v1
kind: ${kind}
metadata: {name: ${name}, labels: {app: not-the-template}${more}}
spec:
  template:
    metadata: {labels: ${labels}}
    spec: {containers: [{name: main, image: nginx}]}
---`
const service = (name: string, spec: string, more = '') => `
apiVersion: v1
kind: Service
metadata: {name: ${name}${more}}
spec: ${spec}
---`
const docs = (...texts: readonly string[]) => texts.join('').replace(/\s*---$/, '')

describe('selectors of Services', () => {
  it('need every term: a workload with one of two is not selected', () => {
    expect(
      sentences(docs(service('web', '{selector: {app: web, tier: front}}'), workload('Deployment', 'a', '{app: web}'))),
    ).toEqual([])
  })
  it('stay in their namespace', () => {
    const text = docs(
      service('web', '{selector: {app: web}}'),
      workload('Deployment', 'a', '{app: web}', ', namespace: shop'),
    )
    expect(sentences(text)).toEqual([])
  })
  it('read the labels of the pod template, not those of the workload', () => {
    const text = docs(service('web', '{selector: {app: not-the-template}}'), workload('Deployment', 'a', '{app: web}'))
    expect(sentences(text)).toEqual([])
  })
  it('select nothing when empty', () => {
    expect(sentences(docs(service('web', '{selector: {}}'), workload('Deployment', 'a', '{}')))).toEqual([])
  })
  it('may select a Deployment and a StatefulSet: both are relations', () => {
    const text = docs(
      service('web', '{selector: {app: web}}'),
      workload('Deployment', 'a', '{app: web}'),
      workload('StatefulSet', 'b', '{app: web}'),
    )
    expect(sentences(text)).toEqual(['Service web selects Deployment a', 'Service web selects StatefulSet b'])
  })
  it('keep two workloads of one kind and name in two namespaces apart', () => {
    const text = docs(
      service('web', '{selector: {app: web}}', ', namespace: one'),
      workload('Deployment', 'a', '{app: web}', ', namespace: one'),
      workload('Deployment', 'a', '{app: web}', ', namespace: two'),
    )
    expect(sentences(text)).toEqual(['Service web in one selects Deployment a in one'])
  })
  it('a manifest without a namespace is in the default one, not in any', () => {
    const text = docs(
      service('web', '{selector: {app: web}}', ', namespace: default'),
      workload('Deployment', 'a', '{app: web}'),
      workload('Deployment', 'b', '{app: web}', ', namespace: other'),
    )
    expect(sentences(text)).toEqual(['Service web in default selects Deployment a'])
  })
  it('reach the pods of a CronJob, whose template is one level deeper', () => {
    const text = `
apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec: {jobTemplate: {spec: {template: {metadata: {labels: {app: web}}, spec: {containers: []}}}}}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}}`
    expect(sentences(text)).toEqual(['Service web selects CronJob nightly'])
  })
  it('follow a named target port into the second container', () => {
    const graph = findGraph(
      objectsFrom(`
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: web}
  ports: [{name: main, port: 80, targetPort: http}, {name: metrics, port: 9090}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - {name: proxy, ports: [{name: admin, containerPort: 9901}]}
        - {name: main, ports: [{name: http, containerPort: 8080}]}`),
    )
    expect(graph.relations.map(({ detail, because }) => ({ detail, because }))).toEqual([
      {
        detail: { port: 'main', targetPort: 'http', container: 'main', ports: '80 → http, 9090 → 9090' },
        because: [{ object: 'Service web', path: '/spec/selector' }],
      },
    ])
  })
})

describe('selectors of policies', () => {
  const policy = (selector: string) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p}
spec: ${selector}
---`
  it('with podSelector {} mean every pod of the namespace, without labels too', () => {
    const text = docs(
      policy('{podSelector: {}}'),
      workload('Deployment', 'a', '{}'),
      workload('Deployment', 'b', '{app: b}', ', namespace: other'),
    )
    expect(sentences(text)).toEqual(['NetworkPolicy p applies to Deployment a'])
  })
  it('with only matchExpressions are read', () => {
    const text = docs(
      policy('{podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [b]}]}}'),
      workload('Deployment', 'a', '{app: a}'),
      workload('Deployment', 'b', '{app: b}'),
    )
    expect(sentences(text)).toEqual(['NetworkPolicy p applies to Deployment a'])
  })
  it('that are absent are no empty ones', () => {
    expect(sentences(docs(policy('{policyTypes: [Ingress]}'), workload('Deployment', 'a', '{}')))).toEqual([])
  })
})

describe('references by name', () => {
  it('find several rules, paths and backends of an Ingress, and old spellings', () => {
    const text = docs(
      `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: in}
spec:
  defaultBackend: {service: {name: fallback, port: {number: 80}}}
  rules:
    - host: a.example
      http: {paths: [{path: /, backend: {service: {name: web, port: {name: http}}}}, {path: /x, backend: {service: {name: web}}}]}
    - http: {paths: [{path: /, backend: {service: {name: gone}}}]}
---
apiVersion: extensions/v1beta1
kind: Ingress
metadata: {name: old}
spec: {backend: {serviceName: fallback, servicePort: 80}, rules: [{http: {paths: [{backend: {serviceName: web, servicePort: 80}}]}}]}
---`,
      service('web', '{}'),
      service('fallback', '{}'),
    )
    expect(sentences(text)).toEqual([
      'Ingress in routes to Service web',
      'Ingress in routes to missing Service default/gone',
      'Ingress in routes to Service fallback',
      'Ingress in serves outside a.example',
      'Ingress old routes to Service web',
      'Ingress old routes to Service fallback',
    ])
    const [toWeb] = findGraph(objectsFrom(text)).relations
    expect(toWeb!.detail).toEqual({ port: 'http' })
    expect(toWeb!.because.map(({ path }) => path)).toEqual([
      '/spec/rules/0/http/paths/0/backend/service/name',
      '/spec/rules/0/http/paths/1/backend/service/name',
    ])
  })
  it('do not find a ConfigMap or Secret of the same name in another namespace', () => {
    const text = `
apiVersion: v1
kind: Pod
metadata: {name: p, namespace: shop}
spec:
  containers: [{name: main, envFrom: [{configMapRef: {name: settings}}, {secretRef: {name: settings, optional: true}}]}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
---
apiVersion: v1
kind: Secret
metadata: {name: settings}`
    expect(sentences(text)).toEqual([
      'Pod p in shop env from missing ConfigMap shop/settings',
      'Pod p in shop env from optional Secret shop/settings',
    ])
  })
  it('find every way that configuration reaches a pod, each container apart', () => {
    const text = `
apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  serviceAccountName: runner
  imagePullSecrets: [{name: registry}]
  initContainers: [{name: setup, env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: a}}}]}]
  containers:
    - name: main
      env:
        - {name: A, valueFrom: {secretKeyRef: {name: s, key: a}}}
        - {name: B, valueFrom: {secretKeyRef: {name: s, key: b}}}
        - {name: C, valueFrom: {secretKeyRef: {name: s, key: gone}}}
        - {name: D, valueFrom: {configMapKeyRef: {name: c, key: d, optional: true}}}
      volumeMounts: [{name: conf, mountPath: /etc/conf}, {name: data, mountPath: /data}]
  volumes:
    - {name: conf, projected: {sources: [{configMap: {name: c}}, {secret: {name: s, items: [{key: a, path: a}, {key: lost, path: l}]}}]}}
    - {name: data, persistentVolumeClaim: {claimName: data}}
    - {name: plain, secret: {secretName: s}}
---
apiVersion: v1
kind: Secret
metadata: {name: s}
data: {a: eA==}
stringData: {b: x}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: c}
data: {}`
    expect(sentences(text)).toEqual([
      'Pod p env optional ConfigMap default/c key d',
      'Pod p mounts ConfigMap c',
      'Pod p env Secret s',
      'Pod p env Secret s',
      'Pod p env missing Secret default/s key gone',
      'Pod p mounts Secret s',
      'Pod p mounts Secret s',
      'Pod p mounts missing Secret default/s key lost',
      'Pod p pulls with missing Secret default/registry',
      'Pod p runs as missing ServiceAccount default/runner',
      'Pod p mounts missing PersistentVolumeClaim default/data',
    ])
  })
  it('roleRef.kind decides between a Role and a ClusterRole of one name; subjects may name a namespace', () => {
    const text = `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: b, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
subjects:
  - {kind: ServiceAccount, name: web}
  - {kind: ServiceAccount, name: web, namespace: other}
  - {kind: Group, name: devs, apiGroup: rbac.authorization.k8s.io}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: shop}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: reader}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: web, namespace: shop}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: all}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: web, namespace: shop}]`
    expect(sentences(text)).toEqual([
      'RoleBinding b in shop grants ClusterRole reader',
      'RoleBinding b in shop binds ServiceAccount web in shop',
      'RoleBinding b in shop binds missing ServiceAccount other/web',
      'RoleBinding b in shop binds outside Group devs',
      'ClusterRoleBinding all grants optional ClusterRole cluster-admin',
      'ClusterRoleBinding all binds ServiceAccount web in shop',
    ])
  })
  it('find a scaled workload whatever group served it once', () => {
    const text = docs(
      `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: h}
spec: {scaleTargetRef: {apiVersion: extensions/v1beta1, kind: Deployment, name: web}}
---`,
      workload('Deployment', 'web', '{}'),
      workload('StatefulSet', 'web', '{}'),
    )
    expect(sentences(text)).toEqual(['HorizontalPodAutoscaler h scales Deployment web'])
  })
})
