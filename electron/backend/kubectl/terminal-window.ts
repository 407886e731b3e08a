import { spawn } from 'node:child_process'

/** A terminal program and how it is told what to run, as a list of words. */
type TerminalProgram = { readonly program: string; readonly before: readonly string[] }

const linuxTerminals: readonly TerminalProgram[] = [
  { program: 'xdg-terminal-exec', before: [] },
  { program: 'x-terminal-emulator', before: ['-e'] },
  { program: 'gnome-terminal', before: ['--'] },
  { program: 'konsole', before: ['-e'] },
  { program: 'xfce4-terminal', before: ['-x'] },
  { program: 'kitty', before: [] },
  { program: 'alacritty', before: ['-e'] },
  { program: 'foot', before: [] },
  { program: 'xterm', before: ['-e'] },
]

/** The terminals of a system, the one that the user chose first; none where there is no screen to open one on. */
export function terminalsOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly TerminalProgram[] {
  if (platform === 'win32') return [{ program: 'conhost.exe', before: [] }]
  if (platform === 'linux' && (env.DISPLAY || env.WAYLAND_DISPLAY)) return linuxTerminals
  return []
}

/**
 * Opens a terminal window that runs a command, words as words, no shell between. False where none could be opened (macOS
 * has no terminal that takes words): the command can be copied then.
 */
export async function openTerminal(
  words: readonly string[],
  terminals: readonly TerminalProgram[] = terminalsOf(process.platform, process.env),
): Promise<boolean> {
  for (const { program, before } of terminals) if (await starts(program, [...before, ...words])) return true
  return false
}

function starts(program: string, words: readonly string[]): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(program, words, { stdio: 'ignore', detached: true, shell: false })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
