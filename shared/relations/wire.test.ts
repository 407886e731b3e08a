import { describe, expect, it } from 'vitest'
import type { PlainMap } from '../yaml/plain'
import { findGraph } from './find'
import { objectsFrom, sentencesOf } from './objects-for-tests'
import type { KubeObject, WireAnswers } from './relation'
import { canWire, offersFor, planUnwire, planWire, relationsBetween, type PlannedEdits } from './wire'
import { objectsAfter, refusalIn, wireIn } from './wires-for-tests'

const POD_SPEC = 'containers: [{name: setup}, {name: main, ports: [{name: http, containerPort: 8080}]}]'
const DESIGN = `
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{name: http, port: 80, targetPort: http}, {port: 9090}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template: {metadata: {labels: {app: web, version: v1}}, spec: {${POD_SPEC}}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  template: {metadata: {labels: {app: db, version: v1}}, spec: {containers: [{name: db}]}}
  volumeClaimTemplates: [{metadata: {name: data}, spec: {}}]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: in}
spec:
  rules: [{host: shop.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: other, port: {number: 1}}}}]}}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {log.level: debug, 2fa: 'on'}
---
apiVersion: v1
kind: Secret
metadata: {name: keys}
stringData: {db-password: x}
---
apiVersion: v1
kind: Secret
metadata: {name: registry}
type: kubernetes.io/dockerconfigjson
data: {.dockerconfigjson: e30=}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data.files}
spec: {}
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: disk}
spec: {}
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: fast}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: runner}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: elsewhere, namespace: other}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: binding}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: everywhere}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: reader}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scaler}
spec: {maxReplicas: 3}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: budget}
spec: {minAvailable: 1}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: policy}
spec: {podSelector: {}, policyTypes: [Ingress]}
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: nginx}`

const design = objectsFrom(DESIGN)
const graph = findGraph(design)

/** What a wire makes of the object that it writes to. */
function wired(rule: string, from: string, to: string, answers: WireAnswers = {}): PlainMap {
  return dataAfter(design, planWire(graph, rule, from, to, answers), from)
}
function dataAfter(objects: readonly KubeObject[], plan: PlannedEdits, id: string): PlainMap {
  const object = objectsAfter(objects, plan).find(each => each.id === id)
  if (object === undefined) throw new Error(`No ${id}`)
  return object.data
}
function refusal(rule: string, from: string, to: string, answers: WireAnswers = {}): string {
  const plan = planWire(graph, rule, from, to, answers)
  return plan.ok ? 'no refusal' : plan.message
}

const deployment = 'Deployment web'
const spec = (data: PlainMap) => data['spec']

describe('a wire writes what people would', () => {
  it('a Service gets the selector from the labels that stay', () => {
    expect(wired('service-selects-workload', 'Service web', 'StatefulSet db')).toMatchObject({
      spec: { selector: { app: 'db' } },
    })
    expect(wired('service-selects-workload', 'Service web', deployment)).toMatchObject({
      spec: { selector: { app: 'web' } },
    })
  })
  it('an Ingress gets a path under its host, with the port by name, or a rule of its own', () => {
    const paths = (data: PlainMap) => JSON.stringify(spec(data))
    const backend = '{"service":{"name":"web","port":{"name":"http"}}}'
    expect(paths(wired('ingress-routes-to-service', 'Ingress in', 'Service web'))).toContain(
      `,{"path":"/web","pathType":"Prefix","backend":${backend}}]`,
    )
    expect(
      paths(wired('ingress-routes-to-service', 'Ingress in', 'Service web', { host: 'new.example', port: '9090' })),
    ).toContain(
      '{"host":"new.example","http":{"paths":[{"path":"/","pathType":"Prefix","backend":{"service":{"name":"web","port":{"number":9090}}}}]}}',
    )
  })
  it('a ConfigMap or Secret reaches the main container by environment', () => {
    const containers = (data: PlainMap) => spec(data)
    expect(containers(wired('workload-env-from-configmap', deployment, 'ConfigMap settings'))).toMatchObject({
      template: { spec: { containers: [{ envFrom: [{ configMapRef: { name: 'settings' } }] }, { name: 'main' }] } },
    })
    expect(containers(wired('workload-env-secret', deployment, 'Secret keys', { container: 'main' }))).toMatchObject({
      template: {
        spec: {
          containers: [
            { name: 'setup' },
            { env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'keys', key: 'db-password' } } }] },
          ],
        },
      },
    })
    expect(
      containers(wired('workload-env-configmap', 'StatefulSet db', 'ConfigMap settings', { key: '2fa' })),
    ).toMatchObject({
      template: { spec: { containers: [{ env: [{ name: '_2FA' }] }] } },
    })
  })
  it('a claim becomes a volume with a name that volumes may have, and a mount', () => {
    expect(wired('workload-mounts-claim', 'StatefulSet db', 'PersistentVolumeClaim data.files')).toMatchObject({
      spec: {
        template: {
          spec: {
            containers: [{ volumeMounts: [{ name: 'data-files', mountPath: '/data' }] }],
            volumes: [{ name: 'data-files', persistentVolumeClaim: { claimName: 'data.files' } }],
          },
        },
      },
    })
  })
  it('a binding names the account with its namespace', () => {
    expect(
      wired('binding-binds-subject', 'RoleBinding binding', 'ServiceAccount elsewhere in other')['subjects'],
    ).toEqual([{ kind: 'ServiceAccount', name: 'elsewhere', namespace: 'other' }])
  })
  it('an autoscaler gets the apiVersion of its target', () => {
    expect(wired('autoscaler-scales-workload', 'HorizontalPodAutoscaler scaler', deployment)).toMatchObject({
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
    })
  })
  it('an autoscaler of a custom resource that has a number of replicas, by itself or by its definition', () => {
    const hpa = 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: hpa}'
    const pool = (spec: string) => `apiVersion: example.com/v1\nkind: Pool\nmetadata: {name: pool}\nspec: ${spec}`
    const definition = (subresources: string) => `
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: pools.example.com}
      spec: {group: example.com, names: {kind: Pool, plural: pools}, scope: Namespaced, versions: [{name: v1, subresources: ${subresources}}]}`
    const scale = 'autoscaler-scales-workload'
    const ends = [scale, 'HorizontalPodAutoscaler hpa', 'Pool pool'] as const
    const written = { spec: { scaleTargetRef: { apiVersion: 'example.com/v1', kind: 'Pool', name: 'pool' } } }
    expect(wireIn([hpa, pool('{replicas: 2}')].join('\n---\n'), ...ends).data).toMatchObject(written)
    const defined = [hpa, pool('{}'), definition('{scale: {specReplicasPath: .spec.size}}')]
    expect(wireIn(defined.join('\n---\n'), ...ends).data).toMatchObject(written)
    const unscaled = [hpa, pool('{}'), definition('{status: {}}')]
    expect(refusalIn(unscaled.join('\n---\n'), ...ends)).toBe(
      'Pool pool has no number of replicas that could be set: no scale subresource.',
    )
  })
  it('a vertical autoscaler also of what has no replicas, but of no Pod', () => {
    const vpa = 'apiVersion: autoscaling.k8s.io/v1\nkind: VerticalPodAutoscaler\nmetadata: {name: vpa}\n---\n'
    const agent = 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}'
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: alone}'
    const [rule, from] = ['autoscaler-sizes-workload', 'VerticalPodAutoscaler vpa']
    expect(wireIn(vpa + agent, rule, from, 'DaemonSet agent').data).toMatchObject({
      spec: { targetRef: { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'agent' } },
    })
    expect(refusalIn(vpa + pod, rule, from, 'Pod alone')).toContain('no scale subresource')
  })
})

describe('a wire is refused with what would be accepted', () => {
  it('where the answer names nothing', () => {
    expect(refusal('workload-env-secret', deployment, 'Secret keys', { key: 'user' })).toBe(
      'Secret keys has no key user. It has db-password.',
    )
    expect(refusal('workload-env-from-secret', deployment, 'Secret keys', { container: 'x' })).toBe(
      'Deployment web has no container x. It has setup, main.',
    )
    expect(refusal('ingress-routes-to-service', 'Ingress in', 'Service web', { port: 'grpc' })).toBe(
      'Service web has no port grpc. It has http, 9090.',
    )
  })
  it('where the rule ties other kinds', () => {
    expect(refusal('service-selects-workload', deployment, 'Service web')).toContain(
      "doesn't tie Deployment web to Service web",
    )
  })
})

describe('offers', () => {
  const rules = (from: string, to: string) => offersFor(graph, from, to).map(({ rule }) => rule)
  it('come the most usual first', () => {
    expect(rules(deployment, 'Secret keys')).toEqual([
      'workload-env-from-secret',
      'workload-env-secret',
      'workload-mounts-secret',
    ])
    expect(rules(deployment, 'Secret registry')[0]).toBe('workload-pulls-with-secret')
  })
  it('never cross a namespace that the tie can not', () => {
    expect(rules(deployment, 'ServiceAccount elsewhere in other')).toEqual([])
    expect(rules('RoleBinding binding', 'ServiceAccount elsewhere in other')).toEqual(['binding-binds-subject'])
  })
  it('light every target, in both directions', () => {
    expect([...canWire(graph, 'ServiceAccount runner')].sort()).toEqual([
      'ClusterRoleBinding everywhere',
      'Deployment web',
      'RoleBinding binding',
      'Secret registry',
      'StatefulSet db',
    ])
  })
})

describe('every wire that this design offers', () => {
  const pairs = design.flatMap(from =>
    design.flatMap(to => offersFor(graph, from.id, to.id).map(({ rule }) => ({ rule, from: from.id, to: to.id }))),
  )
  it.each(pairs)(
    '$rule from $from to $to makes that relation, and Delete takes back what it wrote',
    ({ rule, from, to }) => {
      const objects = objectsAfter(design, planWire(graph, rule, from, to))
      const after = findGraph(objects)
      const made = relationsBetween(after, rule, from, to)
      expect(made).not.toEqual([])
      expect(objectsAfter(objects, planUnwire(after, made))).toEqual(design)
      const others = sentencesOf(graph).filter(sentence => !sentence.startsWith(`${from} `))
      expect(sentencesOf(after)).toEqual(expect.arrayContaining(others))
    },
  )
})
