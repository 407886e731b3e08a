import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { kindOfData } from '../kinds'

/** The lines of the card of a manifest; a container's name and its image stand apart, as on the card. */
const card = (manifest: string) => {
  const object = parse(manifest)
  return kindOfData(object)
    .cardLines(object)
    .map(line => (line.glyph === null ? line.text : `[${line.glyph}] ${line.text.replace('\u2002', ' ')}`))
}

describe('the cards of workloads', () => {
  it('show one container by its image, then replicas and port', () => {
    expect(
      card(`
        apiVersion: apps/v1
        kind: Deployment
        spec:
          replicas: 2
          template: {spec: {containers: [{name: web, image: ghcr.io/acme/shop-web:2.14.0, ports: [{containerPort: 3000}]}]}}
      `),
    ).toEqual(['acme/shop-web:2.14.0', '2 replicas · port 3000'])
  })
  it('show several containers a line each: first what starts first, then sidecars', () => {
    expect(
      card(`
        apiVersion: apps/v1
        kind: Deployment
        spec:
          replicas: 3
          template:
            spec:
              initContainers:
                - {name: migrate, image: acme/shop-api:2.14.0}
                - {name: logs, image: grafana/alloy:v1.5.1, restartPolicy: Always}
              containers:
                - {name: api, image: acme/shop-api:2.14.0, ports: [{containerPort: 8080}]}
      `),
    ).toEqual([
      '[init] migrate shop-api:2.14.0',
      '[container] api shop-api:2.14.0',
      '[sidecar] logs alloy:v1.5.1',
      '3 replicas · port 8080',
    ])
  })
  it('count the containers that six lines can’t hold', () => {
    const containers = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => `{name: ${name}, image: ${name}}`).join(', ')
    const lines = card(`
      apiVersion: apps/v1
      kind: Deployment
      spec: {template: {spec: {containers: [${containers}]}}}
    `)
    expect(lines.length).toBe(6)
    expect(lines.slice(4)).toEqual(['2 more containers', '1 replica'])
  })
  it('show a StatefulSet’s claims and a DaemonSet’s nodes', () => {
    expect(
      card(`
        apiVersion: apps/v1
        kind: StatefulSet
        spec:
          template: {spec: {containers: [{name: db, image: postgres:17.2, ports: [{containerPort: 5432}]}]}}
          volumeClaimTemplates: [{metadata: {name: data}, spec: {resources: {requests: {storage: 20Gi}}}}]
      `),
    ).toEqual(['postgres:17.2', '1 replica · port 5432', 'Claim data · 20Gi'])
    expect(
      card(`
        apiVersion: apps/v1
        kind: DaemonSet
        spec:
          template:
            spec:
              nodeSelector: {kubernetes.io/os: linux}
              containers: [{name: agent, image: quay.io/prometheus/node-exporter:v1.8.2, ports: [{containerPort: 9100}]}]
      `),
    ).toEqual(['prometheus/node-exporter:v1.8.2', 'Every Linux node · 9100'])
  })
  it('say a schedule in words, and that it is suspended', () => {
    const cronJob = (more: string) =>
      card(`
        apiVersion: batch/v1
        kind: CronJob
        spec:
          schedule: "*/15 * * * *"
          ${more}
          jobTemplate: {spec: {template: {spec: {containers: [{name: job, image: acme/shop-jobs:2.14.0}]}}}}
      `)
    expect(cronJob('concurrencyPolicy: Forbid')).toEqual(['acme/shop-jobs:2.14.0', 'Every 15 minutes · Forbid'])
    expect(cronJob('suspend: true')).toEqual(['acme/shop-jobs:2.14.0', 'Every 15 minutes · Suspended'])
  })
  it('say how a Pod restarts and how a Rollout rolls out', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nspec: {restartPolicy: Never, containers: [{image: busybox:1.37}]}'
    expect(card(pod)).toEqual(['busybox:1.37', 'Restart never'])
    expect(
      card(`
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        spec:
          strategy: {canary: {steps: [{setWeight: 10}, {pause: {}}, {setWeight: 50}]}}
          workloadRef: {kind: Deployment, name: checkout}
      `),
    ).toEqual(['Pods of Deployment checkout', '1 replica', 'Canary · 10, 50, 100%'])
  })
})

describe('the cards of traffic', () => {
  it('show a Service’s type and ports', () => {
    const service = (spec: string) => card(`apiVersion: v1\nkind: Service\nspec: ${spec}`)
    expect(service('{ports: [{port: 80, targetPort: http}]}')).toEqual(['ClusterIP · 80 → http'])
    expect(service('{clusterIP: None, ports: [{port: 5432}]}')).toEqual(['Headless · 5432'])
    expect(service('{type: ExternalName, externalName: db.example.com}')).toEqual(['ExternalName · db.example.com'])
    expect(service('{type: NodePort, ports: [{port: 53, protocol: UDP, nodePort: 30053}]}')).toEqual([
      'NodePort · 53 UDP, node 30053',
    ])
    expect(service('{ports: [{port: 1}, {port: 2}, {port: 3}, {port: 4}]}')).toEqual([
      'ClusterIP · 1',
      '2',
      '2 more ports',
    ])
  })
  it('show an Ingress’s hosts and paths, in its version of today and the ones before', () => {
    expect(
      card(`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        spec:
          tls: [{hosts: [shop.example.com], secretName: tls}]
          rules:
            - host: shop.example.com
              http:
                paths:
                  - {path: /api, backend: {service: {name: api}}}
                  - {path: /, backend: {service: {name: storefront}}}
      `),
    ).toEqual(['shop.example.com · TLS', '/api → api\u2002 / → storefront'])
    expect(
      card(`
        apiVersion: extensions/v1beta1
        kind: Ingress
        spec: {backend: {serviceName: web, servicePort: 80}}
      `),
    ).toEqual(['All else → web'])
  })
  it('show a Gateway’s listeners and a route’s weights', () => {
    expect(
      card(`
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        spec:
          listeners:
            - {protocol: HTTPS, port: 443, hostname: "*.example.com"}
            - {protocol: HTTP, port: 80}
      `),
    ).toEqual(['https 443 · http 80', '*.example.com'])
    expect(
      card(`
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        spec:
          hostnames: [shop.example.com]
          rules:
            - matches: [{path: {value: /cart}}]
              backendRefs: [{name: cart, weight: 90}, {name: cart-next, weight: 10}]
      `),
    ).toEqual(['shop.example.com', '/cart → cart 90, cart-next 10'])
  })
})

describe('the cards of configuration and storage', () => {
  it('show the first keys, and a Secret’s values never', () => {
    expect(card('apiVersion: v1\nkind: ConfigMap\ndata: {A: "1", B: "2", C: "3", D: "4", E: "5"}')).toEqual([
      'A, B, +3',
    ])
    const secret = card('apiVersion: v1\nkind: Secret\ndata: {user: aGlkZGVu}\nstringData: {password: hidden}')
    expect(secret).toEqual(['user, password'])
  })
  it('show sizes as they are written', () => {
    expect(
      card(`
        apiVersion: v1
        kind: PersistentVolumeClaim
        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 20Gi}}}
      `),
    ).toEqual(['20Gi · ReadWriteOnce'])
    expect(
      card('apiVersion: v1\nkind: PersistentVolume\nspec: {capacity: {storage: 5Gi}, nfs: {server: nas, path: /a}}'),
    ).toEqual(['5Gi', 'nas:/a'])
    expect(card('apiVersion: storage.k8s.io/v1\nkind: StorageClass\nprovisioner: rancher.io/local-path')).toEqual([
      'rancher.io/local-path',
    ])
  })
})

describe('the cards of access', () => {
  it('say whether a token is mounted', () => {
    expect(card('apiVersion: v1\nkind: ServiceAccount')).toEqual(['Token mounted'])
    expect(card('apiVersion: v1\nkind: ServiceAccount\nautomountServiceAccountToken: false')).toEqual([
      'Token not mounted',
    ])
  })
  it('say what a role may do, three rules at most', () => {
    const role = (rules: string) => card(`apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nrules: ${rules}`)
    expect(role('[{resources: [configmaps], verbs: [get, watch]}]')).toEqual(['configmaps: get, watch'])
    expect(role('[{resources: ["*"], verbs: ["*"]}]')).toEqual(['everything: anything'])
    expect(role('[]')).toEqual(['No rules'])
    const rule = '{resources: [pods], verbs: [get]}'
    expect(role(`[${rule}, ${rule}, ${rule}, ${rule}]`)).toEqual(['pods: get', 'pods: get', '2 more'])
  })
  it('say who gets a role', () => {
    const binding = (subjects: string) =>
      card(`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        roleRef: {kind: Role, name: read}
        subjects: ${subjects}
      `)
    expect(binding('[{kind: ServiceAccount, name: api}]')).toEqual(['Role to 1 ServiceAccount'])
    expect(binding('[{kind: User, name: a}, {kind: User, name: b}, {kind: Group, name: c}]')).toEqual([
      'Role to 2 Users, 1 Group',
    ])
    expect(binding('[]')).toEqual(['Role to nobody'])
  })
})

describe('the cards of policy', () => {
  it('show the range and the metric of an autoscaler of any version', () => {
    const v2 = '[{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]'
    expect(
      card(`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        spec: {minReplicas: 3, maxReplicas: 10, metrics: ${v2}}
      `),
    ).toEqual(['3 to 10 replicas · CPU 70%'])
    expect(
      card(`
        apiVersion: autoscaling/v1
        kind: HorizontalPodAutoscaler
        spec: {maxReplicas: 5, targetCPUUtilizationPercentage: 50}
      `),
    ).toEqual(['1 to 5 replicas · CPU 50%'])
  })
  it('show what a disruption budget keeps', () => {
    const budget = (spec: string) => card(`apiVersion: policy/v1\nkind: PodDisruptionBudget\nspec: ${spec}`)
    expect(budget('{minAvailable: 2}')).toEqual(['At least 2 available'])
    expect(budget('{maxUnavailable: 25%}')).toEqual(['At most 25% unavailable'])
  })
  it('show who may reach the pods of a NetworkPolicy, and that nobody may', () => {
    const policy = (spec: string) => card(`apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nspec: ${spec}`)
    const peer =
      '{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}, podSelector: {matchLabels: {app: api}}}'
    expect(policy(`{podSelector: {}, ingress: [{from: [${peer}], ports: [{port: 5432}]}]}`)).toEqual([
      'From shop/api · TCP 5432',
    ])
    expect(policy('{podSelector: {}}')).toEqual(['No traffic in'])
    expect(policy('{podSelector: {}, policyTypes: [Ingress, Egress], ingress: [{}]}')).toEqual([
      'From anywhere',
      'No traffic out',
    ])
    expect(policy('{ingress: [{from: [{podSelector: {}}]}]}')).toEqual(['From any pod'])
    expect(
      policy(
        '{egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 80, endPort: 90}]}], policyTypes: [Egress]}',
      ),
    ).toEqual(['To 10.0.0.0/8 · TCP 80 to 90'])
  })
})

describe('the cards of the mesh, of delivery and of custom resources', () => {
  it('show hosts, subsets and weights', () => {
    expect(
      card(`
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        spec:
          hosts: [checkout.shop.svc.cluster.local]
          http:
            - route:
                - {destination: {host: checkout, subset: v1}, weight: 90}
                - {destination: {host: checkout, subset: v2}, weight: 10}
      `),
    ).toEqual(['checkout.shop.svc', 'v1 90% · v2 10%'])
    expect(
      card('apiVersion: networking.istio.io/v1\nkind: DestinationRule\nspec: {subsets: [{name: v1}, {name: v2}]}'),
    ).toEqual(['Subsets v1, v2'])
  })
  it('show whom an AuthorizationPolicy lets do what', () => {
    expect(
      card(`
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        spec:
          rules:
            - from: [{source: {principals: [cluster.local/ns/shop/sa/storefront]}}]
              to: [{operation: {methods: [GET, POST], paths: [/orders]}}]
      `),
    ).toEqual(['Allow from storefront', 'GET, POST /orders'])
    expect(card('apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nspec: {}')).toEqual(['Allow nothing'])
  })
  it('show sources, names and what a kind is', () => {
    expect(
      card(`
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        spec: {source: {path: overlays/prod}, syncPolicy: {automated: {}}}
      `),
    ).toEqual(['overlays/prod · auto-sync'])
    expect(card('apiVersion: cert-manager.io/v1\nkind: Certificate\nspec: {dnsNames: [shop.example.com]}')).toEqual([
      'shop.example.com',
    ])
    expect(card('apiVersion: example.com/v1\nkind: PostgresCluster')).toEqual(['example.com/v1'])
  })
})
