import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync, spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { FileToSave, SavedFile } from '../../../shared/host'
import { decode, hashOf, MAX_FILE_BYTES } from './bytes'
import { isRelativePath, locateInside } from './inside'
import { readText } from './read-text'
import { renameFile, saveFile } from './save'
import { walkManifests } from './walk'

let root: string
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'chartroom-files-'))))
afterEach(() => rmSync(root, { recursive: true, force: true }))

const at = (path: string): string => join(root, path)
const hash = (text: string): string => hashOf(Buffer.from(text))
const save = (path: string, text: string | null, expected: string | null): Promise<SavedFile> =>
  saveFile(root, at(path), { path, text, expectedHash: expected === null ? null : hash(expected) } satisfies FileToSave)

describe('walkManifests', () => {
  it('finds manifests in folders, not in hidden ones nor in node_modules', async () => {
    for (const path of [
      'b.yaml',
      'a/x.yml',
      'a/c.json',
      'a/readme.md',
      '.git/x.yaml',
      'node_modules/m/p.json',
      '.hidden/x.yaml',
    ]) {
      mkdirSync(join(at(path), '..'), { recursive: true })
      writeFileSync(at(path), '')
    }
    expect((await walkManifests(root)).files).toEqual(['a/c.json', 'a/x.yml', 'b.yaml'])
  })

  it('ends where links lead round, takes links to files, and keeps a link that leads nowhere', async () => {
    writeFileSync(at('real.yaml'), '')
    symlinkSync(root, at('loop'))
    symlinkSync(at('real.yaml'), at('linked.yaml'))
    symlinkSync(at('gone'), at('nowhere.yaml'))
    expect((await walkManifests(root)).files).toEqual(['linked.yaml', 'nowhere.yaml', 'real.yaml'])
  })

  it('names a folder that is not there', async () => {
    expect((await walkManifests(at('gone'))).unreadable[0]?.message).toContain("isn't there")
  })
})

describe('readText', () => {
  it('keeps a byte order mark, so that the same bytes can be written again', async () => {
    writeFileSync(at('a.yaml'), '\ufeffa: 1\r\n')
    expect(await readText(at('a.yaml'), 'a.yaml')).toMatchObject({ ok: true, text: '\ufeffa: 1\r\n' })
  })

  it('names the line that is not UTF-8', async () => {
    writeFileSync(at('a.yaml'), Buffer.from('a: 1\nb: caf\xe9\n', 'latin1'))
    const read = await readText(at('a.yaml'), 'a.yaml')
    expect(read).toMatchObject({ ok: false, code: 'not-utf-8', message: expect.stringContaining('line 2') })
  })

  it('refuses what is too large, a folder, a pipe and what is not there, each by its code', async () => {
    writeFileSync(at('large.yaml'), Buffer.alloc(MAX_FILE_BYTES + 1, 32))
    execFileSync('mkfifo', [at('pipe.yaml')])
    symlinkSync(at('loop.yaml'), at('loop.yaml'))
    const codes = ['large.yaml', '.', 'pipe.yaml', 'gone.yaml', 'loop.yaml'].map(async path => {
      const read = await readText(at(path), path)
      return read.ok ? 'ok' : read.code
    })
    expect(await Promise.all(codes)).toEqual(['too-large', 'not-a-file', 'not-a-file', 'not-found', 'symlink-loop'])
  })

  it('decodes exactly the bytes that encode back to themselves', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
        const decoded = decode(bytes)
        expect(decoded.ok).toBe(Buffer.from(Buffer.from(bytes).toString('utf8')).equals(Buffer.from(bytes)))
        if (decoded.ok) expect(Buffer.from(decoded.text)).toEqual(Buffer.from(bytes))
      }),
    )
  })
})

describe('locateInside', () => {
  it('takes paths below the folder, also of files that are not there yet', async () => {
    expect(await locateInside(root, 'new/a.yaml')).toBe(at('new/a.yaml'))
  })

  it('refuses links that lead out, at the end, on the way, and to what is not there yet', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'chartroom-outside-'))
    symlinkSync(outside, at('dir'))
    symlinkSync(join(outside, 'x.yaml'), at('file.yaml'))
    symlinkSync('loop', at('loop'))
    for (const path of ['dir/x.yaml', 'dir', 'file.yaml', 'loop', 'loop/x'])
      expect(await locateInside(root, path), path).toBeNull()
    rmSync(outside, { recursive: true })
  })

  it('takes no path with an empty, current or parent part', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'b.yaml', '...')
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), parts => {
        expect(isRelativePath(parts.join('/'))).toBe(!parts.some(p => p === '..' || p === '.' || p === ''))
      }),
    )
  })
})

describe('saveFile', () => {
  it('replaces a file that still holds what was read, and keeps its mode', async () => {
    writeFileSync(at('a.yaml'), 'a: 1\n')
    chmodSync(at('a.yaml'), 0o640)
    expect(await save('a.yaml', 'a: 2\n', 'a: 1\n')).toEqual({ outcome: 'saved', path: 'a.yaml', hash: hash('a: 2\n') })
    expect(readFileSync(at('a.yaml'), 'utf8')).toBe('a: 2\n')
    expect(statSync(at('a.yaml')).mode & 0o777).toBe(0o640)
    expect(readdirSync(root)).toEqual(['a.yaml'])
  })

  it.skipIf(process.getuid?.() !== 0)('keeps the owner (only root can try)', async () => {
    writeFileSync(at('a.yaml'), 'a: 1\n')
    execFileSync('chown', ['1234:2345', at('a.yaml')])
    await save('a.yaml', 'a: 2\n', 'a: 1\n')
    expect(statSync(at('a.yaml'))).toMatchObject({ uid: 1234, gid: 2345 })
  })

  it('writes what a symbolic link leads to, and the link stays one', async () => {
    mkdirSync(at('real'))
    writeFileSync(at('real/a.yaml'), 'a: 1\n')
    symlinkSync('real/a.yaml', at('a.yaml'))
    expect((await save('a.yaml', 'a: 2\n', 'a: 1\n')).outcome).toBe('saved')
    expect(lstatSync(at('a.yaml')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('real/a.yaml'), 'utf8')).toBe('a: 2\n')
  })

  it('makes a new file with its folders, and never over one that is there', async () => {
    expect((await save('new/deep/a.yaml', 'a: 1\n', null)).outcome).toBe('saved')
    expect(await save('new/deep/a.yaml', 'a: 2\n', null)).toMatchObject({
      outcome: 'changed-on-disk',
      hash: hash('a: 1\n'),
    })
    expect(readFileSync(at('new/deep/a.yaml'), 'utf8')).toBe('a: 1\n')
  })

  it('deletes, but not what another program wrote in the meantime', async () => {
    writeFileSync(at('a.yaml'), 'theirs')
    expect((await save('a.yaml', null, 'mine')).outcome).toBe('changed-on-disk')
    expect((await save('a.yaml', null, 'theirs')).outcome).toBe('saved')
    expect(readdirSync(root)).toEqual([])
    expect(await save('a.yaml', 'x', 'theirs')).toMatchObject({ outcome: 'changed-on-disk', hash: null })
  })

  it('says why it can not, each by its code, and leaves what is there', async () => {
    writeFileSync(at('locked.yaml'), 'a: 1\n')
    chmodSync(at('locked.yaml'), 0o444)
    mkdirSync(at('folder.yaml'))
    writeFileSync(at('file'), '')
    symlinkSync('loop.yaml', at('loop.yaml'))
    const long = `${'n'.repeat(300)}.yaml`
    const tries: [string, string, string | null][] = [
      ['locked.yaml', 'read-only', 'a: 1\n'],
      ['folder.yaml', 'not-a-file', 'a: 1\n'],
      ['file/a.yaml', 'not-a-folder', null],
      ['loop.yaml', 'symlink-loop', 'a: 1\n'],
      [long, 'name-too-long', null],
    ]
    for (const [path, code, expected] of tries)
      expect(await save(path, 'a: 2\n', expected), path).toMatchObject({ outcome: 'failed', code })
    expect(await save('half.yaml', 'a: \ud800\n', null)).toMatchObject({ outcome: 'failed', code: 'not-well-formed' })
    expect(readFileSync(at('locked.yaml'), 'utf8')).toBe('a: 1\n')
    rmSync(root, { recursive: true })
    expect(await save('a.yaml', 'a: 2\n', null)).toMatchObject({ outcome: 'failed', code: 'folder-removed' })
  })

  const mounted = mkdtempSync(join(tmpdir(), 'chartroom-full-'))
  const canMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mounted]).status === 0
  it.skipIf(!canMount)('leaves the old file whole on a full disk (where a small one can be mounted)', async () => {
    try {
      writeFileSync(join(mounted, 'a.yaml'), 'a: 1\n')
      const file = { path: 'a.yaml', text: 'x'.repeat(200_000), expectedHash: hash('a: 1\n') }
      expect(await saveFile(mounted, join(mounted, 'a.yaml'), file)).toMatchObject({
        outcome: 'failed',
        code: 'no-space',
      })
      expect(readFileSync(join(mounted, 'a.yaml'), 'utf8')).toBe('a: 1\n')
      expect(readdirSync(mounted)).toEqual(['a.yaml'])
    } finally {
      spawnSync('umount', [mounted])
    }
  })
})

describe('renameFile', () => {
  const rename = (from: string, to: string, expected: string): Promise<SavedFile> =>
    renameFile(root, { absolute: at(from), path: from }, { absolute: at(to), path: to }, hash(expected))

  it('moves a file that still holds what was read', async () => {
    writeFileSync(at('a.yaml'), 'a: 1\n')
    expect(await rename('a.yaml', 'sub/b.yaml', 'a: 1\n')).toMatchObject({ outcome: 'saved', path: 'sub/b.yaml' })
    expect(readFileSync(at('sub/b.yaml'), 'utf8')).toBe('a: 1\n')
  })

  it('never onto another file, and not what was changed', async () => {
    writeFileSync(at('a.yaml'), 'a: 1\n')
    writeFileSync(at('b.yaml'), 'b: 1\n')
    expect(await rename('a.yaml', 'b.yaml', 'a: 1\n')).toMatchObject({ outcome: 'failed', code: 'exists' })
    expect(await rename('a.yaml', 'c.yaml', 'other')).toMatchObject({ outcome: 'changed-on-disk' })
    expect(readdirSync(root)).toEqual(['a.yaml', 'b.yaml'])
  })
})
