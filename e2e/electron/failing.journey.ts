import { deployment } from '../manifests'
import { expect, test } from './shell'
import type { Shell } from './shell'

const CRASHED = 'The window has crashed'
const HANGS = 'The window does not answer'

/** A window with one unsaved edit that is a second old: so long it may take until it is kept. */
async function withKeptWork(shell: Shell, more: Parameters<Shell['start']>[1] = {}) {
  const folder = shell.folder({ 'web.yaml': deployment })
  const desktop = await shell.start([folder.path], more)
  const app = await shell.app(desktop)
  await app.canvas.select('Deployment web')
  await app.editor.typeBehind('image: nginx:1.29', '-alpine')
  await expect(app.canvas.card('Deployment web')).toContainText('nginx:1.29-alpine')
  await app.page.waitForTimeout(1_200)
  return { folder, desktop }
}

async function recoversAndSaves(shell: Shell, { folder, desktop }: Awaited<ReturnType<typeof withKeptWork>>) {
  const app = await shell.app(desktop)
  await app.page.getByRole('dialog').getByRole('button', { name: 'Recover unsaved work' }).click()
  await expect(app.canvas.card('Deployment web')).toContainText('nginx:1.29-alpine')
  expect(folder.diskDiff()).toEqual([])
  await app.save()
  expect(folder.read('web.yaml')).toBe(deployment.replace('nginx:1.29', 'nginx:1.29-alpine'))
  await desktop.act({ type: 'close' })
  expect(await desktop.ended).toBe(0)
}

test('a window that crashes says so, loads again in its folder, and has lost nothing', async ({ shell }) => {
  const started = await withKeptWork(shell)
  await started.desktop.answer('Reload the window')
  await started.desktop.crash()
  await recoversAndSaves(shell, started)
  expect((await started.desktop.messages()).map(({ message }) => message)).toEqual([CRASHED])
})

test('a window that crashed and is closed asks about nothing, and offers its work at the next start', async ({
  shell,
}) => {
  const { folder, desktop } = await withKeptWork(shell)
  await desktop.answer('Close it')
  await desktop.crash()
  expect(await desktop.ended).toBe(0)
  await recoversAndSaves(shell, { folder, desktop: await shell.start([folder.path]) })
})

test('a window that hangs is said to hang, and is loaded again without what it had lost', async ({ shell }) => {
  const started = await withKeptWork(shell)
  await started.desktop.answer('Reload the window')
  const before = await started.desktop.page()
  await started.desktop.becomes('unresponsive')
  await expect.poll(async () => (await started.desktop.page()) === before).toBe(false)
  await recoversAndSaves(shell, started)
  expect((await started.desktop.messages()).map(({ message }) => message)).toEqual([HANGS])
})

test('a window that answers again takes the question away, and the work stays as it was', async ({ shell }) => {
  const { desktop } = await withKeptWork(shell)
  await desktop.answer(null)
  await desktop.becomes('unresponsive')
  await expect.poll(() => desktop.openMessages()).toBe(1)
  await desktop.becomes('responsive')
  await expect.poll(() => desktop.openMessages()).toBe(0)
  await expect((await shell.app(desktop)).canvas.card('Deployment web')).toContainText('nginx:1.29-alpine')
})

test('what is kept is sealed with the system’s key, and no other program of the user reads it', async ({ shell }) => {
  const { folder, desktop } = await withKeptWork(shell)
  await desktop.answer('Close it')
  await desktop.crash()
  await desktop.ended
  expect(shell.ownFiles()).toContain('recovery/recovery.key.sealed')
  expect(shell.ownFiles()).not.toContain('recovery/recovery.key')
  expect(shell.ownText()).not.toContain('nginx:1.29-alpine')
  await recoversAndSaves(shell, { folder, desktop: await shell.start([folder.path]) })
})

for (const [keyStore, why] of [
  ['basic_text', 'The system has no key store'],
  ['locked', "The system's key store does not open (The keyring is locked)"],
] as const)
  test(`without a keyring that opens (${keyStore}) work is kept all the same, and that is said`, async ({ shell }) => {
    const { folder, desktop } = await withKeptWork(shell, { keyStore })
    shell.expectSaid(`chartroom: ${why}: unsaved work is kept under a key in a file that only you can read.`)
    await desktop.answer('Close it')
    await desktop.crash()
    await desktop.ended
    expect(shell.ownText()).not.toContain('nginx:1.29-alpine')
    await recoversAndSaves(shell, { folder, desktop: await shell.start([folder.path], { keyStore }) })
  })
