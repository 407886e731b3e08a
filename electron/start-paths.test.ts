import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { joinPaths, loginPath } from './login-path'
import { pathsIn, pathsThere } from './start-paths'

it('takes the paths among a start’s arguments, absolute, and none of its switches', () => {
  expect(pathsIn(['k8s', '--no-sandbox', '/srv/shop', ''], '/home/me')).toEqual(['/home/me/k8s', '/srv/shop'])
})

it('keeps the paths that are there, as the disk names them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-start-'))
  expect(await pathsThere([folder, join(folder, 'nothing')])).toEqual([realpathSync(folder)])
  rmSync(folder, { recursive: true })
})

it('joins two PATHs in order, no folder twice', () => {
  expect(joinPaths('/opt/bin:/usr/bin', '/usr/bin::/bin')).toBe('/opt/bin:/usr/bin:/bin')
})

it('reads the PATH of a login shell that prints things of its own', async () => {
  expect(await loginPath({ SHELL: '/bin/sh' }, 'linux')).not.toBe('')
  expect(await loginPath({ SHELL: '/nowhere/sh' }, 'linux')).toBeNull()
  expect(await loginPath({ SHELL: '/bin/sh', TERM: 'xterm' }, 'linux')).toBeNull()
})
