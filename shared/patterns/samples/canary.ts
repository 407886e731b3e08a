import { documents, namespace } from '../parts'
import { versionsOf, weightedRoute } from '../releases'
import { manifest } from '../../kinds/starters/manifest'
import type { Sample } from '../sample'

const checkout = { name: 'checkout', namespace: 'shop' }

export const canary: Sample = {
  id: 'istio-canary',
  title: 'Canary with Istio',
  description: 'Two versions of an app in a mesh: 90% of the requests to the old one, 10% to the new one.',
  files: [
    { path: 'namespace.yaml', text: namespace('shop', 'istio-injection: enabled') },
    { path: 'checkout.yaml', text: versionsOf(checkout, ['v1', 'v2'], null) },
    {
      path: 'traffic.yaml',
      text: documents(
        weightedRoute(checkout, ['v1', 'v2'], [90, 10]),
        manifest`
          apiVersion: security.istio.io/v1
          kind: PeerAuthentication
          metadata:
            name: default
            namespace: shop
          spec:
            mtls:
              mode: STRICT
        `,
      ),
    },
  ],
  notes: [
    {
      beside: 'shop/VirtualService.networking.istio.io/checkout',
      text: 'The weights are of requests, not of pods: both versions may run any number of copies.',
    },
    {
      beside: 'shop/DestinationRule.networking.istio.io/checkout',
      text: 'A subset is the Service’s pods that carry one more label.',
    },
  ],
}
