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
