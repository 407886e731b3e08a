import { versionsOf } from '../releases'
import type { Sample } from '../sample'

export const blueGreen: Sample = {
  id: 'blue-green',
  title: 'Blue and green',
  description: 'Two versions side by side, and one label that switches all traffic from one to the other.',
  files: [{ path: 'web.yaml', text: versionsOf({ name: 'web', namespace: null }, ['blue', 'green'], 'blue') }],
  notes: [
    {
      beside: 'default/Service./web',
      text: 'Change version from blue to green in the selector: every new connection goes to the other Deployment.',
    },
  ],
}
