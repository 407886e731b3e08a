import type { StarterInput } from '../kinds/kind-row'
import { manifest, plainOrQuoted } from '../kinds/starters/manifest'
import { configMapStarter } from '../kinds/starters/config'
import { roleBindingStarter, roleStarter, serviceAccountStarter } from '../kinds/starters/access'
import { limitRangeStarter, quotaStarter } from '../kinds/starters/policy'
import { cronJobStarter } from '../kinds/starters/workloads'
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
} from './parts'
import { allowDns, allowFrom } from './policies'
import { versionsOf, weightedRoute } from './releases'

/** Several objects that belong together, made in one step from a name. */
export type Pattern = {
  readonly id: string
  readonly title: string
  readonly description: string
  /** Symbol id in shared/picture/icons.svg. */
  readonly icon: string
  readonly searchWords: readonly string[]
  /** A name that fits, where the user gives none. */
  readonly usualName: string
  /** The documents of one file. Every reference between them resolves. */
  readonly text: (input: StarterInput) => string
}

/** What the palette offers under its kinds. */
export const patterns: readonly Pattern[] = [
  {
    id: 'exposed-app',
    title: 'Deployment, Service and Ingress',
    description: 'An app that a browser can reach under a host of its own.',
    icon: 'k-deployment',
    searchWords: ['web', 'app', 'expose', 'http', 'public'],
    usualName: 'web',
    text: input =>
      documents(
        app(input),
        appService(input),
        ingress({ ...input, host: `${input.name}.example.com`, paths: [['/', input.name]] }),
      ),
  },
  {
    id: 'database',
    title: 'StatefulSet with storage',
    description: 'A database with a claim for its data, a headless Service and its password in a Secret.',
    icon: 'k-statefulset',
    searchWords: ['database', 'postgres', 'disk', 'storage', 'stateful'],
    usualName: 'db',
    text: input => {
      const secret = { ...input, name: `${input.name}-credentials` }
      return documents(database({ ...input, secret: secret.name }), databaseService(input), databaseSecret(secret))
    },
  },
  {
    id: 'scheduled-job',
    title: 'CronJob with configuration',
    description: 'A task that runs every night and reads its settings from a ConfigMap.',
    icon: 'k-cronjob',
    searchWords: ['cron', 'schedule', 'nightly', 'task', 'batch'],
    usualName: 'nightly',
    text: input => documents(withEnvironment(cronJobStarter(input), input.name), configMapStarter(input)),
  },
  {
    id: 'three-tiers',
    title: 'Three tiers',
    description: 'A web front, an api and a database; only the api may reach the database.',
    icon: 'k-ingress',
    searchWords: ['web', 'api', 'database', 'shop', 'tiers', 'application'],
    usualName: 'shop',
    text: threeTiers,
  },
  {
    id: 'guarded-namespace',
    title: 'Namespace with quota and default deny',
    description: 'A Namespace with a budget, defaults for its containers, and no traffic that isn’t allowed.',
    icon: 'k-namespace',
    searchWords: ['team', 'tenant', 'quota', 'limit', 'deny', 'isolate', 'security'],
    usualName: 'team',
    text: ({ name }) => {
      const inside = (object: string): StarterInput => ({ name: object, namespace: name })
      return documents(
        namespace(name),
        quotaStarter(inside('budget')),
        limitRangeStarter(inside('defaults')),
        denyAll(inside('default-deny')),
        allowDns(inside('allow-dns')),
      )
    },
  },
  {
    id: 'least-role',
    title: 'ServiceAccount with least rights',
    description: 'An account, a Role that reads configuration and nothing else, and the binding between them.',
    icon: 'k-serviceaccount',
    searchWords: ['rbac', 'permission', 'account', 'rights', 'identity'],
    usualName: 'reader',
    text: input => documents(serviceAccountStarter(input), roleStarter(input), roleBindingStarter(input)),
  },
  {
    id: 'blue-green',
    title: 'Blue and green',
    description: 'Two versions side by side; the Service’s label decides which one answers.',
    icon: 'k-replicaset',
    searchWords: ['release', 'switch', 'version', 'rollback'],
    usualName: 'web',
    text: input => versionsOf(input, ['blue', 'green'], 'blue'),
  },
  {
    id: 'istio-canary',
    title: 'Istio canary',
    description: 'Two versions behind one Service; a tenth of the requests goes to the new one.',
    icon: 'k-virtualservice',
    searchWords: ['istio', 'mesh', 'canary', 'weight', 'release', 'split'],
    usualName: 'web',
    text: input => documents(versionsOf(input, ['v1', 'v2'], null), weightedRoute(input, ['v1', 'v2'], [90, 10])),
  },
]

function threeTiers(input: StarterInput): string {
  const tier = (name: string): StarterInput => ({ ...input, name: `${input.name}-${name}` })
  const [web, api, db, credentials] = [tier('web'), tier('api'), tier('db'), tier('db-credentials')]
  return documents(
    ingress({
      ...input,
      host: `${input.name}.example.com`,
      paths: [
        ['/api', api.name],
        ['/', web.name],
      ],
    }),
    app(web),
    appService(web),
    app({ ...api, environment: databaseEnvironment(db.name, credentials.name) }),
    appService(api),
    database({ ...db, secret: credentials.name }),
    databaseService(db),
    databaseSecret(credentials),
    allowFrom({ ...input, name: `${db.name}-from-api` }, { to: db.name, from: api.name, port: 5432 }),
  )
}

/** Where the database is, and who asks: one variable by value, two from the Secret. */
export function databaseEnvironment(host: string, secret: string): string {
  return manifest`
    env:
      - name: DB_HOST
        value: ${plainOrQuoted(host)}
      - name: DB_USER
        valueFrom:
          secretKeyRef:
            name: ${plainOrQuoted(secret)}
            key: username
      - name: DB_PASSWORD
        valueFrom:
          secretKeyRef:
            name: ${plainOrQuoted(secret)}
            key: password
  `
}

/** The starter of a task, its container's variables taken from a ConfigMap. */
function withEnvironment(task: string, configMap: string): string {
  return task.replace(
    /^( *)command:$/m,
    `$1envFrom:\n$1  - configMapRef:\n$1      name: ${plainOrQuoted(configMap)}\n$1command:`,
  )
}
