import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildWhereStale } from './freshness.mjs'
import { fetchElectron, installedElectron, whyNoWindow } from './electron-runtime.mjs'

/**
 * `npm start [-- PATH …]`: the window. Electron where its runtime is there or can be fetched; else the browser host, said
 * in one line with its address.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const paths = process.argv.slice(2)

buildWhereStale()
const why = whyNoWindow() ?? (installedElectron() ? null : await fetchElectron())
const electron = why ? null : installedElectron()
if (electron) run(electron, [root, ...paths])
else {
  process.stdout.write(`No Electron window (${why}): Chartroom opens in the browser. `)
  run(process.execPath, [`${root}build/chartroom.mjs`, 'open', ...paths])
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  const child = spawn(command, args, { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  child.on('exit', (status, signal) => process.exit(signal ? 1 : (status ?? 1)))
}
