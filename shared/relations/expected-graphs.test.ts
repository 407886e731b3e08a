import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { bookinfo, canary, twoNamespaces } from './expected-graphs.test-data'
import { findGraph } from './find'
import { objectsFrom, sentences } from './objects-for-tests'

const corpus = process.env['CHARTROOM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
const boutique = `${corpus}/philippemerle+KubeDiagrams/examples/online-boutique/downloads/online-boutique-manifests.yaml`

/** Every relation of a design, written by hand from its manifests: nothing is missing, and there is nothing more. */
describe('the whole graph', () => {
  it('of Istio’s bookinfo', () => {
    expect(sentences(bookinfo)).toEqual([
      'Service details selects Deployment details-v1',
      'Deployment details-v1 runs as ServiceAccount bookinfo-details',
      'Service ratings selects Deployment ratings-v1',
      'Deployment ratings-v1 runs as ServiceAccount bookinfo-ratings',
      'Service reviews selects Deployment reviews-v1',
      'Service reviews selects Deployment reviews-v2',
      'Service reviews selects Deployment reviews-v3',
      'Deployment reviews-v1 runs as ServiceAccount bookinfo-reviews',
      'Deployment reviews-v2 runs as ServiceAccount bookinfo-reviews',
      'Deployment reviews-v3 runs as ServiceAccount bookinfo-reviews',
      'Service productpage selects Deployment productpage-v1',
      'Deployment productpage-v1 runs as ServiceAccount bookinfo-productpage',
      'DestinationRule reviews applies to Service reviews',
      'DestinationRule reviews calls v1 Deployment reviews-v1',
      'DestinationRule reviews calls v2 Deployment reviews-v2',
      'DestinationRule reviews calls v3 Deployment reviews-v3',
      'Gateway bookinfo-gateway serves outside *',
      'VirtualService bookinfo handles outside *',
      'VirtualService bookinfo takes traffic from Gateway bookinfo-gateway',
      'VirtualService bookinfo routes to Service productpage',
      'VirtualService reviews handles Service reviews',
      'VirtualService reviews sends 90% to Service reviews',
      'VirtualService reviews sends 10% to Service reviews',
      'VirtualService reviews routes by DestinationRule reviews',
      'VirtualService reviews routes by DestinationRule reviews',
    ])
  })

  it('of a Gateway that is shared between namespaces, every reference followed', () => {
    expect(sentences(twoNamespaces)).toEqual([
      'Gateway shared in infra class optional GatewayClass example',
      'Gateway shared in infra serves outside *.shop.example',
      'Gateway shared in infra serves TLS with Secret shop-cert in infra',
      'HTTPRoute web in shop attaches to Gateway shared in infra',
      'HTTPRoute web in shop routes to Service payments in backend',
      'HTTPRoute web in shop routes to Service web in shop',
      'HTTPRoute web in shop serves outside www.shop.example',
      'Service web in shop selects Deployment web in shop',
      'Service payments in backend selects Deployment payments in backend',
      'ReferenceGrant from-shop in backend lets in Namespace shop',
      'ReferenceGrant from-shop in backend opens Service payments in backend',
    ])
    const { relations } = findGraph(objectsFrom(twoNamespaces))
    expect(relations.filter(({ detail }) => 'refused' in detail)).toEqual([])
  })

  // The second route names a subset of a Service that no DestinationRule is about: Istio would answer with an error.
  it('of a canary of Argo Rollouts with Istio', () => {
    expect(sentences(canary)).toEqual([
      'Rollout checkout env from ConfigMap checkout',
      'Rollout checkout runs as ServiceAccount checkout',
      'Rollout checkout serves stable pods by Service checkout-stable',
      'Rollout checkout serves canary pods by Service checkout-canary',
      'Rollout checkout sets weights of VirtualService checkout',
      'Rollout checkout sets subsets of DestinationRule checkout',
      'Rollout checkout is checked by AnalysisTemplate success-rate',
      'Rollout checkout is checked by missing ClusterAnalysisTemplate no-errors',
      'Service checkout-stable selects Rollout checkout',
      'Service checkout-canary selects Rollout checkout',
      'Gateway public in istio-system serves TLS with missing Secret istio-system/checkout-cert',
      'Gateway public in istio-system serves outside checkout.example',
      'VirtualService checkout handles outside checkout.example',
      'VirtualService checkout takes traffic from Gateway public in istio-system',
      'VirtualService checkout sends 100% to Service checkout-stable',
      'VirtualService checkout sends 0% to Service checkout-canary',
      'VirtualService checkout routes by DestinationRule checkout',
      'VirtualService checkout routes by missing DestinationRule default/checkout-canary key canary',
      'DestinationRule checkout applies to Service checkout-stable',
      'DestinationRule checkout calls stable Rollout checkout',
      'DestinationRule checkout calls canary Rollout checkout',
      'AnalysisTemplate success-rate reads missing Secret default/prometheus',
      'HorizontalPodAutoscaler checkout scales Rollout checkout',
    ])
  })

  it.skipIf(!existsSync(boutique))('of the online boutique (skipped where there is no corpus)', () => {
    expect(sentences(readFileSync(boutique, 'utf8'))).toEqual([
      'Deployment emailservice runs as ServiceAccount emailservice',
      'Service emailservice selects Deployment emailservice',
      'Deployment checkoutservice runs as ServiceAccount checkoutservice',
      'Service checkoutservice selects Deployment checkoutservice',
      'Deployment recommendationservice runs as ServiceAccount recommendationservice',
      'Service recommendationservice selects Deployment recommendationservice',
      'Deployment frontend runs as ServiceAccount frontend',
      'Service frontend selects Deployment frontend',
      'Service frontend-external selects Deployment frontend',
      'Service frontend-external is open as outside LoadBalancer',
      'Deployment paymentservice runs as ServiceAccount paymentservice',
      'Service paymentservice selects Deployment paymentservice',
      'Deployment productcatalogservice runs as ServiceAccount productcatalogservice',
      'Service productcatalogservice selects Deployment productcatalogservice',
      'Deployment cartservice runs as ServiceAccount cartservice',
      'Service cartservice selects Deployment cartservice',
      'Service redis-cart selects Deployment redis-cart',
      'Deployment loadgenerator runs as ServiceAccount loadgenerator',
      'Deployment currencyservice runs as ServiceAccount currencyservice',
      'Service currencyservice selects Deployment currencyservice',
      'Deployment shippingservice runs as ServiceAccount shippingservice',
      'Service shippingservice selects Deployment shippingservice',
      'Deployment adservice runs as ServiceAccount adservice',
      'Service adservice selects Deployment adservice',
    ])
  })
})
