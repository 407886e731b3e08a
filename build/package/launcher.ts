import type { CommandRow } from '../../electron/cli/command'

/**
 * /usr/bin/chartroom of the Linux packages: the words of the command line run in Node, everything else is the window's.
 * Electron can't run the command line itself: the fuse that would let it is off.
 */
export function launcher(commands: readonly CommandRow[]): string {
  const words = [...commands.map(({ name }) => name), 'help', '--help', '-h', '--version', '-V']
  return `#!/bin/sh
case "\${1-}" in
  ${words.join('|')})
    if ! command -v node >/dev/null; then
      echo 'chartroom: the command line needs Node 20.19 or newer. Install nodejs; the window needs none.' >&2
      exit 4
    fi
    exec node /usr/lib/chartroom/build/chartroom.mjs "$@" ;;
  *)
    exec /opt/Chartroom/chartroom "$@" ;;
esac
`
}
