import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { safeStorage } from 'electron'
import { writePrivately } from './backend/config-folder'
import { errorCode } from './backend/files/failure'
import { keyFile } from './backend/recovery'

/**
 * The key of the recovery files in `folder`, sealed by the system's key store. Where there is none, or it does not open
 * (a keyring that is locked or was made anew), a file that the user alone can read; that is said on the error output.
 */
export async function systemRecoveryKey(folder: string): Promise<Uint8Array> {
  try {
    if (await hasKeyStore()) return await sealedKey(join(folder, 'recovery.key.sealed'))
    say('The system has no key store')
  } catch (error) {
    say(`The system's key store does not open (${error instanceof Error ? error.message : String(error)})`)
  }
  return keyFile(folder)
}

function say(why: string): void {
  process.stderr.write(`chartroom: ${why}: unsaved work is kept under a key in a file that only you can read.\n`)
}

async function sealedKey(path: string): Promise<Uint8Array> {
  const sealed = await readFile(path).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error
    return null
  })
  if (sealed) {
    const opened = await safeStorage.decryptStringAsync(sealed)
    return Buffer.from(opened.result, 'base64')
  }
  const key = randomBytes(32)
  await writePrivately(path, await safeStorage.encryptStringAsync(key.toString('base64')))
  return key
}

/** Electron's own stand-in for a keyring on Linux hides under a password that is no secret: it counts as none. */
async function hasKeyStore(): Promise<boolean> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false
  return safeStorage.isAsyncEncryptionAvailable()
}
