/** Designs whose relations expected-graphs.test.ts lists by hand: real ones, shortened to what ties objects. */

const service = (app: string, port: number) => `
apiVersion: v1
kind: Service
metadata: {name: ${app}, labels: {app: ${app}, service: ${app}}}
spec:
  ports: [{port: ${port}, name: http}]
  selector: {app: ${app}}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: bookinfo-${app}, labels: {account: ${app}}}
---`

const deployment = (app: string, version: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${app}-${version}, labels: {app: ${app}, version: ${version}}}
spec:
  replicas: 1
  selector: {matchLabels: {app: ${app}, version: ${version}}}
  template:
    metadata: {labels: {app: ${app}, version: ${version}}}
    spec:
      serviceAccountName: bookinfo-${app}
      containers:
        - name: ${app}
          image: docker.io/istio/examples-bookinfo-${app}-${version}:1.20.3
          ports: [{containerPort: 9080}]
          volumeMounts: [{name: tmp, mountPath: /tmp}]
      volumes: [{name: tmp, emptyDir: {}}]
---`

const rule = (app: string, versions: readonly string[]) => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ${app}}
spec:
  host: ${app}
  subsets: [${versions.map(version => `{name: ${version}, labels: {version: ${version}}}`).join(', ')}]
---`

/** Istio's samples/bookinfo: bookinfo.yaml, bookinfo-gateway.yaml, destination-rule-reviews.yaml, virtual-service-reviews-90-10.yaml. */
export const bookinfo = `${service('details', 9080)}${deployment('details', 'v1')}${service('ratings', 9080)}${deployment('ratings', 'v1')}${service('reviews', 9080)}${deployment('reviews', 'v1')}${deployment('reviews', 'v2')}${deployment('reviews', 'v3')}${service('productpage', 9080)}${deployment('productpage', 'v1')}${rule('reviews', ['v1', 'v2', 'v3'])}
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: bookinfo-gateway}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 8080, name: http, protocol: HTTP}, hosts: ["*"]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: bookinfo}
spec:
  hosts: ["*"]
  gateways: [bookinfo-gateway]
  http:
    - match: [{uri: {exact: /productpage}}, {uri: {prefix: /static}}]
      route: [{destination: {host: productpage, port: {number: 9080}}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews}
spec:
  hosts: [reviews]
  http:
    - route:
        - {destination: {host: reviews, subset: v1}, weight: 90}
        - {destination: {host: reviews, subset: v2}, weight: 10}`

/** A shared Gateway in one namespace, a team's route and Services in two others. */
export const twoNamespaces = `
apiVersion: v1
kind: Namespace
metadata: {name: infra}
---
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {shared-gateway: "true"}}
---
apiVersion: v1
kind: Secret
metadata: {name: shop-cert, namespace: infra}
type: kubernetes.io/tls
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: shared, namespace: infra}
spec:
  gatewayClassName: example
  listeners:
    - name: https
      port: 443
      protocol: HTTPS
      hostname: "*.shop.example"
      tls: {certificateRefs: [{name: shop-cert}]}
      allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {shared-gateway: "true"}}}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web, namespace: shop}
spec:
  parentRefs: [{name: shared, namespace: infra, sectionName: https}]
  hostnames: [www.shop.example]
  rules:
    - matches: [{path: {type: PathPrefix, value: /pay}}]
      backendRefs: [{name: payments, namespace: backend, port: 8080}]
    - backendRefs: [{name: web, port: 80}]
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: nginx, ports: [{name: http, containerPort: 8080}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: payments, namespace: backend}
spec: {selector: {app: web}, ports: [{port: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: payments, namespace: backend}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: payments, image: payments}]}
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: {name: from-shop, namespace: backend}
spec:
  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}]
  to: [{group: "", kind: Service, name: payments}]`

/** Argo Rollouts with Istio: docs/features/traffic-management/istio, both Services, subsets, an analysis and a gateway. */
export const canary = `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: checkout}
spec:
  replicas: 5
  selector: {matchLabels: {app: checkout}}
  strategy:
    canary:
      canaryService: checkout-canary
      stableService: checkout-stable
      analysis: {templates: [{templateName: success-rate}], args: [{name: service, value: checkout-canary}]}
      trafficRouting:
        istio:
          virtualService: {name: checkout, routes: [primary]}
          destinationRule: {name: checkout, canarySubsetName: canary, stableSubsetName: stable}
      steps:
        - setWeight: 10
        - pause: {duration: 5m}
        - analysis: {templates: [{templateName: no-errors, clusterScope: true}]}
  template:
    metadata: {labels: {app: checkout}}
    spec:
      serviceAccountName: checkout
      containers:
        - name: checkout
          image: registry.example/checkout:2.1
          ports: [{name: http, containerPort: 8080}]
          envFrom: [{configMapRef: {name: checkout}}]
---
apiVersion: v1
kind: Service
metadata: {name: checkout-stable}
spec: {selector: {app: checkout}, ports: [{name: http, port: 80, targetPort: http}]}
---
apiVersion: v1
kind: Service
metadata: {name: checkout-canary}
spec: {selector: {app: checkout}, ports: [{name: http, port: 80, targetPort: http}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: istio-system}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [checkout.example], tls: {mode: SIMPLE, credentialName: checkout-cert}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: checkout}
spec:
  hosts: [checkout.example]
  gateways: [istio-system/public]
  http:
    - name: primary
      route:
        - {destination: {host: checkout-stable, subset: stable}, weight: 100}
        - {destination: {host: checkout-canary, subset: canary}, weight: 0}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: checkout}
spec:
  host: checkout-stable
  subsets: [{name: stable, labels: {app: checkout}}, {name: canary, labels: {app: checkout}}]
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: {name: success-rate}
spec:
  args:
    - name: service
    - {name: token, valueFrom: {secretKeyRef: {name: prometheus, key: token}}}
  metrics: [{name: success-rate, provider: {prometheus: {address: "http://prometheus.monitoring:9090", query: up}}}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: checkout}
data: {LOG_LEVEL: info}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: checkout}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: checkout}
spec: {maxReplicas: 9, scaleTargetRef: {apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout}}`
