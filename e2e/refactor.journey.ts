import { expect, test, type App } from './app'

const api = `# The shop's back.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
spec:
  selector:
    matchLabels: {app: api}
  template:
    metadata:
      labels: {app: api}   # who it is
    spec:
      containers:
      - name: api
        image: api
        envFrom:
        - configMapRef: {name: settings}
        env:
        - name: URL
          valueFrom:
            configMapKeyRef: {name: settings, key: url}
---
apiVersion: v1
kind: Service
metadata: {name: api, namespace: shop}
spec:
  selector: {app: api}
  ports: [{port: 80, name: http}]
`
const settings = `apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: shop}
data:
  url: http://db # where
`
const edge = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: routes, namespace: edge}
spec:
  hosts: [api.shop.svc.cluster.local]
  http:
  - route:
    - destination: {host: api.shop.svc.cluster.local}
      weight: 90 # mostly
    - destination: {host: next.shop.svc.cluster.local}
      weight: 10
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: api, namespace: shop}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: api}
  maxReplicas: 3
---
apiVersion: v1
kind: Service
metadata: {name: next, namespace: shop}
spec:
  selector: {app: next}
  ports: [{port: 80}]
`
const files = { 'api.yaml': api, 'settings.yaml': settings, 'edge.yaml': edge }

const dialog = (app: App) => app.page.getByRole('dialog')

/** Runs a command by the palette, as the keyboard does it. */
async function command(app: App, label: string): Promise<void> {
  await app.page.keyboard.press('Control+k')
  const palette = app.page.getByRole('dialog', { name: 'Commands' })
  await palette.getByRole('combobox').fill(label)
  await palette.getByRole('option', { name: label }).first().click()
}

async function undoIsFirstBytes(app: App, diskDiff: () => string[]): Promise<void> {
  await app.button('Undo').click()
  await app.save()
  expect(diskDiff()).toEqual([])
}

test('F2 renames the api with all that names it, after showing what changes', async ({ app }) => {
  const folder = await app.open(files)
  await app.canvas.select('Deployment api')
  await app.page.keyboard.press('F2')
  await expect(dialog(app)).toHaveAccessibleName('Rename Deployment api')
  await dialog(app).getByLabel('Name').fill('backend')
  await expect(dialog(app).getByRole('list', { name: 'Changes' }).getByRole('listitem')).toHaveText([
    'Deployment api/metadata/nameapi → backend',
    'HorizontalPodAutoscaler api/spec/scaleTargetRef/nameapi → backend',
  ])
  await app.page.keyboard.press('Enter')
  await expect(app.canvas.card('Deployment backend')).toBeVisible()
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'api.yaml: -  name: api',
    'api.yaml: +  name: backend',
    'edge.yaml: -  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: api}',
    'edge.yaml: +  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: backend}',
  ])
  await undoIsFirstBytes(app, () => folder.diskDiff())
})

test('a label gets another value from the palette, and a key another name from its field', async ({ app }) => {
  const folder = await app.open(files)
  await app.canvas.select('Deployment api')
  await command(app, 'Rename a label…')
  await dialog(app).getByLabel('What').selectOption({ label: 'Value of label app' })
  await dialog(app).getByLabel('Name').fill('backend')
  await dialog(app).getByRole('button', { name: 'Rename' }).click()
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'api.yaml: -    matchLabels: {app: api}',
    'api.yaml: +    matchLabels: {app: backend}',
    'api.yaml: -      labels: {app: api}   # who it is',
    'api.yaml: +      labels: {app: backend}   # who it is',
    'api.yaml: -  selector: {app: api}',
    'api.yaml: +  selector: {app: backend}',
  ])
  await undoIsFirstBytes(app, () => folder.diskDiff())

  await app.canvas.select('ConfigMap settings')
  await app.inspector.getByRole('button', { name: 'Rename everywhere' }).first().click()
  await dialog(app).getByLabel('Name').fill('address')
  await app.page.keyboard.press('Enter')
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'api.yaml: -            configMapKeyRef: {name: settings, key: url}',
    'api.yaml: +            configMapKeyRef: {name: settings, key: address}',
    'settings.yaml: -  url: http://db # where',
    'settings.yaml: +  address: http://db # where',
  ])
})

test('the api moves to another namespace with what it needs, and hosts follow', async ({ app }) => {
  const folder = await app.open(files)
  await app.canvas.select('Deployment api')
  await command(app, 'Move to namespace…')
  await dialog(app).getByLabel('Namespace').fill('back')
  const cuts = dialog(app).getByRole('list', { name: 'Cut by the move' }).getByRole('listitem')
  await expect(cuts.filter({ hasText: 'ConfigMap settings' }).getByRole('radio', { name: 'Move too' })).toBeChecked()
  await cuts.filter({ hasText: 'ConfigMap settings' }).getByRole('radio', { name: 'Copy' }).click()
  await cuts.filter({ hasText: 'Service api' }).getByRole('radio', { name: 'Move too' }).click()
  await cuts.filter({ hasText: 'HorizontalPodAutoscaler api' }).getByRole('radio', { name: 'Move too' }).click()
  await dialog(app).getByRole('button', { name: 'Move', exact: true }).click()
  await app.save()
  expect(folder.diskDiff().filter(line => line.includes('+'))).toEqual([
    'api.yaml: +  namespace: back',
    'api.yaml: +metadata: {name: api, namespace: back}',
    'edge.yaml: +  hosts: [api.back.svc.cluster.local]',
    'edge.yaml: +    - destination: {host: api.back.svc.cluster.local}',
    'edge.yaml: +metadata: {name: api, namespace: back}',
    'settings.yaml: +---',
    'settings.yaml: +apiVersion: v1',
    'settings.yaml: +kind: ConfigMap',
    'settings.yaml: +metadata: {name: settings, namespace: back}',
    'settings.yaml: +data:',
    'settings.yaml: +  url: http://db # where',
  ])
  await undoIsFirstBytes(app, () => folder.diskDiff())
})

test('a card that is dropped into another namespace moves there, and Escape leaves it', async ({ app }) => {
  const folder = await app.open(files)
  const [from, into] = await Promise.all(
    ['ConfigMap settings', 'VirtualService routes'].map(async name => (await app.canvas.card(name).boundingBox())!),
  )
  const by = { x: into!.x - from!.x, y: into!.y - from!.y + 30 }
  await app.canvas.moveCard('ConfigMap settings', by)
  await expect(dialog(app).getByLabel('Namespace')).toHaveValue('edge')
  await app.page.keyboard.press('Escape')
  await expect(app.button('Undo')).toBeDisabled()

  await app.canvas.moveCard('ConfigMap settings', by)
  const deployment = dialog(app).getByRole('listitem').filter({ hasText: 'Deployment api' }).first()
  await deployment.getByRole('radio', { name: 'Leave' }).click()
  await dialog(app).getByRole('button', { name: 'Move', exact: true }).click()
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'settings.yaml: -metadata: {name: settings, namespace: shop}',
    'settings.yaml: +metadata: {name: settings, namespace: edge}',
  ])
  await undoIsFirstBytes(app, () => folder.diskDiff())
})

test('a ConfigMap is deleted with the references to it', async ({ app }) => {
  const folder = await app.open(files)
  await app.canvas.select('ConfigMap settings')
  await app.page.keyboard.press('Delete')
  await expect(dialog(app).getByRole('list', { name: 'Left dangling' }).getByRole('listitem')).toHaveText([
    /Deployment api env from ConfigMap settings.*configMapRef\/name/,
    /Deployment api env ConfigMap settings.*configMapKeyRef\/name/,
  ])
  await dialog(app).getByRole('switch', { name: 'Remove these references too' }).click()
  await dialog(app).getByRole('button', { name: 'Delete' }).click()
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'api.yaml: -        envFrom:',
    'api.yaml: -        - configMapRef: {name: settings}',
    'api.yaml: -        env:',
    'api.yaml: -        - name: URL',
    'api.yaml: -          valueFrom:',
    'api.yaml: -            configMapKeyRef: {name: settings, key: url}',
    'settings.yaml: deleted',
  ])
  await undoIsFirstBytes(app, () => folder.diskDiff())
})

test('a weight is set on its edge by keys and typing, and the rest goes to the other', async ({ app }) => {
  const folder = await app.open(files)
  await app.canvas.select('VirtualService routes')
  const edgeTo = app.canvas.edge(/^VirtualService routes sends 90% to Service api$/)
  await edgeTo.click()
  const weight = app.canvas.region.getByRole('spinbutton', { name: 'Weight' })
  await weight.focus()
  await app.page.keyboard.press('ArrowDown')
  await app.page.keyboard.press('Shift+ArrowDown')
  await expect(weight).toHaveValue('79')
  await weight.fill('75')
  await app.page.keyboard.press('Enter')
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'edge.yaml: -      weight: 90 # mostly',
    'edge.yaml: +      weight: 75 # mostly',
    'edge.yaml: -      weight: 10',
    'edge.yaml: +      weight: 25',
  ])
  await expect(app.canvas.edge('VirtualService routes sends 75% to Service api')).toBeVisible()

  await app.canvas.select('VirtualService routes')
  const row = app.inspector.getByRole('spinbutton', { name: 'Weight of Service next' })
  await expect(row).toHaveValue('25')
  await row.fill('10')
  await app.page.keyboard.press('Enter')
  await app.save()
  expect(folder.diskDiff()).toEqual([])
})

test('un-wiring that opens a policy to every pod asks first', async ({ app }) => {
  const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: back, namespace: shop}
spec:
  podSelector:
    matchLabels: {app: api}
`
  const folder = await app.open({ ...files, 'policy.yaml': policy })
  await app.canvas.select('NetworkPolicy back')
  await app.canvas.edge('NetworkPolicy back applies to Deployment api').focus()
  await app.page.keyboard.press('Delete')
  await expect(dialog(app).getByRole('list', { name: 'Consequences' })).toContainText(/every pod|all pods/i)
  await app.page.keyboard.press('Escape')
  await expect(app.button('Undo')).toBeDisabled()

  await app.canvas.edge('NetworkPolicy back applies to Deployment api').focus()
  await app.page.keyboard.press('Delete')
  await dialog(app).getByRole('button', { name: 'Un-wire' }).click()
  await app.save()
  expect(folder.diskDiff().length).toBeGreaterThan(0)
  await undoIsFirstBytes(app, () => folder.diskDiff())
})

test('rules of the workspace tie custom resources, and are read again when their file changes', async ({ app }) => {
  const queue = `apiVersion: example.com/v1
kind: Queue
metadata: {name: orders}
spec: {topic: sold}
---
apiVersion: example.com/v1
kind: Topic
metadata: {name: sold}
`
  const rules = (says: string, from = 'Queue.example.com'): string =>
    `rules:\n- id: queue-reads-topic\n  from: ${from}\n  to: Topic.example.com\n  says: ${says}\n  at: spec.topic\n`
  const folder = await app.open({ 'queue.yaml': queue, '.chartroom/relations.yaml': rules('reads') })
  await app.canvas.select('Queue orders')
  await expect(app.canvas.edge('Queue orders reads Topic sold')).toBeVisible()

  folder.write('.chartroom/relations.yaml', rules('hears'))
  await expect(app.canvas.edge('Queue orders hears Topic sold')).toBeVisible()

  folder.write('.chartroom/relations.yaml', rules('hears', 'queue'))
  await expect(app.canvas.edge(/hears/)).toHaveCount(0)
  await command(app, 'Problems')
  await expect(app.problems).toContainText('"from" must be kinds')
})
