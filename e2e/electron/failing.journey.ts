import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

test('what only the window looked at ends with its page: a port that leads into a cluster is shut', async ({
  shell,
}) => {
  const { path, pids } = forwardingKubectl(shell.config)
  const desktop = await shell.start([], { env: { PATH: `${path}:${process.env.PATH}` } })
  const forward = async () =>
    (await shell.app(desktop)).page.evaluate(async () => {
      const { host } = window as unknown as { host: { ask(name: string, input: unknown): Promise<unknown> } }
      const ref = { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web-0' }
      return host.ask('cluster:forward', { id: 'one', context: 'shop', ref, remotePort: 80, localPort: 0 })
    })
  expect(await forward()).toMatchObject({ ok: true, value: { localPort: 4567 } })
  await desktop.answer('Reload the window')
  await desktop.crash()
  await expect.poll(() => pids().map(isAlive)).toEqual([false])

  await expect((await shell.app(desktop)).button('Open folder')).toBeVisible()
  expect(await forward()).toMatchObject({ ok: true })
  await expect.poll(() => pids().map(isAlive)).toEqual([false, true])
  await desktop.act({ type: 'close' })
  expect(await desktop.ended).toBe(0)
  await expect.poll(() => pids().map(isAlive)).toEqual([false, false])
})

/** A kubectl that does nothing but stay, as one that forwards a port does. */
function forwardingKubectl(folder: string): { path: string; pids(): readonly number[] } {
  const [path, log] = [join(folder, 'bin'), join(folder, 'pids')]
  mkdirSync(path)
  const script = `#!/bin/sh\necho $$ >> ${log}\necho 'Forwarding from 127.0.0.1:4567 -> 80'\nexec sleep 600\n`
  writeFileSync(join(path, 'kubectl'), script, { mode: 0o755 })
  return { path, pids: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map(Number) : []) }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
