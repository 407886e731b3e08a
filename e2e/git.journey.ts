import { execFileSync } from 'node:child_process'
import { expect, test } from './app'
import { deployment } from './manifests'

const numbers = Array.from({ length: 300 }, (_, n) => n)
const pathOf = (n: number): string => `apps/app-${String(n).padStart(3, '0')}.yaml`
const textOf = (n: number, image: string): string =>
  deployment.replaceAll('name: web', `name: app-${n}`).replace('nginx:1.29', image)

/** Runs git in a folder, with the commits of nobody in particular. */
const gitIn =
  (folder: string) =>
  (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    })

test('a checkout of another branch with hundreds of files is followed at once, in one step', async ({ app }) => {
  const origin = app.folder(Object.fromEntries(numbers.map(n => [pathOf(n), textOf(n, 'nginx:1.29')])))
  const prepare = gitIn(origin.path)
  prepare('init', '-q', '-b', 'main')
  prepare('add', '-A')
  prepare('commit', '-q', '-m', 'One')
  prepare('checkout', '-q', '-b', 'next')
  for (const n of numbers.slice(0, 250)) origin.write(pathOf(n), textOf(n, 'nginx:1.30'))
  for (const n of numbers.slice(250, 275)) origin.delete(pathOf(n))
  for (const n of numbers.slice(0, 24)) origin.write(`more/extra-${n}.yaml`, textOf(1000 + n, 'nginx:1.30'))
  prepare('add', '-A')
  prepare('commit', '-q', '-m', 'Two')
  prepare('checkout', '-q', 'main')

  const folder = await app.open(origin.path)
  const git = gitIn(folder.path)
  await expect(app.page.getByText(/^300 objects/)).toBeVisible()
  await app.canvas.search('Deployment app-299')
  await app.editor.typeBehind('replicas: 2', ' today')
  await expect(app.page.getByText('1 file unsaved', { exact: true })).toBeVisible()

  git('checkout', '-q', 'next')
  await expect(app.status).toContainText('Changes to 299 files by another program')
  await expect(app.canvas.card('Deployment app-299')).toHaveAttribute('aria-selected', 'true')
  await expect(app.page.getByText('1 file unsaved', { exact: true })).toBeVisible()

  // What comes without a pause of two seconds is one step.
  await app.page.waitForTimeout(2_200)
  git('checkout', '-q', 'main')
  await expect(app.page.getByText(/^300 objects/)).toBeVisible()
  await app.save()
  await expect.poll(() => git('status', '--porcelain').trim()).toBe(`M ${pathOf(299)}`)
  expect(git('diff', '--unified=0')).toContain('+  replicas: 2   # scaled by hand today')
  // Two steps of git lie between the typing and now.
  for (let step = 0; step < 3; step++) await app.button('Undo').click()
  await app.save()
  await expect.poll(() => git('status', '--porcelain')).toBe('')
})
