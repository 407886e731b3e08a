import { spawn } from 'node:child_process'

/** The program that shows a page, with its first arguments; null where there is no screen or nobody wants one. */
export function browserCommand(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): readonly [string, ...string[]] | null {
  if (env.BROWSER === 'none') return null
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return null
  return [env.BROWSER || 'xdg-open']
}

/** Opens an address in the user's browser. Where that fails the printed address still works, so nothing is said. */
export function showInBrowser([program, ...args]: readonly [string, ...string[]], url: string): void {
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
