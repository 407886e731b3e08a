import { expect, test } from './app'

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
