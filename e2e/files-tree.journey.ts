import { expect, test } from './app'

const pod = (name: string) => `# ${name}
apiVersion: v1
kind: Pod
metadata: {name: ${name}}
spec: {containers: [{name: a, image: nginx}]}
`

test('files are made, moved and deleted in the tree, and the disk follows with the save', async ({ app }) => {
  const folder = await app.open({ 'a.yaml': pod('a'), 'b.yaml': pod('b') })
  const { page } = app
  const path = page.getByRole('dialog').getByLabel('Path', { exact: true })

  await app.file('a.yaml').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Rename or move/ }).click()
  await path.fill('b.yaml')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'There is a file b.yaml already' })).toBeVisible()
  await path.fill('shop/front.yaml')
  await page.keyboard.press('Enter')
  await expect(app.file(/^front.yaml.*unsaved$/)).toBeVisible()

  await app.button('New file…').click()
  await path.fill('shop/new.yaml')
  await page.keyboard.press('Enter')
  await expect(app.file(/^new.yaml/)).toHaveAttribute('aria-selected', 'true')

  await app.file('b.yaml').focus()
  await page.keyboard.press('Delete')
  await expect(app.file('b.yaml')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(app.file('b.yaml')).toBeVisible()

  await app.save()
  expect(folder.files().toSorted()).toEqual(['b.yaml', 'shop/front.yaml', 'shop/new.yaml'])
  expect(folder.read('shop/front.yaml')).toBe(pod('a'))
})

test('the objects of a file open under it by the keyboard, and select their cards', async ({ app }) => {
  await app.open({ 'all.yaml': `${pod('a')}---\n${pod('b')}` })
  await app.file('all.yaml').focus()
  await app.page.keyboard.press('ArrowRight')
  await app.page.keyboard.press('ArrowDown')
  await app.page.keyboard.press('ArrowDown')
  await app.page.keyboard.press('Enter')
  await expect(app.canvas.card('Pod b')).toHaveAttribute('aria-selected', 'true')
  await expect(app.file('Pod b')).toHaveAttribute('aria-selected', 'true')
})

test('a file is split, merged again and loses an object to another, and each step is taken back', async ({ app }) => {
  const all = `${pod('a')}---\n${pod('b')}`
  const folder = await app.open({ 'shop/all.yaml': all, 'c.yaml': pod('c') })
  const { page } = app
  const path = page.getByRole('dialog').getByLabel('Path', { exact: true })
  await app.file('all.yaml').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Split into/ }).click()
  await app.save()
  expect(folder.files().toSorted()).toEqual(['c.yaml', 'shop/a.yaml', 'shop/b.yaml'])
  expect(folder.read('shop/b.yaml')).toBe(pod('b'))

  await app.file('b.yaml').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Merge into/ }).click()
  await path.fill('shop/a.yaml')
  await page.keyboard.press('Enter')
  await app.save()
  expect(folder.files().toSorted()).toEqual(['c.yaml', 'shop/a.yaml'])
  expect(folder.read('shop/a.yaml')).toBe(all)

  await app.canvas.select('Pod c')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('move to another file')
  await page.keyboard.press('Enter')
  await path.fill('shop/new.yaml')
  await page.keyboard.press('Enter')
  await app.save()
  expect(folder.files().toSorted()).toEqual(['shop/a.yaml', 'shop/new.yaml'])
  expect(folder.read('shop/new.yaml')).toBe(pod('c'))

  for (let n = 0; n < 3; n++) await page.getByRole('button', { name: 'Undo' }).first().click()
  await app.save()
  expect(folder.files().toSorted()).toEqual(['c.yaml', 'shop/all.yaml'])
  expect(folder.read('shop/all.yaml')).toBe(all)
})
