import { FuseState } from '@electron/fuses/dist/constants.js'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/** How each fuse of a package is set: electron-builder.yml burns them, this is what is read back. */
const wanted = /** @type {const} */ ([
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, FuseState.DISABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
])

/**
 * Throws where a fuse of the program isn't set as it should be.
 *
 * @param {string} program Electron's executable, or a macOS .app
 */
export async function checkFuses(program) {
  const wire = await getCurrentFuseWire(program)
  const wrong = wanted.filter(([fuse, state]) => wire[fuse] !== state).map(([fuse]) => FuseV1Options[fuse])
  if (wrong.length > 0) throw new Error(`These fuses of ${program} aren't set as they should be: ${wrong.join(', ')}`)
}
