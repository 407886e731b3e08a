import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { joinEnvironments, joinPaths, loginEnvironment } from './login-environment'

const here = mkdtempSync(join(tmpdir(), 'chartroom-login-'))
afterAll(() => rmSync(here, { recursive: true }))

/** A shell of a user: it says things of its own, then does what it is asked in the environment of its start-up files. */
function shell(script: string): string {
  const path = join(here, `shell-${script.length}`)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

it('reads the environment of a login shell that prints things of its own', async () => {
  const SHELL = shell(`echo 'Welcome! PATH=/wrong'
export PATH="/opt/kube/bin:$PATH" HTTPS_PROXY=http://proxy.example:3128 SECRET=hunter2
[ "$1" = -ilc ] && eval "$2"
echo 'PATH=/wrong too'`)
  const login = await loginEnvironment({ SHELL }, 'linux')
  expect(login?.PATH).toMatch(/^\/opt\/kube\/bin:/)
  expect(login?.HTTPS_PROXY).toBe('http://proxy.example:3128')
  expect(login).not.toHaveProperty('SECRET')
})

it('asks no shell where a terminal started the app, where there is none, and on Windows', async () => {
  const SHELL = shell('echo asked >&2; exec /bin/sh "$@"')
  expect(await loginEnvironment({ SHELL, TERM: 'xterm' }, 'linux')).toBeNull()
  expect(await loginEnvironment({}, 'linux')).toBeNull()
  expect(await loginEnvironment({ SHELL }, 'win32')).toBeNull()
})

it('does without a shell that is not there, fails or never ends', async () => {
  expect(await loginEnvironment({ SHELL: '/nowhere/sh' }, 'linux')).toBeNull()
  expect(await loginEnvironment({ SHELL: shell('exit 1') }, 'darwin')).toBeNull()
  expect(await loginEnvironment({ SHELL: shell('exec sleep 60') }, 'darwin', 300)).toBeNull()
})

it('adds what the app lacks, and takes nothing from it', () => {
  const env = { PATH: '/usr/bin', KUBECONFIG: '/mine' }
  const login = { PATH: '/opt/bin:/usr/bin', KUBECONFIG: '/theirs', NO_PROXY: '.svc' }
  expect(joinEnvironments(env, login)).toEqual({ PATH: '/opt/bin:/usr/bin', NO_PROXY: '.svc' })
})

it('joins two PATHs in order, no folder twice', () => {
  expect(joinPaths('/opt/bin:/usr/bin', '/usr/bin::/bin')).toBe('/opt/bin:/usr/bin:/bin')
})
