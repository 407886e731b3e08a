import { describe, expect, it } from 'vitest'
import { designOf, done, idOf, textsOf, yaml } from '../design.test-data'
import { applyChange } from '../workspace'
import { addConnected, takersOf } from './add-connected'

const web = yaml(`
  apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: web   # the shop
  spec:
    selector:
      matchLabels: {app: web}
    template:
      metadata:
        labels: {app: web}
      spec:
        containers:
        - name: web
          image: nginx
          ports:
          - {name: http, containerPort: 8080}
`)

describe('adding an object for another one', () => {
  const design = designOf({ 'web.yaml': web })
  const add = (kind: string, group = '') =>
    addConnected(design, { group, kind, to: idOf(design, 'Deployment web'), at: { x: 8, y: 16 } })

  it('exposes a Deployment by a Service of its name that selects its pods', () => {
    const texts = textsOf(done(design, add('Service')).after)
    const [made] = Object.entries(texts).filter(([path]) => path !== 'web.yaml')
    expect(made![1]).toMatch(/name: web\n/)
    expect(made![1]).toMatch(/selector:\n +app: web\n/)
    expect(texts['web.yaml']).toBe(web)
  })

  it.each([
    ['ConfigMap', '', /configMapRef:\n +name: web\n/],
    ['PersistentVolumeClaim', '', /persistentVolumeClaim:\n +claimName: web\n/],
  ])('ties a %s to the Deployment that it is dropped on', (kind, group, written) => {
    expect(textsOf(done(design, add(kind, group)).after)['web.yaml']).toMatch(written)
  })

  it('scales a Deployment by an autoscaler that names it', () => {
    const texts = Object.values(textsOf(done(design, add('HorizontalPodAutoscaler', 'autoscaling')).after))
    expect(texts.join('')).toMatch(/scaleTargetRef:\n( +.*\n)* +name: web\n/)
  })

  it('is one step, which undo takes back to the first bytes', () => {
    const planned = add('ConfigMap')
    if (!planned.ok) throw new Error(planned.message)
    const { workspace, inverse } = applyChange(design.workspace, planned.change)
    const back = applyChange(workspace, inverse).workspace
    expect([...back.files].map(([path, { text }]) => [path, text])).toEqual([['web.yaml', web]])
  })

  it('says beforehand what can take a kind', () => {
    expect([...takersOf(design.graph, { group: '', kind: 'Service' })]).toEqual([idOf(design, 'Deployment web')])
    expect([...takersOf(design.graph, { group: '', kind: 'LimitRange' })]).toEqual([])
  })
})
