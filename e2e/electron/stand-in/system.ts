import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Display, Net, SafeStorage, Screen } from 'electron'
import { mustBe } from './app'
import { offer } from './offer'
import { start } from './process'

/** One screen, as large as the test says. */
export const screen = offer<Screen>('screen', {
  getAllDisplays() {
    mustBe('ready', 'screen.getAllDisplays')
    return [offer<Display>('Display', { workArea: { x: 0, y: 0, ...start.display } })]
  },
})

/** What the app asked for by itself, outside of any page. */
export const contacted: string[] = []

/** Chromium's way out of the main process. Here it leads to this machine and no farther. */
export const net = offer<Net>('net', {
  fetch(input, init) {
    mustBe('ready', 'net.fetch')
    const url = new URL(typeof input === 'string' ? input : input.url)
    contacted.push(url.href)
    if (url.hostname !== '127.0.0.1') return Promise.reject(new Error(`net::ERR_NAME_NOT_RESOLVED ${url.host}`))
    return fetch(url, init)
  },
})

/** A keyring whose key the app never sees: here it is no secret, but what it seals can be opened by it alone. */
const KEY = Buffer.alloc(32, 'keyring')

export const safeStorage = offer<SafeStorage>('safeStorage', {
  getSelectedStorageBackend: () => (start.keyStore === 'locked' ? 'gnome_libsecret' : start.keyStore),
  async isAsyncEncryptionAvailable() {
    mustBe('ready', 'safeStorage')
    return true
  },
  async encryptStringAsync(text) {
    mustBeOpen()
    const iv = randomBytes(16)
    const cipher = createCipheriv('aes-256-ctr', KEY, iv)
    return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()])
  },
  async decryptStringAsync(sealed) {
    mustBeOpen()
    const decipher = createDecipheriv('aes-256-ctr', KEY, sealed.subarray(0, 16))
    const result = Buffer.concat([decipher.update(sealed.subarray(16)), decipher.final()]).toString('utf8')
    return { result, shouldReEncrypt: false }
  },
})

function mustBeOpen(): void {
  if (start.keyStore === 'locked') throw new Error('The keyring is locked')
}
