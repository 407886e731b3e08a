import { statSync } from 'node:fs'
import { listPackage, statFile } from '@electron/asar'

/** What app.asar may hold, and nothing else: no sources, no tests, no maps, no packages. */
const mayHold = [
  /^package\.json$/,
  /^dist\/electron\/(main|preload)\.cjs$/,
  /^dist\/renderer\/(index\.html|icon\.svg)$/,
  /^dist\/renderer\/assets\/[\w.-]+\.(js|css|woff2)$/,
]
const mustHold = ['package.json', 'dist/electron/main.cjs', 'dist/electron/preload.cjs', 'dist/renderer/index.html']

/** What the packed command line may hold. */
const commandMayHold = [
  /^(package\.json|LICENSE|README\.md)$/,
  /^build\/chartroom\.mjs$/,
  /^dist\/electron\/(cli|browser-host|library)\.js$/,
  // npm packs package.json's `main`, whatever `files` says.
  /^dist\/electron\/main\.cjs$/,
  /^dist\/electron\/library(-types)?\.d\.ts$/,
  /^dist\/electron\/chunks\/[\w.-]+\.js$/,
  /^dist\/renderer\/(index\.html|icon\.svg)$/,
  /^dist\/renderer\/assets\/[\w.-]+\.(js|css|woff2)$/,
  /^dist\/docs\/(chartroom\.(1|bash|fish)|_chartroom|THIRD-PARTY-LICENCES\.txt)$/,
]
const commandMustHold = [
  'build/chartroom.mjs',
  'dist/electron/cli.js',
  'dist/electron/library.js',
  'dist/electron/library.d.ts',
  'dist/renderer/index.html',
  'dist/docs/chartroom.1',
  'dist/docs/THIRD-PARTY-LICENCES.txt',
  'LICENSE',
]

/**
 * Throws where an app.asar holds what it shouldn't or lacks what it needs. Answers its files and its size in bytes.
 *
 * @param {string} archive
 */
export function checkAsar(archive) {
  const files = listPackage(archive, { isPack: false })
    .map(path => path.replaceAll('\\', '/').replace(/^\//, ''))
    .filter(path => !('files' in statFile(archive, path)))
  checkFiles('app.asar', files, mayHold, mustHold)
  return { files, size: statSync(archive).size }
}

/**
 * Throws where the packed command line holds what it shouldn't or lacks what it needs.
 *
 * @param {readonly string[]} files
 */
export function checkCommandFiles(files) {
  checkFiles('The packed command line', files, commandMayHold, commandMustHold)
}

/** @param {string} what @param {readonly string[]} files @param {readonly RegExp[]} may @param {readonly string[]} must */
function checkFiles(what, files, may, must) {
  const strange = files.filter(file => !may.some(pattern => pattern.test(file)))
  if (strange.length > 0) throw new Error(`${what} holds what doesn't run: ${strange.slice(0, 5).join(', ')}`)
  const missing = must.filter(file => !files.includes(file))
  if (missing.length > 0) throw new Error(`${what} lacks ${missing.join(', ')}`)
}
