import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../electron/cli/commands'
import { madeFile } from './release'

const canRun = (program: string): boolean => spawnSync(program, ['--version']).error === undefined
const isInstalled = (): boolean => spawnSync('dpkg', ['--status', 'chartroom']).status === 0

function run(program: string, ...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}

describe.skipIf(!canRun('dpkg-deb'))('the deb', () => {
  let tree: string
  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'chartroom-deb-'))
    expect(run('dpkg-deb', '--raw-extract', madeFile('.deb'), tree)).toMatchObject({ status: 0, stderr: '' })
  })
  afterAll(() => rmSync(tree, { recursive: true, force: true }))

  it('says what it is, who keeps it and what it needs', () => {
    const control = readFileSync(join(tree, 'DEBIAN/control'), 'utf8')
    for (const line of [/^Package: chartroom$/m, /^Maintainer: .+ <.+@.+>$/m, /^Depends: .*libgtk-3-0/m])
      expect(control).toMatch(line)
    expect(control).toMatch(/^Recommends: nodejs \(>= 20\.19\)$/m)
    expect(control).toMatch(/^Description: Desktop designer for Kubernetes\n Draw an architecture/m)
    expect(run('sh', '-c', `cd '${tree}' && md5sum --check --quiet DEBIAN/md5sums`)).toMatchObject({ status: 0 })
  })

  it('offers itself for manifests in the desktop, and never as what opens folders', () => {
    const entry = readFileSync(join(tree, 'usr/share/applications/chartroom.desktop'), 'utf8')
    expect(entry).toMatch(/^Exec=\/opt\/Chartroom\/chartroom %U$/m)
    expect(entry).toMatch(/^MimeType=application\/yaml;/m)
    expect(entry).toMatch(/^StartupWMClass=chartroom$/m)
    expect(entry).not.toContain('inode/directory')
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
      expect(existsSync(join(tree, `usr/share/icons/hicolor/${size}x${size}/apps/chartroom.png`)), `${size}`).toBe(true)
  })

  it('lets nobody but root write, and sets no bit that gives rights', () => {
    const listed = run('dpkg-deb', '--contents', madeFile('.deb')).stdout.trim().split('\n')
    for (const line of listed) expect(line).toMatch(/^(d|-)rw(x|-)r-(x|-)r-(x|-) root\/root /)
  })

  it('runs every word of the command line in Node, and leaves the rest to the window', () => {
    const starter = join(tree, 'usr/bin/chartroom')
    const fake = join(tree, 'node')
    writeFileSync(fake, '#!/bin/sh\necho "node $*"\n', { mode: 0o755 })
    const started = (...args: string[]): string =>
      spawnSync(starter, args, { encoding: 'utf8', env: { PATH: `${tree}:/usr/bin:/bin` } }).stdout
    const command = '/usr/lib/chartroom/build/chartroom.mjs'
    for (const { name } of commands) expect(started(name, 'a b')).toBe(`node ${command} ${name} a b\n`)
    expect(started('--help')).toBe(`node ${command} --help\n`)
    expect(started('./graph')).toBe('')
    expect(existsSync(join(tree, command))).toBe(true)
    expect(statSync(starter).mode & 0o111).toBe(0o111)
  })

  // Changes the machine, so only where somebody says that it may: .ci/run does.
  const mayInstall = process.env.CHARTROOM_INSTALLS_DEB === '1' && process.getuid?.() === 0
  it.skipIf(!mayInstall)('installs, answers, and leaves nothing behind when it is removed', () => {
    expect(isInstalled(), 'a chartroom is installed on this machine already').toBe(false)
    // The libraries of a desktop need not be here for this.
    expect(run('dpkg', '--force-depends', '--install', madeFile('.deb'))).toMatchObject({ status: 0 })
    try {
      expect(run('/usr/bin/chartroom', '--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
      writeFileSync(join(tree, 'pod.yaml'), 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n')
      expect(run('/usr/bin/chartroom', 'graph', join(tree, 'pod.yaml')).stdout).toContain('1 objects, 0 relations')
      expect(run('man', '--where', 'chartroom').stdout).toBe('/usr/share/man/man1/chartroom.1.gz\n')
      expect(run('dpkg', '--verify', 'chartroom')).toMatchObject({ status: 0, stdout: '' })
    } finally {
      expect(run('dpkg', '--purge', 'chartroom')).toMatchObject({ status: 0 })
    }
    expect(isInstalled()).toBe(false)
    for (const path of ['/opt/Chartroom', '/usr/bin/chartroom', '/usr/lib/chartroom', '/etc/apparmor.d/chartroom'])
      expect(existsSync(path), path).toBe(false)
  })
})
