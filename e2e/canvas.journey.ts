import { expect, test } from './app'
import { deployment } from './manifests'

const access = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reads
rules: []
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: jane-reads
subjects:
- kind: User
  apiGroup: rbac.authorization.k8s.io
  name: jane
roleRef:
  kind: Role
  apiGroup: rbac.authorization.k8s.io
  name: reads
`

test('a person stands at the edge, and choosing her lights the way to what she may do', async ({ app }) => {
  await app.open({ 'access.yaml': access })
  const person = app.canvas.card('User jane')
  await person.click()
  await expect(app.canvas.edge(/^RoleBinding jane-reads .* User jane$/)).toBeVisible()
  await expect(app.canvas.edge(/^RoleBinding jane-reads .* Role reads$/)).toBeVisible()
  await expect(person).toBeFocused()
})

test('a kind that is dropped on a card is made for it, in one step', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment })
  await app.palette.kind('Service').dragTo(app.canvas.card('Deployment web'))
  await expect(app.canvas.card('Service web')).toBeFocused()
  await expect(app.canvas.edge('Service web selects Deployment web')).toBeVisible()
  await app.save()
  const [made, ...rest] = folder.diskDiff()
  expect(rest).toEqual([])
  expect(folder.read(made!.replace(': created', ''))).toMatch(/selector:\n +app: web\n/)

  await app.button('Undo').click()
  await expect(app.canvas.card('Service web')).toHaveCount(0)
  await expect(app.button('Undo')).toBeDisabled()
})
