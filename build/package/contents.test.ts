import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkAsar, checkCommandFiles } from './contents.mjs'
import { checkFuses } from './fuses.mjs'
import { makeStandInRuntime } from './stand-in-runtime.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartroom-package-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const whole = ['package.json', 'dist/electron/main.cjs', 'dist/electron/preload.cjs', 'dist/renderer/index.html']

async function archiveOf(files: readonly string[]): Promise<string> {
  for (const file of files) {
    mkdirSync(dirname(join(folder, 'app', file)), { recursive: true })
    writeFileSync(join(folder, 'app', file), 'x')
  }
  await createPackage(join(folder, 'app'), join(folder, 'app.asar'))
  return join(folder, 'app.asar')
}

describe('what a package of the window holds', () => {
  it('is what runs', async () => {
    const archive = await archiveOf([...whole, 'dist/renderer/assets/index-Ab_1-c.js'])
    expect(checkAsar(archive).files).toContain('dist/renderer/assets/index-Ab_1-c.js')
  })

  it.each(['shared/text/splice.ts', 'dist/renderer/assets/a.js.map', 'node_modules/yaml/index.js', 'e2e/a.test.js'])(
    'is refused with %s',
    async strange => {
      const archive = await archiveOf([...whole, strange])
      expect(() => checkAsar(archive)).toThrow(strange)
    },
  )

  it('is refused where the preload is missing', async () => {
    const archive = await archiveOf(whole.filter(file => !file.includes('preload')))
    expect(() => checkAsar(archive)).toThrow('lacks dist/electron/preload.cjs')
  })
})

describe('what the packed command line holds', () => {
  it('is refused with a source, and without its program', () => {
    expect(() => checkCommandFiles(['electron/cli.ts'])).toThrow('electron/cli.ts')
    expect(() => checkCommandFiles(['package.json'])).toThrow('lacks build/chartroom.mjs')
  })
})

describe('the fuses of a package', () => {
  it('are refused as Electron comes, and taken as electron-builder.yml sets them', async () => {
    makeStandInRuntime(folder, '1.0.0')
    const program = join(folder, 'electron')
    await expect(checkFuses(program)).rejects.toThrow('RunAsNode')
    await flipFuses(program, {
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    })
    await expect(checkFuses(program)).resolves.toBeUndefined()
  })
})
