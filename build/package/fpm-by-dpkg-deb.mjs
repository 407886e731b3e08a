#!/usr/bin/env node
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/**
 * What electron-builder asks of fpm for a .deb, done by dpkg-deb: every Debian has it, and fpm is a download of 100 MB.
 * electron-builder runs it through CUSTOM_FPM_PATH.
 */
const { options, mappings } = readArguments(process.argv.slice(2))
const tree = mkdtempSync(join(tmpdir(), 'chartroom-deb-'))
try {
  // The folder is of this user alone; the package's root is everybody's.
  chmodSync(tree, 0o755)
  for (const mapping of mappings) place(mapping)
  mkdirSync(`${tree}/DEBIAN`)
  writeFileSync(`${tree}/DEBIAN/control`, control())
  writeFileSync(`${tree}/DEBIAN/md5sums`, sums())
  script('after-install', 'postinst')
  script('after-remove', 'postrm')
  const compression = one('deb-compression', 'xz')
  execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', tree, one('package')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
} finally {
  rmSync(tree, { recursive: true, force: true })
}

/** @param {readonly string[]} args @returns {{ options: Map<string, string[]>, mappings: string[] }} */
function readArguments(args) {
  const options = new Map()
  const mappings = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    if (arg === '--force') continue
    const name = /^--?([a-z][\w-]*)$/.exec(arg)?.[1]
    if (name) options.set(name, [...(options.get(name) ?? []), args[++i]])
    else if (arg.includes('=/')) mappings.push(arg)
    else throw new Error(`fpm-by-dpkg-deb doesn't know ${arg}`)
  }
  const type = options.get('t')?.[0]
  if (type !== 'deb') throw new Error(`fpm-by-dpkg-deb makes deb, not ${type}`)
  return { options, mappings }
}

/** @param {string} name @param {string} [otherwise] */
function one(name, otherwise) {
  const value = options.get(name)?.at(-1) ?? otherwise
  if (value === undefined) throw new Error(`electron-builder didn't give --${name}`)
  return value
}

/** `FOLDER/=/to` places what the folder holds, `FILE=/to` the file, under that name or in that folder. */
function place(/** @type {string} */ mapping) {
  const at = mapping.lastIndexOf('=/')
  const from = mapping.slice(0, at)
  const to = tree + mapping.slice(at + 1)
  const isFolder = from.endsWith('/')
  const target = !isFolder && to.endsWith('/') ? to + basename(from) : to
  mkdirSync(isFolder ? target : dirname(target), { recursive: true })
  cpSync(from, target, { recursive: true, verbatimSymlinks: true })
  normalise(target)
  for (let folder = dirname(target); folder.length > tree.length; folder = dirname(folder)) chmodSync(folder, 0o755)
}

/** What runs is 755, what doesn't 644, whatever the umask of the checkout was. */
function normalise(/** @type {string} */ path) {
  const about = statSync(path)
  chmodSync(path, about.isDirectory() || about.mode & 0o100 ? 0o755 : 0o644)
  if (about.isDirectory()) for (const name of readdirSync(path)) normalise(join(path, name))
}

function control() {
  const [first = '', ...rest] = one('description').trim().split('\n')
  const list = (/** @type {string} */ field, /** @type {string} */ name) => {
    const values = options.get(name) ?? []
    return values.length > 0 ? [`${field}: ${values.join(', ')}`] : []
  }
  return `${[
    `Package: ${one('name')}`,
    `Version: ${one('version')}`,
    `Architecture: ${one('architecture')}`,
    `Maintainer: ${one('maintainer')}`,
    `Installed-Size: ${Math.ceil(sizeOf(tree) / 1024)}`,
    ...list('Depends', 'd'),
    ...list('Recommends', 'deb-recommends'),
    `Section: ${one('category', 'devel')}`,
    `Priority: ${one('deb-priority', 'optional')}`,
    `Homepage: ${one('url')}`,
    `Description: ${first}`,
    ...rest.map(line => ` ${line.trim() || '.'}`),
  ].join('\n')}\n`
}

function sums() {
  return filesIn(tree)
    .map(file => `${createHash('md5').update(readFileSync(file)).digest('hex')}  ${file.slice(tree.length + 1)}\n`)
    .filter(line => !line.includes('  DEBIAN/'))
    .join('')
}

/** @param {string} option @param {string} name */
function script(option, name) {
  const from = options.get(option)?.[0]
  if (from) writeFileSync(`${tree}/DEBIAN/${name}`, readFileSync(from), { mode: 0o755 })
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path)
    return entry.isFile() ? [path] : []
  })
}

function sizeOf(/** @type {string} */ folder) {
  return filesIn(folder).reduce((sum, file) => sum + statSync(file).size, 0)
}
