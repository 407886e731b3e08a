import { describe, expect, it } from 'vitest'
import { referencesLeft } from '../../relations/take-references-out'
import { designOf, done, idOf, textsOf } from '../design.test-data'
import { deleteObjects } from './delete-objects'

const files = {
  'web.yaml': `
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          containers:
          - name: web
            image: web # the shop's
            env:
            - name: PLAIN
              value: x
            - name: URL
              valueFrom: {configMapKeyRef: {name: settings, key: url}}
            - name: PASSWORD
              valueFrom: {secretKeyRef: {name: db, key: password}}
            - name: LAST
              value: y
            volumeMounts:
            - {name: files, mountPath: /files}
          volumes:
          - name: files
            configMap: {name: settings}
          - name: scratch
            emptyDir: {}
  `,
  'config.yaml': `
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: settings}
    data: {url: x}
    ---
    apiVersion: v1
    kind: Secret
    metadata: {name: db}
    stringData: {password: x}
  `,
  'service.yaml': `
    apiVersion: v1
    kind: Service
    metadata: {name: web}
    spec: {selector: {app: web}, ports: [{port: 80}]}
  `,
}

describe('deleting with references', () => {
  it('takes variables, the volume and its mounts along, of several objects in one list, and nothing else', () => {
    const design = designOf(files)
    const objects = [idOf(design, 'ConfigMap settings'), idOf(design, 'Secret db')]
    const { after } = done(design, deleteObjects(design, { objects, withReferences: true }))
    expect(Object.keys(textsOf(after))).toEqual(['service.yaml', 'web.yaml'])
    expect(textsOf(after)['web.yaml']!.slice(textsOf(after)['web.yaml']!.indexOf('      containers'))).toBe(
      `      containers:
      - name: web
        image: web # the shop's
        env:
        - name: PLAIN
          value: x
        - name: LAST
          value: y
      volumes:
      - name: scratch
        emptyDir: {}
`,
    )
    expect(after.problems.filter(({ code }) => code === 'dangling-reference')).toEqual([])
  })

  it('leaves references as they are where that is not asked for', () => {
    const design = designOf(files)
    const { after } = done(design, deleteObjects(design, { objects: [idOf(design, 'Secret db')] }))
    expect(textsOf(after)['web.yaml']).toBe(textsOf(design)['web.yaml'])
  })

  it('tells what would dangle from what would only find less', () => {
    const design = designOf(files)
    const going = new Set([idOf(design, 'Secret db'), idOf(design, 'Deployment web')])
    const { dangling, loosened } = referencesLeft(design.graph, going)
    expect([dangling, loosened].map(list => list.map(({ rule }) => rule))).toEqual([[], ['service-selects-workload']])
    const alone = referencesLeft(design.graph, new Set([idOf(design, 'Secret db')]))
    expect(alone.dangling.map(({ rule }) => rule)).toEqual(['workload-env-secret'])
  })
})
