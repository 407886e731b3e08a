import { claimStarter } from '../../kinds/starters/storage'
import { manifest } from '../../kinds/starters/manifest'
import { app } from '../parts'
import type { Sample } from '../sample'

export const volumeClaim: Sample = {
  id: 'volume-claim',
  title: 'Storage that stays',
  description: 'A claim for a disk, mounted where a program keeps its files.',
  files: [
    {
      path: 'files.yaml',
      text: app({
        name: 'files',
        namespace: null,
        replicas: 1,
        mounts: manifest`
          - name: uploads
            mountPath: /data
        `,
        volumes: manifest`
          - name: uploads
            persistentVolumeClaim:
              claimName: uploads
        `,
      }),
    },
    { path: 'claim.yaml', text: claimStarter({ name: 'uploads', namespace: null }) },
  ],
  notes: [
    {
      beside: 'default/PersistentVolumeClaim./uploads',
      text: 'ReadWriteOnce: pods of one node at a time. Without a class the cluster’s default one makes the volume.',
    },
  ],
}
