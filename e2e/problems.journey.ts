import { expect, test } from './app'
import { deployment } from './manifests'

const misspelt = deployment.replace('replicas: 2', 'replica: 2')

test('a misspelt field is marked, and corrected with one click and no other byte', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': misspelt })
  await app.canvas.select('Deployment web')
  await app.page.keyboard.press('p')
  const problem = app.problems.getByRole('listitem').filter({ hasText: 'unknown-field' })
  await expect(problem).toContainText('did you mean replicas')
  await problem.getByRole('button', { name: 'Correct' }).click()
  await expect(problem).toHaveCount(0)
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'web.yaml: -  replica: 2   # scaled by hand',
    'web.yaml: +  replicas: 2   # scaled by hand',
  ])
})

test('F8 leads the caret from problem to problem, and round', async ({ app }) => {
  const broken = 'apiVersion: v1\nkind: Pod\nmetadata: {name: api}\nspec: {containers: [{name: api}]}\n'
  await app.open({ 'a.yaml': broken, 'web.yaml': misspelt })
  await app.canvas.select('Deployment web')
  await app.page.keyboard.press('p')
  await expect(app.problems.getByRole('listitem')).toHaveCount(2)
  const active = app.editor.box.locator('.cm-activeLine')
  for (const [key, line] of [
    ['F8', 'replica: 2'],
    ['F8', 'containers'],
    ['F8', 'replica: 2'],
    ['Shift+F8', 'containers'],
  ] as const) {
    await app.page.keyboard.press(key)
    await expect(active).toContainText(line)
  }
})

test('the YAML editor completes fields and choices of the kind, and explains them', async ({ app }) => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  ports: [{port: 80}]\n'
  const folder = await app.open({ 'service.yaml': service })
  await app.canvas.select('Service web')
  await app.editor.typeBehind('ports:', '\nty')
  const offers = app.page.getByRole('listbox', { name: 'Completions' })
  await expect(offers.getByRole('option', { name: /^type/ })).toBeVisible()
  // A list that has just opened takes no key for its own: it was meant for the text.
  await app.page.waitForTimeout(100)
  await app.page.keyboard.press('Enter')
  await expect(offers.getByRole('option', { name: /^NodePort/ })).toBeVisible()
  await app.page.keyboard.type('No')
  await expect(offers.getByRole('option')).toHaveCount(1)
  await app.page.waitForTimeout(100)
  await app.page.keyboard.press('Enter')
  await app.save()
  expect(folder.diskDiff()).toEqual(['service.yaml: +  type: NodePort'])

  await app.editor.box.locator('.cm-line', { hasText: 'type: NodePort' }).getByText('type').hover()
  await expect(app.page.locator('.cm-field-help')).toContainText('One of: ClusterIP, ExternalName')
})

test('what a Kubernetes version does not serve is a problem until another version is chosen', async ({ app }) => {
  const bundle =
    'apiVersion: certificates.k8s.io/v1\nkind: ClusterTrustBundle\nmetadata: {name: roots}\nspec: {trustBundle: x}\n'
  await app.open({ 'bundle.yaml': bundle })
  await app.canvas.select('ClusterTrustBundle roots')
  await app.page.keyboard.press('p')
  const problem = app.problems.getByRole('listitem').filter({ hasText: 'not-served' })
  await expect(problem).toBeVisible()
  await app.page.getByRole('combobox', { name: 'Kubernetes version' }).selectOption('1.37')
  await expect(problem).toHaveCount(0)
  await expect(app.page.getByText('No problems.')).toBeVisible()
})
