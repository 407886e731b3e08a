import { app, appService, ingress } from '../parts'
import type { Sample } from '../sample'

const named = (name: string) => ({ name, namespace: null })

export const outsideTraffic: Sample = {
  id: 'ingress',
  title: 'Ingress',
  description: 'One host outside, two apps behind its paths.',
  files: [
    {
      path: 'ingress.yaml',
      text: ingress({
        ...named('shop'),
        host: 'shop.example.com',
        paths: [
          ['/api', 'api'],
          ['/', 'web'],
        ],
      }),
    },
    { path: 'web/deployment.yaml', text: app(named('web')) },
    { path: 'web/service.yaml', text: appService(named('web')) },
    { path: 'api/deployment.yaml', text: app(named('api')) },
    { path: 'api/service.yaml', text: appService(named('api')) },
  ],
  notes: [
    {
      beside: 'default/Ingress.networking.k8s.io/shop',
      text: 'The longest path that fits wins, whatever the order is.',
    },
  ],
}
