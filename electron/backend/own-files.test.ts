import { createCipheriv } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { initialSettings, readSettings } from '../../shared/host'
import type { UnsavedWork } from '../../shared/host'
import { configFile, configFolder } from './config-folder'
import { createRecents } from './recents'
import { createRecovery } from './recovery'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'chartroom-own-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('configFolder', () => {
  it('is where the system has such files, unless CHARTROOM_CONFIG says another', () => {
    expect(configFolder({ CHARTROOM_CONFIG: '/c', XDG_CONFIG_HOME: '/x' }, 'linux')).toBe('/c')
    expect(configFolder({ XDG_CONFIG_HOME: '/x' }, 'linux')).toBe('/x/chartroom')
    expect(configFolder({ APPDATA: '/r' }, 'win32')).toContain('Chartroom')
    expect(configFolder({}, 'darwin')).toContain('Library/Application Support/Chartroom')
  })
})

describe('settings', () => {
  it('start over where the file is broken or no object', async () => {
    const path = join(folder, 'settings.json')
    const file = configFile(path, readSettings, initialSettings)
    for (const text of ['{', '[]', 'null', '']) {
      writeFileSync(path, text)
      expect(await file.read()).toEqual(initialSettings)
    }
  })

  it('of an older or a newer Chartroom keep each field that this one reads', async () => {
    const path = join(folder, 'settings.json')
    const file = configFile(path, readSettings, initialSettings)
    const kept = { theme: 'dark', panels: { left: 240 } } as const
    writeFileSync(path, JSON.stringify(kept))
    expect(await file.read()).toEqual({ ...initialSettings, ...kept })
    writeFileSync(path, JSON.stringify({ ...kept, kubernetes: '9.99', window: 'large', versions: 'yes', more: 1 }))
    expect(await file.read()).toEqual({ ...initialSettings, ...kept })
  })

  it('keep every one of many changes at once', async () => {
    const file = configFile(join(folder, 'deep', 'settings.json'), readSettings, initialSettings)
    const changes = Array.from({ length: 20 }, (_, i) =>
      file.change(before => ({ ...before, panels: { ...before.panels, [`panel${i}`]: i } })),
    )
    await Promise.all(changes)
    expect(Object.keys((await file.read()).panels)).toHaveLength(20)
  })
})

describe('recents', () => {
  it('keep where the user was in each, also when it is opened again', async () => {
    const recents = createRecents(folder)
    const look = { x: 10, y: -20, zoom: 0.5 }
    await recents.remember('/nowhere/a')
    await recents.look('/nowhere/a', look)
    await recents.look('/nowhere/never-opened', look)
    await recents.remember('/nowhere/a')
    expect(await recents.list()).toMatchObject([{ path: '/nowhere/a', look }])
  })
  it('hold each path once, the newest first, at most twenty, and know which are gone', async () => {
    const recents = createRecents(folder)
    for (let i = 0; i < 25; i++) await recents.remember(`/nowhere/${i}`)
    await recents.remember(folder)
    await recents.remember('/nowhere/24')
    await recents.forget('/nowhere/23')
    const list = await recents.list()
    expect(list.slice(0, 3).map(({ path, there }) => [path, there])).toEqual([
      ['/nowhere/24', false],
      [folder, true],
      ['/nowhere/22', false],
    ])
    expect(list).toHaveLength(19)
  })
})

/** A recovery file, as it was written by a process of another number. */
function seal(kept: unknown, key: Uint8Array): Uint8Array {
  const iv = Buffer.alloc(12, 1)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const body = Buffer.concat([cipher.update(JSON.stringify(kept)), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

describe('recovery', () => {
  const work: UnsavedWork = {
    folder: '/home/ada/shop',
    files: [{ path: 'secret.yaml', text: 'stringData: {password: hunter2}\n', savedHash: null }],
  }

  it('offers what an earlier start left, gives it back, and forgets it', async () => {
    await createRecovery(folder).keep('w1', work)
    const next = createRecovery(folder)
    expect(await next.list()).toMatchObject([{ id: 'w1', folder: '/home/ada/shop', files: ['secret.yaml'] }])
    expect(await next.take('w1')).toEqual(work)
    await next.forget('w1')
    expect(await next.list()).toEqual([])
  })

  it('does not offer the work of another Chartroom that runs, but that of one from before the machine started', async () => {
    const key = Buffer.alloc(32, 7)
    const running = process.ppid
    const keptAt = (iso: string) => seal({ keptAt: iso, process: running, work }, key)
    writeFileSync(join(folder, 'w1.unsaved'), keptAt(new Date().toISOString()))
    writeFileSync(join(folder, 'w2.unsaved'), keptAt('2001-01-01T00:00:00.000Z'))
    expect((await createRecovery(folder, async () => key).list()).map(kept => kept.id)).toEqual(['w2'])
  })

  it('holds no value in clear, and nobody else may read it', async () => {
    await createRecovery(folder).keep('w1', work)
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes('hunter2'), name).toBe(false)
      expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0)
    }
  })

  it('keeps the newest of many writes', async () => {
    const recovery = createRecovery(folder)
    const texts = Array.from({ length: 20 }, (_, i) => `a: ${i}\n`)
    await Promise.all(
      texts.map(text => recovery.keep('w1', { folder: null, files: [{ path: 'a.yaml', text, savedHash: null }] })),
    )
    expect((await recovery.take('w1')).files[0]?.text).toBe('a: 19\n')
  })

  it('passes over a damaged file and one under another key, and leaves them there', async () => {
    await createRecovery(folder).keep('w1', work)
    writeFileSync(join(folder, 'w2.unsaved'), 'not sealed by anybody')
    expect((await createRecovery(folder).list()).map(kept => kept.id)).toEqual(['w1'])
    expect(await createRecovery(folder, async () => Buffer.alloc(32)).list()).toEqual([])
    expect(readdirSync(folder)).toContain('w2.unsaved')
  })

  it('takes no id that is a path', async () => {
    await expect(createRecovery(folder).keep('../x', work)).rejects.toThrow('letters')
  })
})
