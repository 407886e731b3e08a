import { readFileSync } from 'node:fs'
import { expect, test } from './app'

const files = {
  'web.yaml': `# The front.
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web   # the only one
          image: nginx:1.29
          envFrom: [{secretRef: {name: password}}]
`,
  'secret.yaml': `apiVersion: v1
kind: Secret
metadata: {name: password}
stringData: {password: hunter2}
`,
}

test('manifests go to a folder as a kustomize base, as written and without Secrets', async ({ app }) => {
  await app.open(files)
  const target = app.folder({ 'deployment-other.yaml': 'a: 1\n' })
  await app.button('Export').click()
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: 'Kustomize base' }).click()
  await expect(dialog).toContainText('1 Secret left out')
  await app.pickFolder(target, 'Export here', () => dialog.getByRole('button', { name: 'To a folder…' }).click())
  await expect
    .poll(() => target.files())
    .toEqual(['deployment-other.yaml', 'deployment-web.yaml', 'kustomization.yaml'])
  expect(target.read('deployment-web.yaml')).toBe(files['web.yaml'])
  expect(target.read('kustomization.yaml')).toContain('- deployment-web.yaml')
  expect(
    target
      .files()
      .map(name => target.read(name))
      .join(),
  ).not.toContain('hunter2')
  await expect(app.status).toContainText('Exported 2 files')
})

test('a picture is downloaded as SVG, PNG, page and text', async ({ app }) => {
  await app.open(files)
  const download = async (form: string) => {
    await app.button('Export').click()
    const dialog = app.page.getByRole('dialog', { name: 'Export' })
    await dialog.getByRole('radio', { name: 'Picture' }).click()
    await dialog.getByRole('radio', { name: form, exact: true }).click()
    const [file] = await Promise.all([
      app.page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download' }).click(),
    ])
    return readFileSync(await file.path())
  }
  const svg = (await download('SVG')).toString()
  expect(svg).toMatch(/^<svg [^]*Deployment[^]*>web<\/text>/)
  expect(svg).not.toContain('hunter2')
  const png = await download('PNG')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16)).toBeGreaterThan(900)
  expect((await download('HTML')).toString()).toMatch(/^<!doctype html>[^]*<svg/)
  expect((await download('Mermaid')).toString()).toContain('n1 -->|"env from"| n0')
  expect((await download('DOT')).toString()).toMatch(/^digraph/)
})

test('the keyboard alone opens the export and copies a selected object', async ({ app }) => {
  await app.open(files)
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.canvas.select('Deployment web')
  await app.page.keyboard.press('Control+Shift+e')
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: 'Selection' }).click()
  await dialog.getByRole('button', { name: 'Copy' }).focus()
  await app.page.keyboard.press('Enter')
  await expect.poll(() => app.page.evaluate(() => navigator.clipboard.readText())).toBe(files['web.yaml'])
})
