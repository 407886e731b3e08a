import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileChange } from '../../shared/host'
import { createWorkspaces } from './workspaces'
import type { Workspaces } from './workspaces'

let folder: string
let workspaces: Workspaces
let batches: (readonly FileChange[])[]
let failures: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartroom-watch-'))
  batches = []
  failures = []
  workspaces = createWorkspaces({
    changed: ({ changes }) => void batches.push(changes),
    unwatched: ({ message }) => void failures.push(message),
  })
})
afterEach(async () => {
  await workspaces.closeAll()
  rmSync(folder, { recursive: true, force: true })
})

const at = (path: string): string => join(folder, path)
/** What was told of each path last. */
const told = (): Record<string, string> => Object.fromEntries(batches.flat().map(({ path, type }) => [path, type]))

/** Opens the folder, reads all of it, and waits until it is watched. */
async function open(path = folder): Promise<string> {
  const { root } = await workspaces.open(path)
  const { files } = await workspaces.list(root)
  await workspaces.read(
    root,
    files.map(file => file.path),
  )
  await new Promise(resolve => setTimeout(resolve, 300))
  return root
}

describe('the watch of an opened folder', () => {
  it('tells of files that were written, made, renamed and removed', async () => {
    for (const name of ['a.yaml', 'b.yaml', 'c.yaml']) writeFileSync(at(name), 'x: 1\n')
    await open()
    writeFileSync(at('a.yaml'), 'x: 2\n')
    renameSync(at('b.yaml'), at('renamed.yaml'))
    rmSync(at('c.yaml'))
    mkdirSync(at('deep/er'), { recursive: true })
    writeFileSync(at('deep/er/new.yaml'), 'x: 1\n')
    await expect.poll(told, { timeout: 3000 }).toEqual({
      'a.yaml': 'written',
      'b.yaml': 'removed',
      'renamed.yaml': 'written',
      'c.yaml': 'removed',
      'deep/er/new.yaml': 'written',
    })
  })

  it('is silent about its own saves, files that are no manifests, and files written with the same bytes', async () => {
    writeFileSync(at('a.yaml'), 'x: 1\n')
    writeFileSync(at('same.yaml'), 'x: 1\n')
    const root = await open()
    const [read] = await workspaces.read(root, ['a.yaml'])
    await workspaces.save(root, [{ path: 'a.yaml', text: 'x: 2\n', expectedHash: read?.ok ? read.hash : null }])
    await workspaces.save(root, [{ path: 'made.yaml', text: 'x: 1\n', expectedHash: null }])
    await workspaces.save(root, [{ path: '.chartroom/layout.json', text: '{}\n', expectedHash: null }])
    writeFileSync(at('same.yaml'), 'x: 1\n')
    writeFileSync(at('notes.txt'), 'x')
    await new Promise(resolve => setTimeout(resolve, 700))
    expect(batches).toEqual([])
    writeFileSync(at('.chartroom/layout.json'), '{"cards":{}}\n')
    await expect.poll(told, { timeout: 3000 }).toEqual({ '.chartroom/layout.json': 'written' })
  })

  it('tells of a git checkout of hundreds of files in a few batches, within a second or so', async () => {
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: folder }).toString()
    git('init', '-q', '-b', 'one')
    for (let i = 0; i < 300; i++) writeFileSync(at(`f${i}.yaml`), `x: ${i}\n`)
    git('add', '.')
    git('commit', '-q', '-m', 'one')
    git('checkout', '-q', '-b', 'two')
    for (let i = 0; i < 300; i++) writeFileSync(at(`f${i}.yaml`), `y: ${i}\n`)
    git('commit', '-q', '-am', 'two')
    await open()
    git('checkout', '-q', 'one')
    await expect.poll(() => Object.keys(told()).length, { timeout: 3000 }).toBe(300)
    expect(batches.length).toBeLessThan(20)
  })

  it('tells of a link when what it leads to changes, wherever in the folder that lies', async () => {
    mkdirSync(at('.kept'))
    writeFileSync(at('.kept/real'), 'x: 1\n')
    writeFileSync(at('plain.yaml'), 'x: 1\n')
    symlinkSync('.kept/real', at('hidden.yaml'))
    symlinkSync('plain.yaml', at('beside.yaml'))
    await open()
    writeFileSync(at('.kept/next'), 'x: 2\n')
    renameSync(at('.kept/next'), at('.kept/real'))
    await expect.poll(told, { timeout: 3000 }).toEqual({ 'hidden.yaml': 'written' })
    writeFileSync(at('.kept/real'), 'x: 3\n')
    await expect.poll(() => batches.length, { timeout: 3000 }).toBe(2)
    writeFileSync(at('plain.yaml'), 'x: 2\n')
    await expect.poll(told, { timeout: 3000 }).toMatchObject({ 'beside.yaml': 'written', 'plain.yaml': 'written' })
    expect(failures).toEqual([])
  })

  it('tells of everything when the folder itself goes', async () => {
    writeFileSync(at('a.yaml'), 'x: 1\n')
    const root = await open()
    rmSync(folder, { recursive: true })
    await expect.poll(told, { timeout: 3000 }).toEqual({ 'a.yaml': 'removed' })
    const [saved] = await workspaces.save(root, [{ path: 'a.yaml', text: 'x: 2\n', expectedHash: null }])
    expect(saved).toMatchObject({ outcome: 'failed', code: 'folder-removed' })
  })

  it('ends when the folder is closed, and its token is worth nothing then', async () => {
    writeFileSync(at('a.yaml'), 'x: 1\n')
    const root = await open()
    await workspaces.close(root)
    writeFileSync(at('a.yaml'), 'x: 2\n')
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(batches).toEqual([])
    await expect(workspaces.list(root)).rejects.toThrow('not open')
  })
})

describe('a file that is opened alone', () => {
  it('is all that can be reached of its folder, beside the layout', async () => {
    writeFileSync(at('a.yaml'), 'x: 1\n')
    writeFileSync(at('b.yaml'), 'x: 1\n')
    const root = await open(at('a.yaml'))
    expect((await workspaces.list(root)).files.map(file => file.path)).toEqual(['a.yaml'])
    expect(await workspaces.read(root, ['b.yaml'])).toMatchObject([{ ok: false, code: 'outside-workspace' }])
    writeFileSync(at('b.yaml'), 'x: 2\n')
    writeFileSync(at('a.yaml'), 'x: 2\n')
    await expect.poll(told, { timeout: 3000 }).toEqual({ 'a.yaml': 'written' })
  })
})
