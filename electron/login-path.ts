import { execFile } from 'node:child_process'
import { delimiter } from 'node:path'

const MARK = '__CHARTROOM_PATH__'

/**
 * The PATH that the user's terminal has, for finding kubectl and its sign-in helpers. A program that a dock or a desktop
 * started gets a bare one on macOS and Linux. Answers null where it can't be told in three seconds.
 */
export function loginPath(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Promise<string | null> {
  if (platform === 'win32' || env.TERM || !env.SHELL) return Promise.resolve(null)
  // Start-up files may print things of their own: what counts stands between the marks.
  const say = `printf '%s%s%s' ${MARK} "$PATH" ${MARK}`
  return new Promise(answer => {
    const shell = execFile(env.SHELL ?? '', ['-ilc', say], { timeout: 3_000, killSignal: 'SIGKILL' }, (_error, said) =>
      answer(said.split(MARK)[1] || null),
    )
    shell.stdin?.end()
  })
}

/** Two PATHs as one: the first's folders first, none twice. */
export function joinPaths(first: string, second: string): string {
  return [...new Set([...first.split(delimiter), ...second.split(delimiter)])].filter(Boolean).join(delimiter)
}
