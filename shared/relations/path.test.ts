import { describe, expect, it } from 'vitest'
import { findGraph } from './find'
import { objectsFrom } from './objects-for-tests'
import { pathThrough, type PathEnd, type PathGraph } from './path'
import type { Relation } from './relation'

const design = objectsFrom(`
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop}
spec:
  rules:
  - host: shop.example.com
    http:
      paths:
      - path: /
        pathType: Prefix
        backend: {service: {name: web, port: {number: 80}}}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      serviceAccountName: runner
      containers:
      - name: web
        image: nginx
        envFrom: [{configMapRef: {name: settings}}]
      volumes: [{name: data, persistentVolumeClaim: {claimName: files}}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: files}
spec: {storageClassName: fast}
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: fast}
provisioner: example.com/disk
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: runner}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: runner-reads}
subjects: [{kind: ServiceAccount, name: runner, namespace: default}, {kind: User, name: jane}]
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reads}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reads}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: batch}
spec:
  selector: {matchLabels: {app: batch}}
  template:
    metadata: {labels: {app: batch}}
    spec:
      containers: [{name: batch, image: nginx, envFrom: [{configMapRef: {name: settings}}]}]
`)
const found = findGraph(design)
const idOf = (title: string) => design.find(({ kind, name }) => `${kind} ${name}` === title)!.id

/** What the rule for an Ingress's hosts says, whatever the table of rules says today. */
const host: Relation = {
  ...found.relations[0]!,
  id: 'host',
  rule: 'ingress-serves-host',
  group: 'traffic',
  from: idOf('Ingress shop'),
  to: null,
  outside: 'shop.example.com',
}
const graph: PathGraph = {
  relations: [...found.relations, host],
  relationsOf: id => (id === host.from ? [...found.relationsOf(id), host] : found.relationsOf(id)),
  object: id => found.object(id),
}

/** What stands at the ends of a path's relations. */
function reached(end: PathEnd): string[] {
  const names = new Set<string>()
  for (const { from, to, outside } of pathThrough(graph, end).relations)
    for (const id of [from, to]) {
      const object = id === null ? null : graph.object(id)
      names.add(object ? `${object.kind} ${object.name}` : outside!)
    }
  return [...names].sort()
}

describe('the path through a design', () => {
  it('goes from a host over ingress and service to the pods, and no further', () => {
    expect(reached({ outside: 'shop.example.com' })).toEqual([
      'Deployment web',
      'Ingress shop',
      'Service web',
      'shop.example.com',
    ])
  })

  it('goes from a workload in every direction, but to nothing that only shares a station with it', () => {
    const path = reached({ object: idOf('Deployment web') })
    expect(path).toContain('shop.example.com')
    expect(path).toContain('StorageClass fast')
    expect(path).toContain('ConfigMap settings')
    expect(path).toContain('Role reads')
    expect(path).not.toContain('Deployment batch')
    expect(path).not.toContain('User jane')
  })

  it('goes from a role back to all who have it, and from a person to what he may do', () => {
    const [person] = graph.relations.flatMap(({ outside }) => (outside?.includes('jane') ? [outside] : []))
    expect(reached({ object: idOf('Role reads') })).toEqual([
      'Deployment web',
      'Role reads',
      'RoleBinding runner-reads',
      'ServiceAccount runner',
      person,
    ])
    expect(reached({ outside: person! })).toEqual(['Role reads', 'RoleBinding runner-reads', person])
  })

  it('goes from a setting back to all that read it', () => {
    const path = reached({ object: idOf('ConfigMap settings') })
    expect(path).toEqual(['ConfigMap settings', 'Deployment batch', 'Deployment web'])
  })

  it('is the same value while the graph is', () => {
    const end = { object: idOf('Service web') }
    expect(pathThrough(graph, end)).toBe(pathThrough(graph, end))
  })
})
