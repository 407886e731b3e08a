import type { KubeObject } from '../../../shared/workspace/kube-object'
import type { PlainMap } from '../../../shared/yaml/plain'
import { seeded, type Random } from '../random'

/** Objects of one namespace, before a team starts the next one. */
const PER_NAMESPACE = 60

/**
 * A design of so many objects in a realistic mixture: apps of a workload with its Service, configuration, account, and,
 * for some, an Ingress, an autoscaler, a claim, roles; a few references lead to nothing. The same one every time.
 */
export function generateDesign(count: number): KubeObject[] {
  const random = seeded(`design of ${count}`)
  const objects: KubeObject[] = []
  for (let app = 0; objects.length < count; app++) {
    const namespace = `team-${Math.floor(objects.length / PER_NAMESPACE) + 1}`
    for (const data of appObjects(`app-${app + 1}`, namespace, random)) objects.push(objectOf(data))
  }
  return objects.slice(0, count)
}

function appObjects(name: string, namespace: string, random: Random): PlainMap[] {
  const objects: PlainMap[] = []
  const add = (apiVersion: string, kind: string, objectName: string, rest: PlainMap) =>
    objects.push({ apiVersion, kind, metadata: { name: objectName, namespace, labels: { app: name } }, ...rest })
  const settings = `${name}-settings`
  const keys = `${name}-keys`
  const stateful = random.chance(0.2)
  const containers: PlainMap[] = [
    {
      name: 'main',
      image: `registry.example.com/${name}:1.${random.below(30)}.0`,
      ports: [{ name: 'http', containerPort: 8080 }],
      envFrom: [{ configMapRef: { name: settings } }, ...(random.chance(0.5) ? [{ secretRef: { name: keys } }] : [])],
    },
  ]
  if (random.chance(0.35)) containers.push({ name: 'logs', image: 'grafana/alloy:v1.5.1' })
  const volumes = stateful ? [{ name: 'data', persistentVolumeClaim: { claimName: `${name}-data` } }] : []
  add('apps/v1', stateful ? 'StatefulSet' : 'Deployment', name, {
    spec: {
      replicas: 1 + random.below(5),
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name } }, spec: { serviceAccountName: name, containers, volumes } },
    },
  })
  add('v1', 'Service', name, { spec: { selector: { app: name }, ports: [{ port: 80, targetPort: 'http' }] } })
  add('v1', 'ConfigMap', settings, { data: { DB_HOST: 'db', LOG_LEVEL: 'info', THEME: 'dark', REGION: 'eu' } })
  if (random.chance(0.9)) add('v1', 'Secret', keys, { stringData: { token: 'x', password: 'y' } })
  add('v1', 'ServiceAccount', name, {})
  if (stateful)
    add('v1', 'PersistentVolumeClaim', `${name}-data`, {
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '20Gi' } } },
    })
  if (random.chance(0.4))
    add('networking.k8s.io/v1', 'Ingress', name, {
      spec: { rules: [{ host: `${name}.example.com`, http: { paths: [ingressPath(name)] } }] },
    })
  if (random.chance(0.3))
    add('autoscaling/v2', 'HorizontalPodAutoscaler', name, {
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name }, minReplicas: 2, maxReplicas: 8 },
    })
  if (random.chance(0.2)) {
    add('rbac.authorization.k8s.io/v1', 'Role', name, {
      rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'watch'] }],
    })
    add('rbac.authorization.k8s.io/v1', 'RoleBinding', name, {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    })
  }
  return objects
}

function ingressPath(name: string): PlainMap {
  return { path: '/', pathType: 'Prefix', backend: { service: { name, port: { number: 80 } } } }
}

function objectOf(data: PlainMap): KubeObject {
  const apiVersion = String(data['apiVersion'])
  const kind = String(data['kind'])
  const { name, namespace } = nameOf(data)
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
  return { id: `${namespace}/${kind}/${name}`, file: 'design.yaml', apiVersion, group, kind, namespace, name, data }
}

function nameOf(data: PlainMap): { readonly name: string; readonly namespace: string } {
  const metadata = data['metadata']
  const read = (key: string) =>
    typeof metadata === 'object' && metadata !== null ? String(Reflect.get(metadata, key)) : ''
  return { name: read('name'), namespace: read('namespace') }
}
