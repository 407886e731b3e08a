import { manifest } from '../../kinds/starters/manifest'
import { containerSecurity, smallResources, taskPodSpec } from '../../kinds/starters/pod-parts'
import { autoscalerStarter } from '../../kinds/starters/policy'
import {
  app,
  appService,
  database,
  databaseSecret,
  databaseService,
  denyAll,
  documents,
  ingress,
  namespace,
  POSTGRES_IMAGE,
} from '../parts'
import { databaseEnvironment } from '../patterns'
import { allowAnybody, allowFrom } from '../policies'
import type { Sample } from '../sample'

const inShop = (name: string) => ({ name, namespace: 'shop' })
const inData = (name: string) => ({ name, namespace: 'data' })

const apiEnvironment = manifest`
  envFrom:
    - configMapRef:
        name: api-config
  ${databaseEnvironment('postgres.data', 'db-credentials')}
`

/** Waits for the database, then a log that is read beside the api: an init container and a sidecar. */
const apiInitContainers = manifest`
  - name: wait-for-database
    image: ${POSTGRES_IMAGE}
    command:
      - sh
      - -c
      - until pg_isready --host=postgres.data; do sleep 2; done
    ${smallResources}
    ${containerSecurity}
  - name: logs
    image: busybox:1.37
    restartPolicy: Always
    command:
      - sh
      - -c
      - touch /var/log/api/api.log && tail -F /var/log/api/api.log
    ${smallResources}
    ${containerSecurity}
    volumeMounts:
      - name: logs
        mountPath: /var/log/api
`

const accessToConfig = documents(
  manifest`
    apiVersion: v1
    kind: ServiceAccount
    metadata:
      name: api
      namespace: shop
  `,
  manifest`
    apiVersion: rbac.authorization.k8s.io/v1
    kind: Role
    metadata:
      name: read-config
      namespace: shop
    rules:
      - apiGroups:
          - ""
        resources:
          - configmaps
        verbs:
          - get
          - watch
  `,
  manifest`
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata:
      name: api-reads-config
      namespace: shop
    roleRef:
      apiGroup: rbac.authorization.k8s.io
      kind: Role
      name: read-config
    subjects:
      - kind: ServiceAccount
        name: api
        namespace: shop
  `,
)

const configMaps = documents(
  manifest`
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: api-config
      namespace: shop
    data:
      DB_NAME: shop
      LOG_FORMAT: json
      LOG_LEVEL: info
      ORDER_LIMIT: "100"
      CACHE_SECONDS: "60"
  `,
  manifest`
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: storefront-config
      namespace: shop
    data:
      API_URL: http://api
      THEME: light
  `,
)

const reconcileOrders = manifest`
  apiVersion: batch/v1
  kind: CronJob
  metadata:
    name: reconcile-orders
    namespace: shop
  spec:
    schedule: "*/15 * * * *"
    concurrencyPolicy: Forbid
    jobTemplate:
      spec:
        backoffLimit: 2
        template:
          metadata:
            labels:
              app.kubernetes.io/name: reconcile-orders
          spec:
            ${taskPodSpec('reconcile', 'OnFailure', 'wget --quiet --output-document=- http://api/healthz')}
`

export const shop: Sample = {
  id: 'three-tier-shop',
  title: 'Three tiers',
  description: 'A shop of storefront, api and database in two namespaces, with storage, secrets, access and policies.',
  files: [
    { path: 'namespaces.yaml', text: documents(namespace('shop'), namespace('data')) },
    {
      path: 'shop/ingress.yaml',
      text: ingress({
        ...inShop('shop'),
        host: 'shop.example.com',
        paths: [
          ['/api', 'api'],
          ['/', 'storefront'],
        ],
      }),
    },
    {
      path: 'shop/api.yaml',
      text: documents(
        app({
          ...inShop('api'),
          replicas: 3,
          serviceAccount: 'api',
          initContainers: apiInitContainers,
          environment: apiEnvironment,
          mounts: '- name: logs\n  mountPath: /var/log/api',
          volumes: '- name: logs\n  emptyDir: {}',
        }),
        appService(inShop('api')),
        autoscalerStarter(inShop('api')),
      ),
    },
    {
      path: 'shop/storefront.yaml',
      text: documents(
        app({ ...inShop('storefront'), environment: 'envFrom:\n  - configMapRef:\n      name: storefront-config' }),
        appService(inShop('storefront')),
      ),
    },
    { path: 'shop/jobs.yaml', text: reconcileOrders },
    { path: 'shop/config.yaml', text: configMaps },
    { path: 'shop/credentials.yaml', text: databaseSecret(inShop('db-credentials')) },
    { path: 'shop/access.yaml', text: accessToConfig },
    {
      path: 'data/postgres.yaml',
      text: documents(
        database({ ...inData('postgres'), secret: 'postgres-credentials' }),
        databaseService(inData('postgres')),
        databaseSecret(inData('postgres-credentials')),
      ),
    },
    {
      path: 'policies.yaml',
      text: documents(
        denyAll(inData('default-deny')),
        allowFrom(inData('postgres-from-api'), { to: 'postgres', from: 'api', fromNamespace: 'shop', port: 5432 }),
        allowAnybody(inShop('storefront-for-all'), 'storefront', 'http'),
      ),
    },
  ],
  layout: new Map(
    Object.entries({
      'shop/Ingress.networking.k8s.io/shop': { x: 0, y: 0 },
      'shop/Service./api': { x: 0, y: 110 },
      'shop/HorizontalPodAutoscaler.autoscaling/api': { x: 0, y: 200 },
      'shop/Service./storefront': { x: 0, y: 290 },
      'shop/NetworkPolicy.networking.k8s.io/storefront-for-all': { x: 0, y: 380 },
      'shop/CronJob.batch/reconcile-orders': { x: 300, y: 0 },
      'shop/Deployment.apps/api': { x: 300, y: 110 },
      'shop/Deployment.apps/storefront': { x: 300, y: 290 },
      'shop/RoleBinding.rbac.authorization.k8s.io/api-reads-config': { x: 300, y: 420 },
      '/Namespace./shop': { x: 600, y: 0 },
      'shop/ConfigMap./api-config': { x: 600, y: 84 },
      'shop/Secret./db-credentials': { x: 600, y: 168 },
      'shop/ServiceAccount./api': { x: 600, y: 252 },
      'shop/ConfigMap./storefront-config': { x: 600, y: 336 },
      'shop/Role.rbac.authorization.k8s.io/read-config': { x: 600, y: 420 },
      'data/Service./postgres': { x: 0, y: 560 },
      'data/NetworkPolicy.networking.k8s.io/postgres-from-api': { x: 0, y: 642 },
      'data/NetworkPolicy.networking.k8s.io/default-deny': { x: 0, y: 724 },
      'data/StatefulSet.apps/postgres': { x: 300, y: 560 },
      '/Namespace./data': { x: 600, y: 644 },
      'data/Secret./postgres-credentials': { x: 600, y: 560 },
    }),
  ),
  notes: [
    {
      beside: 'data/NetworkPolicy.networking.k8s.io/postgres-from-api',
      text: 'Policies only add: default-deny shuts data, postgres-from-api opens one port to the api.',
      box: { x: 300, y: 688, width: 208, height: 104 },
    },
  ],
}
