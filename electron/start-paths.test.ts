import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pathsIn, pathsThere, readSentPaths } from './start-paths'

it('takes the paths among a start’s arguments, absolute, and none of its switches', () => {
  expect(pathsIn(['k8s', '--no-sandbox', '/srv/shop', ''], '/home/me')).toEqual(['/home/me/k8s', '/srv/shop'])
})

it('keeps the paths that are there, as the disk names them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-start-'))
  expect(await pathsThere([folder, join(folder, 'nothing')])).toEqual([realpathSync(folder)])
  rmSync(folder, { recursive: true })
})

it('opens nothing for a second start that sends something else than paths', () => {
  expect(readSentPaths({ paths: ['/srv/shop'] })).toEqual(['/srv/shop'])
  for (const sent of [null, undefined, 'text', { paths: '/srv' }, { paths: [1] }, {}])
    expect(readSentPaths(sent)).toEqual([])
})
