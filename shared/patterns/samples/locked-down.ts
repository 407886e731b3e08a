import type { StarterInput } from '../../kinds/kind-row'
import { roleBindingStarter, roleStarter, serviceAccountStarter } from '../../kinds/starters/access'
import { disruptionBudgetStarter, limitRangeStarter, quotaStarter } from '../../kinds/starters/policy'
import { app, appService, denyAll, documents, namespace } from '../parts'
import { allowDns, allowFrom } from '../policies'
import type { Sample } from '../sample'

const inTeam = (name: string): StarterInput => ({ name, namespace: 'team' })

export const lockedDown: Sample = {
  id: 'locked-down',
  title: 'Locked down',
  description: 'A namespace with a budget, default deny, restricted pods and an account with the least rights.',
  files: [
    {
      path: 'namespace.yaml',
      text: documents(namespace('team'), quotaStarter(inTeam('budget')), limitRangeStarter(inTeam('defaults'))),
    },
    {
      path: 'policies.yaml',
      text: documents(
        denyAll(inTeam('default-deny')),
        allowDns(inTeam('allow-dns')),
        allowFrom(inTeam('api-from-web'), { to: 'api', from: 'web', port: 'http' }),
      ),
    },
    {
      path: 'api.yaml',
      text: documents(
        app({ ...inTeam('api'), serviceAccount: 'api' }),
        appService(inTeam('api')),
        disruptionBudgetStarter(inTeam('api')),
        serviceAccountStarter(inTeam('api')),
        roleStarter(inTeam('api')),
        roleBindingStarter(inTeam('api')),
      ),
    },
    { path: 'web.yaml', text: documents(app(inTeam('web')), appService(inTeam('web'))) },
  ],
  notes: [
    {
      beside: 'team/NetworkPolicy.networking.k8s.io/default-deny',
      text: 'It selects every pod and allows nothing; what may talk is added by other policies.',
    },
  ],
}
