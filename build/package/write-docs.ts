import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { commands } from '../../electron/cli/commands'
import { manualPage } from '../../electron/cli/manual-page'
import { bashCompletion } from '../../electron/cli/shells/bash'
import { fishCompletion } from '../../electron/cli/shells/fish'
import { zshCompletion } from '../../electron/cli/shells/zsh'
import { bundledPackages } from './bundled.mjs'
import { launcher } from './launcher'
import { licenceTexts } from './licences.mjs'

/**
 * Writes what packages carry beside the program: in dist/docs the manual page, completions, and the licences of what the
 * last build bundled; in dist/linux what only a Linux system has a place for.
 */
const manual = manualPage(commands)
write('docs/chartroom.1', manual)
write('docs/chartroom.bash', bashCompletion(commands))
write('docs/_chartroom', zshCompletion(commands))
write('docs/chartroom.fish', fishCompletion(commands))
write('docs/THIRD-PARTY-LICENCES.txt', licenceTexts(bundledPackages(resolve('.'))))
write('linux/chartroom.1.gz', gzipSync(manual, { level: 9 }))
write('linux/launcher.sh', launcher(commands), 0o755)
write('linux/copyright', copyright())

function write(name: string, content: string | Uint8Array, mode = 0o644): void {
  const file = resolve('dist', name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content, { mode })
}

/** What Debian wants to find in /usr/share/doc. */
function copyright(): string {
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Chartroom
Comment: The licences of what is bundled are in /opt/Chartroom/THIRD-PARTY-LICENCES.txt,
 those of Electron and Chromium beside it.

Files: *
Copyright: 2026 The founders of Chartroom
License: Apache-2.0
 On Debian systems its text is in /usr/share/common-licenses/Apache-2.0.
`
}
