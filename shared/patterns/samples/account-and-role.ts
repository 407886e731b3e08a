import { roleBindingStarter, roleStarter, serviceAccountStarter } from '../../kinds/starters/access'
import { app } from '../parts'
import type { Sample } from '../sample'

const reader = { name: 'config-reader', namespace: null }

export const accountAndRole: Sample = {
  id: 'service-account-and-role',
  title: 'Account and role',
  description: 'A program that may read ConfigMaps in its namespace, and nothing else.',
  files: [
    { path: 'web.yaml', text: app({ name: 'web', namespace: null, serviceAccount: reader.name }) },
    { path: 'access/service-account.yaml', text: serviceAccountStarter(reader) },
    { path: 'access/role.yaml', text: roleStarter(reader) },
    { path: 'access/role-binding.yaml', text: roleBindingStarter(reader) },
  ],
  notes: [
    {
      beside: 'default/RoleBinding.rbac.authorization.k8s.io/config-reader',
      text: 'A binding gives its role to its subjects in its own namespace. There is no rule that takes a right away.',
    },
  ],
}
