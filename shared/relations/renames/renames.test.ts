import { describe, expect, it } from 'vitest'
import { parsePointer } from '../../yaml/pointer'
import { valueAt } from '../../yaml/plain'
import { findGraph } from '../find'
import { objectsFrom } from '../objects-for-tests'
import { namesIn, titleOfNamed } from './named'
import { namedAt } from './named-at'
import { planRename, type NamedPart } from './plan-rename'

const WEB = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop, labels: {app: web}}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web, tier: front}
      annotations: {kubectl.kubernetes.io/default-container: main}
    spec:
      containers:
      - name: main
        ports: [{name: http, containerPort: 80}]
        livenessProbe: {httpGet: {port: http}}
        env:
        - {name: A, valueFrom: {configMapKeyRef: {name: settings, key: url}}}
        - {name: B, valueFrom: {resourceFieldRef: {containerName: main, resource: limits.cpu}}}
        volumeMounts: [{name: files, mountPath: /a, subPath: url}]
      volumes: [{name: files, configMap: {name: settings}}]
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  selector: {app: web}
  ports: [{name: web, port: 80, targetPort: http}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: shop}
data: {url: x}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: shop}
spec:
  defaultBackend: {service: {name: web, port: {name: web}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: front, namespace: shop}
spec:
  podSelector: {matchExpressions: [{key: tier, operator: In, values: [front, back]}]}
  ingress:
  - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}}]
    ports: [{port: http}]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web, namespace: shop}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  metrics: [{type: ContainerResource, containerResource: {name: cpu, container: main}}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: other, namespace: shop}
spec:
  template:
    metadata: {labels: {app: other, tier: back}}
    spec: {containers: [{name: main, ports: [{name: http, containerPort: 80}]}]}
---
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: all}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: [{kind: ServiceAccount, name: robot, namespace: shop}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: routes, namespace: edge}
spec:
  hosts: [web.shop.svc.cluster.local, www.shop]
  http: [{route: [{destination: {host: web.shop}}]}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: who, namespace: edge}
spec:
  rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/robot], namespaces: [shop]}}]}]
`

const graph = findGraph(objectsFrom(WEB))
const web = 'Deployment web in shop'

/** What changes, a line a place: "Deployment web in shop /spec/…: before → after". */
function changes(named: NamedPart, to: string, design = graph): readonly string[] {
  const planned = planRename(design, named, to)
  if (!planned.ok) return [planned.message]
  return planned.edits.flatMap(({ object, patch }) =>
    patch.map(operation => {
      const before = valueAt(design.object(object)!.data, parsePointer(operation.path))
      if (operation.op === 'rename') return `${object} ${operation.path}: called ${operation.key}`
      return `${object} ${operation.path}: ${String(before)} → ${'value' in operation ? String(operation.value) : ''}`
    }),
  )
}

describe('a label', () => {
  it('gets another value on the pods and wherever a selector asks for it', () => {
    expect(changes({ what: 'label-value', object: web, key: 'app' }, 'site')).toEqual([
      `${web} /spec/template/metadata/labels/app: web → site`,
      `${web} /metadata/labels/app: web → site`,
      `${web} /spec/selector/matchLabels/app: web → site`,
      'Service web in shop /spec/selector/app: web → site',
    ])
  })

  it('gets another key, on every workload that a selector finds by the same key', () => {
    expect(changes({ what: 'label', object: web, key: 'tier' }, 'layer')).toEqual([
      `${web} /spec/template/metadata/labels/tier: called layer`,
      'NetworkPolicy front in shop /spec/podSelector/matchExpressions/0/key: tier → layer',
      'Deployment other in shop /spec/template/metadata/labels/tier: called layer',
    ])
  })

  it('leaves a value alone that is another one of the same key', () => {
    expect(changes({ what: 'label-value', object: web, key: 'tier' }, 'face')).toEqual([
      `${web} /spec/template/metadata/labels/tier: front → face`,
      'NetworkPolicy front in shop /spec/podSelector/matchExpressions/0/values/0: front → face',
    ])
  })

  it('is refused a key that is there already, and one that no server takes', () => {
    expect(changes({ what: 'label', object: web, key: 'app' }, 'tier')).toEqual([
      'Deployment web has a label tier already. Choose another name.',
    ])
    expect(changes({ what: 'label-value', object: web, key: 'app' }, 'a b')[0]).toMatch(/^"a b" can't be/)
  })

  it('follows a selector of a subset by the terms of its Service', () => {
    const canary = findGraph(
      objectsFrom(`
apiVersion: v1
kind: Service
metadata: {name: a}
spec: {selector: {app: a}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: a}
spec: {host: a, subsets: [{name: v1, labels: {version: v1}}]}
---
apiVersion: v1
kind: Pod
metadata: {name: a, labels: {app: a, version: v1}}
---
apiVersion: v1
kind: Pod
metadata: {name: b, labels: {app: b, version: v1}}`),
    )
    expect(changes({ what: 'label-value', object: 'Pod a', key: 'version' }, 'v2', canary)).toEqual([
      'Pod a /metadata/labels/version: v1 → v2',
      'DestinationRule a /spec/subsets/0/labels/version: v1 → v2',
    ])
  })
})

describe('a port', () => {
  it('of a Service is followed by what routes to it', () => {
    expect(changes({ what: 'service-port', object: 'Service web in shop', port: 'web' }, 'www')).toEqual([
      'Service web in shop /spec/ports/0/name: web → www',
      'Ingress web in shop /spec/defaultBackend/service/port/name: web → www',
    ])
  })

  it('of a container is followed by probes, Services and policies, and by what shares them', () => {
    expect(changes({ what: 'container-port', object: web, port: 'http' }, 'plain')).toEqual([
      `${web} /spec/template/spec/containers/0/ports/0/name: http → plain`,
      `${web} /spec/template/spec/containers/0/livenessProbe/httpGet/port: http → plain`,
      'Service web in shop /spec/ports/0/targetPort: http → plain',
      'NetworkPolicy front in shop /spec/ingress/0/ports/0/port: http → plain',
      'Deployment other in shop /spec/template/spec/containers/0/ports/0/name: http → plain',
    ])
  })
})

describe('a key, a container, a volume', () => {
  it('a key is followed by variables and by mounts of its file alone', () => {
    expect(changes({ what: 'key', object: 'ConfigMap settings in shop', key: 'url' }, 'address')).toEqual([
      'ConfigMap settings in shop /data/url: called address',
      `${web} /spec/template/spec/containers/0/env/0/valueFrom/configMapKeyRef/key: url → address`,
      `${web} /spec/template/spec/containers/0/volumeMounts/0/subPath: url → address`,
    ])
  })

  it('a container is followed by its pods and by what scales them', () => {
    expect(changes({ what: 'container', object: web, container: 'main' }, 'app')).toEqual([
      `${web} /spec/template/spec/containers/0/name: main → app`,
      `${web} /spec/template/spec/containers/0/env/1/valueFrom/resourceFieldRef/containerName: main → app`,
      `${web} /spec/template/metadata/annotations/kubectl.kubernetes.io~1default-container: main → app`,
      'HorizontalPodAutoscaler web in shop /spec/metrics/0/containerResource/container: main → app',
    ])
  })

  it('a volume is followed by its mounts', () => {
    expect(changes({ what: 'volume', object: web, volume: 'files' }, 'settings')).toEqual([
      `${web} /spec/template/spec/volumes/0/name: files → settings`,
      `${web} /spec/template/spec/containers/0/volumeMounts/0/name: files → settings`,
    ])
  })
})

describe('a namespace', () => {
  it('is followed by what is in it and by what speaks of it from outside, a host of the internet apart', () => {
    const found = changes({ what: 'namespace', namespace: 'shop' }, 'store')
    expect(found.filter(line => !line.includes('/metadata/namespace'))).toEqual([
      'NetworkPolicy front in shop /spec/ingress/0/from/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name: shop → store',
      'Namespace shop /metadata/name: shop → store',
      'ClusterRoleBinding all /subjects/0/namespace: shop → store',
      'VirtualService routes in edge /spec/hosts/0: web.shop.svc.cluster.local → web.store.svc.cluster.local',
      'VirtualService routes in edge /spec/http/0/route/0/destination/host: web.shop → web.store',
      'AuthorizationPolicy who in edge /spec/rules/0/from/0/source/principals/0: cluster.local/ns/shop/sa/robot → cluster.local/ns/store/sa/robot',
      'AuthorizationPolicy who in edge /spec/rules/0/from/0/source/namespaces/0: shop → store',
    ])
    expect(found.filter(line => line.includes('/metadata/namespace')).length).toBe(7)
  })

  it('is written where it was the default', () => {
    const pod = findGraph(objectsFrom('apiVersion: v1\nkind: Pod\nmetadata: {name: p}'))
    expect(changes({ what: 'namespace', namespace: 'default' }, 'mine', pod)).toEqual([
      'Pod p /metadata/namespace: undefined → mine',
    ])
  })

  it('is not merged into another one', () => {
    expect(changes({ what: 'namespace', namespace: 'shop' }, 'edge')[0]).toMatch(/^There is a namespace edge already/)
  })
})

it('tells everything in an object that can be renamed', () => {
  const object = graph.object(web)!
  expect(namesIn(object).map(named => titleOfNamed(named, null))).toEqual([
    'object',
    'label app',
    'value of label app',
    'label tier',
    'value of label tier',
    'port http',
    'container main',
    'volume files',
  ])
})

it('knows what stands at a place of an object', () => {
  const template = '/spec/template/spec'
  const at = (id: string, path: string): string => {
    const named = namedAt(graph.object(id)!, parsePointer(path))
    return named === null ? 'nothing' : titleOfNamed(named, null)
  }
  expect(at(web, '/spec/template/metadata/labels/app')).toBe('label app')
  expect(at(web, `${template}/containers/0/name`)).toBe('container main')
  expect(at(web, `${template}/containers/0/ports/0/name`)).toBe('port http')
  expect(at(web, `${template}/volumes/0/name`)).toBe('volume files')
  expect(at('Service web in shop', '/spec/ports/0/name')).toBe('port web')
  expect(at('ConfigMap settings in shop', '/data/url')).toBe('key url')
  // A workload's own labels are selected by nobody; a variable's name is its own.
  expect(at(web, '/metadata/labels/app')).toBe('nothing')
  expect(at(web, `${template}/containers/0/env/0/name`)).toBe('nothing')
})
