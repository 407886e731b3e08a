import { expect, test } from './app'
import { deployment } from './manifests'

test('a choice of the schema is changed, and a field is found by what it is for and set', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment })
  await app.canvas.select('Deployment web')
  const policy = app.inspector.getByRole('group', { name: 'containers web' })
  await policy.getByRole('combobox', { name: 'Add a field' }).last().fill('imagePullPol')
  await app.page.keyboard.press('Enter')
  await policy.getByLabel('imagePullPolicy').selectOption('Always')
  await app.save()
  expect(folder.diskDiff()).toEqual(['web.yaml: +        imagePullPolicy: Always'])

  await policy.getByLabel('imagePullPolicy').selectOption('Never')
  await app.save()
  expect(folder.diskDiff()).toEqual(['web.yaml: +        imagePullPolicy: Never'])
})

test('an environment variable and a port are added to a container, as its other lines are written', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment })
  await app.canvas.select('Deployment web')
  const ports = app.inspector.getByRole('group', { name: 'ports', exact: true })
  await ports.getByRole('button', { name: 'Add', exact: true }).click()
  const port = ports.getByRole('textbox', { name: 'containerPort' }).last()
  await port.fill('9090')
  await port.press('Enter')
  const env = app.inspector.getByRole('group', { name: 'env', exact: true })
  await env.getByRole('button', { name: 'Add', exact: true }).click()
  await env.getByRole('textbox', { name: 'value' }).fill('yes')
  await env.getByRole('textbox', { name: 'value' }).press('Enter')
  await app.save()
  expect(folder.read('web.yaml')).toBe(
    `${deployment}        - {containerPort: 9090}\n        env:\n        - name: NAME\n          value: "yes"\n`,
  )
})

test('what can not be taken stays as typed, says why, and Escape gives the value back', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment })
  await app.canvas.select('Deployment web')
  const replicas = app.inspector.getByLabel('replicas')
  await replicas.fill('many')
  await replicas.press('Enter')
  await expect(replicas).toHaveValue('many')
  await expect(app.inspector.getByText('A whole number is wanted here, and this is text')).toBeVisible()
  await replicas.press('Escape')
  await expect(replicas).toHaveValue('2')
  await replicas.press('ArrowUp')
  await expect(replicas).toHaveValue('3')
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'web.yaml: -  replicas: 2   # scaled by hand',
    'web.yaml: +  replicas: 3   # scaled by hand',
  ])
})

test('a secret value is hidden until it is asked for, edited as text and stored as base64', async ({ app }) => {
  const folder = await app.open({
    'keys.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: keys}\ndata:\n  token: aHVudGVyMg==   # rotated\n',
  })
  await app.canvas.select('Secret keys')
  await expect(app.inspector.getByRole('img', { name: 'token is hidden' })).toBeVisible()
  await expect(app.inspector.getByText('hunter2')).toHaveCount(0)
  await app.inspector.getByRole('button', { name: 'Show values' }).click()
  const token = app.inspector.getByRole('textbox', { name: 'token' })
  await expect(token).toHaveValue('hunter2')
  await token.fill('s3cr3t')
  await token.press('Enter')
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'keys.yaml: -  token: aHVudGVyMg==   # rotated',
    'keys.yaml: +  token: czNjcjN0   # rotated',
  ])
})

test('a kind is in the palette for as long as its definition is in the design', async ({ app }) => {
  const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  scope: Cluster
  names: {kind: Widget, plural: widgets}
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            required: [size]
            properties:
              size: {type: integer, minimum: 1, description: How large it is.}
              colour: {type: string, enum: [red, green]}
`
  const folder = await app.open({ 'crd.yaml': definition })
  await app.palette.add('Widget')
  await expect(app.canvas.card('Widget widget')).toBeVisible()
  await expect(app.inspector.getByLabel('namespace')).toHaveCount(0)
  await app.editor.typeBehind('size: 1', '\nco')
  const offers = app.page.getByRole('listbox', { name: 'Completions' })
  await expect(offers.getByRole('option', { name: /^colour/ })).toBeVisible()
  await app.page.keyboard.press('Escape')
  for (let n = 0; n < 4; n++) await app.page.keyboard.press('Backspace')
  await app.inspector.getByRole('combobox', { name: 'Add a field' }).first().fill('colour')
  await app.page.keyboard.press('Enter')
  await app.inspector.getByLabel('colour').selectOption('green')
  await app.save()
  const [file] = folder.files().filter(path => path !== 'crd.yaml' && path.endsWith('.yaml'))
  expect(folder.read(file ?? '')).toBe(
    'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: widget\nspec:\n  size: 1\n  colour: green\n',
  )

  await app.editor.box.locator('.cm-line', { hasText: 'size: 1' }).getByText('size').hover()
  await expect(app.page.locator('.cm-field-help')).toContainText('How large it is.')

  await app.canvas.select('CustomResourceDefinition widgets.example.com')
  await app.page.keyboard.press('Delete')
  const dialog = app.page.getByRole('dialog')
  if (await dialog.isVisible()) await dialog.getByRole('button', { name: /Delete/ }).click()
  await expect(app.canvas.card('CustomResourceDefinition widgets.example.com')).toHaveCount(0)
  await app.palette.search.fill('Widget')
  await expect(app.palette.kind('Widget')).toHaveCount(0)
})

test('the verbs of a role are words that are typed and taken out, by the keyboard alone', async ({ app }) => {
  const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader}
rules:
- apiGroups: [""]  # core
  resources: [pods]
  verbs: [get, list]
`
  const folder = await app.open({ 'role.yaml': role })
  await app.canvas.select('Role reader')
  const rule = app.inspector.getByRole('group', { name: 'rules 1: pods' })
  // The mark of a required field comes with the schema, and with it the field once more.
  await expect(rule).toContainText('verbs *')
  await rule.getByLabel('verbs').focus()
  await app.page.keyboard.type('watch,')
  await app.page.keyboard.type('get')
  await app.page.keyboard.press('Enter')
  await expect(rule).toContainText('get is there already')
  await app.page.keyboard.press('Escape')
  await rule.getByRole('button', { name: 'Remove list' }).press('Enter')
  await expect(rule.getByLabel('verbs')).toBeFocused()
  await app.save()
  expect(folder.diskDiff()).toEqual(['role.yaml: -  verbs: [get, list]', 'role.yaml: +  verbs: [get, watch]'])
})

test('a volume is taken from elsewhere by one choice, and Undo gives the first bytes back', async ({ app }) => {
  const pod = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
  - {name: web, image: nginx, volumeMounts: [{name: conf, mountPath: /etc/conf}]}
  volumes:
  # where the settings come from
  - name: conf
    emptyDir: {medium: Memory}
`
  const folder = await app.open({ 'web.yaml': pod })
  await app.canvas.select('Pod web')
  const volume = app.inspector.getByRole('group', { name: 'volumes conf' })
  await volume.getByLabel('source').selectOption('configMap')
  await volume.getByRole('group', { name: 'configMap' }).getByLabel('name', { exact: true }).fill('settings')
  await app.page.keyboard.press('Enter')
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'web.yaml: -    emptyDir: {medium: Memory}',
    'web.yaml: +    configMap:',
    'web.yaml: +      name: settings',
  ])
  for (let n = 0; n < 2; n++) await app.page.getByRole('button', { name: 'Undo' }).click()
  await app.save()
  expect(folder.diskDiff()).toEqual([])
})
