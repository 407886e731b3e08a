import { manifest } from '../../kinds/starters/manifest'
import { app } from '../parts'
import type { Sample } from '../sample'

export const configuration: Sample = {
  id: 'config-and-secret',
  title: 'Configuration and secrets',
  description: 'A ConfigMap and a Secret that reach a container in three ways: all of it, one key, and as files.',
  files: [
    {
      path: 'web.yaml',
      text: app({
        name: 'web',
        namespace: null,
        environment: manifest`
          envFrom:
            - configMapRef:
                name: web-config
          env:
            - name: API_TOKEN
              valueFrom:
                secretKeyRef:
                  name: web-keys
                  key: api-token
        `,
        mounts: manifest`
          - name: keys
            mountPath: /etc/keys
            readOnly: true
        `,
        volumes: manifest`
          - name: keys
            secret:
              secretName: web-keys
        `,
      }),
    },
    {
      path: 'config.yaml',
      text: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web-config
        data:
          PODINFO_UI_COLOR: "#34577c"
          PODINFO_UI_MESSAGE: Configured by a ConfigMap
      `,
    },
    {
      path: 'keys.yaml',
      text: manifest`
        apiVersion: v1
        kind: Secret
        metadata:
          name: web-keys
        type: Opaque
        stringData:
          api-token: change-me
      `,
    },
  ],
  notes: [
    {
      beside: 'default/ConfigMap./web-config',
      text: 'A running container keeps its variables; it is started again to see new ones.',
    },
    {
      beside: 'default/Secret./web-keys',
      text: 'Mounted as files, a changed Secret reaches the container within a minute or so.',
    },
  ],
}
