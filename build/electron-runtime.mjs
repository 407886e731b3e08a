import { existsSync, readFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { lookup } from 'node:dns/promises'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'

const packageFolder = fileURLToPath(new URL('../node_modules/electron', import.meta.url))
const downloadHost = 'github.com'

/** The path of Electron's program where the runtime is installed, else null. */
export function installedElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const pathFile = `${packageFolder}/path.txt`
  if (override) {
    const program = `${override}/${existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'}`
    return existsSync(program) ? program : null
  }
  if (!existsSync(pathFile)) return null
  const program = `${packageFolder}/dist/${readFileSync(pathFile, 'utf8')}`
  return existsSync(program) ? program : null
}

/** Why an Electron window can't be shown here whatever is installed, or null. */
export function whyNoWindow() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display'
  return null
}

/** Why Electron's runtimes can't be downloaded from here, or null. Known within 5 seconds. */
export async function whyNoDownload() {
  const mirrored = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy'].some(
    name => process.env[name],
  )
  return mirrored || (await canReach(downloadHost, 5_000)) ? null : `${downloadHost} can't be reached to fetch it`
}

/**
 * Fetches Electron's runtime with its own installer, which shows its progress. Answers why not, or null when it is there.
 * Where the download can't even start, that is known within 5 seconds.
 */
export async function fetchElectron() {
  const why = await whyNoDownload()
  if (why) return why
  process.stdout.write('Fetching the Electron runtime, once …\n')
  const status = await new Promise(resolve => {
    const child = spawn(process.execPath, [`${packageFolder}/install.js`], { stdio: ['ignore', 'inherit', 'pipe'] })
    child.on('error', () => resolve(1))
    child.on('exit', resolve)
  })
  return status === 0 && installedElectron() ? null : 'it could not be fetched'
}

/** @param {string} host @param {number} limit milliseconds for the look-up and the connection together */
async function canReach(host, limit) {
  const deadline = new Promise(resolve => setTimeout(resolve, limit, false).unref())
  const attempt = lookup(host).then(
    ({ address }) =>
      new Promise(resolve => {
        const socket = connect(443, address)
        socket.setTimeout(limit)
        const answer = (/** @type {boolean} */ reached) => {
          socket.destroy()
          resolve(reached)
        }
        socket.on('connect', () => answer(true))
        socket.on('error', () => answer(false))
        socket.on('timeout', () => answer(false))
      }),
    () => false,
  )
  return Promise.race([attempt, deadline])
}
