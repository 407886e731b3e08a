import { expect, test } from './app'

test('without a cluster there is one calm sentence, and nothing else is asked', async ({ app }) => {
  const calls = app.callsFromNow()
  await app.start()
  await app.button('New design').click()
  await expect(app.button('Cluster context')).toHaveText('No cluster')
  await app.button('Apply').click()
  const dialog = app.page.getByRole('dialog', { name: 'Apply to cluster' })
  await expect(dialog.getByRole('status')).toContainText(/kubeconfig|kubectl/)
  await expect(app.page.getByRole('alert')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Look again' }).click()
  await expect(dialog.getByRole('status')).toBeVisible()
  await app.page.keyboard.press('Escape')
  const asked = calls?.filter(name => name.startsWith('cluster:'))
  if (asked) expect(new Set(asked)).toEqual(new Set(['cluster:contexts']))
})
