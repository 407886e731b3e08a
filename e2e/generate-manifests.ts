/** Manifests of small apps, one file an app, with about so many objects in all: a folder such as a platform team keeps. */
export function generateManifests(objects: number): Record<string, string> {
  const files: Record<string, string> = {}
  const perApp = 5
  for (let i = 0; i * perApp < objects; i++) files[`apps/app-${i}.yaml`] = appManifests(`app-${i}`, `team-${i % 12}`, i)
  return files
}

function appManifests(name: string, namespace: string, i: number): string {
  const meta = (kind: string, apiVersion: string, own = name) =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${own}\n  namespace: ${namespace}\n`
  const deployment = `${meta('Deployment', 'apps/v1')}spec:
  replicas: ${1 + (i % 4)}
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      serviceAccountName: ${name}
      containers:
        - name: ${name}
          image: registry.example.com/${name}:1.${i}.0
          envFrom:
            - configMapRef:
                name: ${name}
          ports:
            - name: http
              containerPort: 8080
`
  const service = `${meta('Service', 'v1')}spec:
  selector:
    app: ${name}
  ports:
    - name: http
      port: 80
      targetPort: http
`
  const config = `${meta('ConfigMap', 'v1')}data:\n  LOG_LEVEL: info\n  UPSTREAM: app-${i + 1}\n`
  const account = meta('ServiceAccount', 'v1')
  const last =
    i % 3
      ? `${meta('HorizontalPodAutoscaler', 'autoscaling/v2')}spec:\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: ${name}\n  minReplicas: 2\n  maxReplicas: 10\n`
      : `${meta('Ingress', 'networking.k8s.io/v1')}spec:\n  rules:\n    - host: ${name}.example.com\n      http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend:\n              service:\n                name: ${name}\n                port:\n                  name: http\n`
  return [deployment, service, config, account, last].join('---\n')
}
