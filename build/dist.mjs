import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Arch, build, Platform } from 'electron-builder'
import { parse } from 'yaml'
import { installedElectron, whyNoDownload } from './electron-runtime.mjs'
import { billOfMaterials } from './package/bill-of-materials.mjs'
import { bundledPackages } from './package/bundled.mjs'
import { checkAsar, checkCommandFiles } from './package/contents.mjs'
import { checkFuses } from './package/fuses.mjs'
import { identityFrom } from './package/identity.mjs'
import { makeStandInRuntime } from './package/stand-in-runtime.mjs'

/**
 * `npm run dist`: the packages of this system, and of the command line, into release/. Without Electron's runtime it makes
 * what can be made, with a stand-in for it, and says so. With `-- --release` it refuses to make packages that don't say
 * who gives them out.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const release = `${root}release`
const product = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
const electronVersion = product.devDependencies.electron
const identity = identityFrom(process.env)
/** @type {string[]} */
const notBuilt = []

if (process.argv.includes('--release') && identity.missing.length > 0) {
  console.error(`A release needs in its environment:\n  ${identity.missing.join('\n  ')}`)
  process.exit(1)
}

process.chdir(root)
rmSync(release, { recursive: true, force: true })
mkdirSync(release)
run(process.execPath, ['build/package/prepack.mjs'])
packCommand()
await packWindow()
writeFileSync(
  `${release}/chartroom-${product.version}.cdx.json`,
  billOfMaterials(product, bundledPackages(root.slice(0, -1)), electronVersion),
)
report()

/** `npm pack` of the command line, and its files unpacked in dist/command for the packages that carry it. */
function packCommand() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const options = /** @type {const} */ ({ encoding: 'utf8', shell: process.platform === 'win32' })
  const [packed] = JSON.parse(
    execFileSync(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', 'release'], options),
  )
  checkCommandFiles(packed.files.map((/** @type {{ path: string }} */ { path }) => path))
  rmSync('dist/command', { recursive: true, force: true })
  mkdirSync('dist/command')
  run('tar', ['-xzf', `release/${packed.filename}`, '-C', 'dist/command', '--strip-components=1'])
}

/** The window's packages: all of this system where the runtimes can be fetched, else what one runtime or none allows. */
async function packWindow() {
  const why = await whyNoDownload()
  if (why === null) {
    for (const { targets, archs } of targetsHere()) await packTargets(targets, archs, {})
    return
  }
  const program = installedElectron()
  const folder = program ? dirname(program) : `${root}dist/stand-in-runtime`
  if (!program) makeStandInRuntime(folder, electronVersion)
  if (process.platform !== 'linux') {
    notBuilt.push(`everything but the command line (${why})`)
    return
  }
  const output = program ? release : `${release}/stand-in`
  const isDebian = canRun('dpkg-deb')
  await packTargets(isDebian ? ['dir', 'deb'] : ['dir'], [archHere()], {
    electronDist: folder,
    directories: { output, buildResources: 'build/icons' },
  })
  if (!program) notBuilt.push(`a window that runs (no Electron runtime: ${why}); release/stand-in proves the packaging`)
  if (!isDebian) notBuilt.push('deb (there is no dpkg-deb)')
  notBuilt.push(`AppImage, rpm and the other architecture (${why})`)
}

/** What is made where the runtimes can be fetched. A system's packages are made on that system. */
function targetsHere() {
  const both = [Arch.x64, Arch.arm64]
  switch (process.platform) {
    case 'linux': {
      notBuilt.push('Windows and macOS packages (made on those systems)')
      const [hasDpkg, hasRpm] = [canRun('dpkg-deb'), canRun('rpmbuild')]
      if (!hasDpkg) notBuilt.push('deb (there is no dpkg-deb)')
      if (!hasRpm) notBuilt.push('rpm (there is no rpmbuild)')
      return [
        { targets: ['AppImage', ...(hasRpm ? ['rpm'] : [])], archs: both },
        ...(hasDpkg ? [{ targets: ['deb'], archs: both }] : []),
      ]
    }
    case 'win32':
      notBuilt.push('Linux and macOS packages (made on those systems)')
      return [{ targets: ['nsis', 'portable'], archs: both }]
    case 'darwin':
      notBuilt.push('Linux and Windows packages (made on those systems)')
      return [{ targets: ['dmg', 'zip'], archs: both }]
    default:
      notBuilt.push(`a window for ${process.platform} (Electron has none)`)
      return []
  }
}

/**
 * @param {readonly string[]} targets @param {readonly Arch[]} archs
 * @param {import('electron-builder').Configuration} changes of build/electron-builder.yml
 */
async function packTargets(targets, archs, changes) {
  if (targets.includes('deb')) process.env.CUSTOM_FPM_PATH = `${root}build/package/fpm-by-dpkg-deb.mjs`
  else delete process.env.CUSTOM_FPM_PATH
  /** @type {{ program: string, archive: string }[]} */
  const packed = []
  const { homepage, author, releases } = identity
  const written = parse(readFileSync('build/electron-builder.yml', 'utf8'))
  /** @type {import('electron-builder').Configuration} */
  const config = {
    ...written,
    extraMetadata: { ...written.extraMetadata, homepage, author, ...(releases ? { releases } : {}) },
    electronVersion,
    afterPack: async ({ appOutDir, packager, electronPlatformName }) => {
      const isMac = electronPlatformName === 'darwin'
      const name = electronPlatformName === 'linux' ? 'chartroom' : `${packager.appInfo.productFilename}.exe`
      const program = `${appOutDir}/${isMac ? `${packager.appInfo.productFilename}.app` : name}`
      packed.push({ program, archive: `${packager.getResourcesDir(appOutDir)}/app.asar` })
    },
    ...changes,
  }
  await build({ targets: Platform.current().createTarget([...targets], ...archs), config, publish: 'never' })
  for (const { program, archive } of packed) {
    const { files, size } = checkAsar(archive)
    await checkFuses(program)
    console.log(`${archive.slice(root.length)}: ${files.length} files, ${inMegabytes(size)}, nothing but what runs`)
  }
}

function archHere() {
  return process.arch === 'arm64' ? Arch.arm64 : Arch.x64
}

function report() {
  console.log('\nIn release/:')
  for (const entry of readdirSync(release, { recursive: true, withFileTypes: true })) {
    const path = `${entry.parentPath}/${entry.name}`.slice(release.length + 1).replaceAll('\\', '/')
    if (entry.isFile() && !path.includes('unpacked/') && !path.includes('.app/'))
      console.log(`  ${inMegabytes(statSync(`${release}/${path}`).size).padStart(9)}  ${path}`)
  }
  for (const what of identity.missing) console.log(`Not to be given out, for nobody said ${what}.`)
  for (const what of notBuilt) console.log(`Not built here: ${what}.`)
}

function inMegabytes(/** @type {number} */ bytes) {
  return `${(bytes / 1e6).toFixed(2)} MB`
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
}

function canRun(/** @type {string} */ program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
}
