import { app, appService } from '../parts'
import type { Sample } from '../sample'

const web = { name: 'web', namespace: null }

export const deploymentAndService: Sample = {
  id: 'deployment-and-service',
  title: 'Deployment and Service',
  description: 'Two copies of a program, and one address for both.',
  files: [
    { path: 'deployment.yaml', text: app(web) },
    { path: 'service.yaml', text: appService(web) },
  ],
  notes: [
    { beside: 'default/Service./web', text: 'A Service finds its pods by their labels, not by a name.' },
    {
      beside: 'default/Deployment.apps/web',
      text: 'The port’s name, http, is what the Service’s targetPort refers to.',
    },
  ],
}
