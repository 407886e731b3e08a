import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commands } from './commands'
import { manualPage } from './manual-page'
import { bashCompletion } from './shells/bash'
import { fishCompletion } from './shells/fish'
import { zshCompletion } from './shells/zsh'
import { chartroom } from './terminal.test-data'

const isThere = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartroom-completion-'))
  mkdirSync(join(folder, 'k8s files'))
  writeFileSync(join(folder, 'kustom.yaml'), '')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function ran(program: string, args: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
  expect(stderr).toBe('')
  return stdout.split('\n').filter(line => line !== '')
}

describe.skipIf(!isThere('bash'))('completion in bash', () => {
  const completed = (...words: string[]): readonly string[] =>
    ran('bash', [
      '-c',
      `${bashCompletion(commands)}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _chartroom; printf '%s\\n' "\${COMPREPLY[@]}"`,
      'bash',
      ...words,
    ])

  it('offers the commands, then options and paths', () => {
    expect(completed('chartroom', '')).toEqual(commands.map(({ name }) => name))
    expect(completed('chartroom', 'gr')).toEqual(['graph'])
    expect(completed('chartroom', 'graph', '--de')).toEqual(['--depth'])
    expect([...completed('chartroom', 'check', 'k')].sort()).toEqual(['k8s files', 'kustom.yaml'])
  })

  it('offers the values that an option can have, and none where only the user knows', () => {
    expect(completed('chartroom', 'check', '--kubernetes', '1.3')).toEqual(['1.34', '1.35', '1.36', '1.37'])
    expect(completed('chartroom', 'graph', '--svg', 'ku')).toEqual(['kustom.yaml'])
    expect(completed('chartroom', 'export', '--to', 'k')).toEqual(['k8s files'])
    expect(completed('chartroom', 'graph', '-n', 'k')).toEqual([])
    expect(completed('chartroom', 'completion', 'f')).toEqual(['fish'])
  })
})

describe.skipIf(!isThere('fish'))('completion in fish', () => {
  const completed = (line: string): readonly string[] =>
    ran('fish', ['--no-config', '-c', `${fishCompletion(commands)}\ncomplete -C '${line}'`]).map(
      offer => offer.split('\t')[0] ?? '',
    )

  it('offers commands, options, values and paths', () => {
    expect([...completed('chartroom ')].sort()).toEqual(commands.map(({ name }) => name).sort())
    expect(completed('chartroom graph --de')).toEqual(['--depth'])
    expect(completed('chartroom check --kubernetes 1.37')).toEqual(['1.37'])
    expect(completed('chartroom check kus')).toEqual(['kustom.yaml'])
    expect(completed('chartroom completion z')).toEqual(['zsh'])
  })
})

describe.skipIf(!isThere('zsh'))('completion in zsh', () => {
  /** What zsh would offer, by its own completion over stand-ins for what shows it. */
  const completed = (...words: string[]): readonly string[] =>
    ran('zsh', [
      '-f',
      '-c',
      `compdef() { :; }
      _describe() { print -rl -- \${commands%%:*}; }
      _arguments() { print -rl -- "$@"; }
      ${zshCompletion(commands)}
      words=("$@"); CURRENT=$#; _chartroom`,
      'zsh',
      ...words,
    ])

  it('knows the commands, and the options of each', () => {
    expect(completed('chartroom', '')).toEqual(commands.map(({ name }) => name))
    const graph = completed('chartroom', 'graph', '')
    expect(graph).toContain('*--depth[with --only\\: at most N relations away]:n: ')
    expect(graph).toContain('*--theme[light (the default) or dark]:theme:(light dark)')
    expect(graph).toContain('*:path:_files')
    expect(completed('chartroom', 'completion', '')).toContain('*:word:(bash zsh fish)')
  })
})

describe('chartroom completion', () => {
  it('prints the script of a shell, and refuses one that it does not know', async () => {
    expect((await chartroom(folder, ['completion', 'zsh'])).out).toMatch(/^#compdef chartroom\n/)
    for (const words of [[], ['tcsh'], ['bash', 'zsh'], ['constructor']])
      expect(await chartroom(folder, ['completion', ...words])).toMatchObject({ status: 2, out: '' })
  })
})

describe('the manual page', () => {
  it('names every command, option and example', async () => {
    const { out, status } = await chartroom(folder, ['man'])
    expect(status).toBe(0)
    const text = out.replaceAll('\\-', '-').replaceAll('\\e', '\\')
    for (const { name, options, examples } of commands) {
      expect(text).toContain(`.SS ${name}\n`)
      for (const option of options) expect(text).toContain(`--${option.name}`)
      for (const example of examples) expect(text).toContain(example.command)
    }
  })

  it.skipIf(!isThere('groff'))('is what man can show, without a warning', () => {
    const shown = spawnSync('groff', ['-man', '-ww', '-Tutf8'], { input: manualPage(commands), encoding: 'utf8' })
    expect(shown.stderr).toBe('')
    expect(shown.stdout).toContain('chartroom check k8s/')
  })
})
