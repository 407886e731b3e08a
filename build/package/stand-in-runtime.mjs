import { mkdirSync, rmSync, writeFileSync } from 'node:fs'

/** What stands before the fuses in Electron's executable, and the states that they come with. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES_AS_DELIVERED = '10110001'

/**
 * Makes a folder that electron-builder takes for Electron's Linux runtime, where the real one can't be had: its files by
 * name, and a program that says what it is, with fuses to set. It proves what a package holds, never that it runs.
 *
 * @param {string} folder @param {string} version
 */
export function makeStandInRuntime(folder, version) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(`${folder}/locales`, { recursive: true })
  mkdirSync(`${folder}/resources`)
  const program = `#!/bin/sh
echo 'This package was made without the Electron runtime, to test packaging. It shows no window.' >&2
exit 1
${SENTINEL}\u0001${String.fromCharCode(FUSES_AS_DELIVERED.length)}${FUSES_AS_DELIVERED}
`
  writeFileSync(`${folder}/electron`, program, { mode: 0o755 })
  writeFileSync(`${folder}/chrome-sandbox`, '', { mode: 0o755 })
  writeFileSync(`${folder}/version`, version)
  for (const name of ['LICENSE', 'LICENSES.chromium.html'])
    writeFileSync(`${folder}/${name}`, 'The licences come with the runtime.\n')
  for (const language of ['de', 'en-US']) writeFileSync(`${folder}/locales/${language}.pak`, '')
}
