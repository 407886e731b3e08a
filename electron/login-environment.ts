import { execFile } from 'node:child_process'
import { delimiter } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

const MARK = '__CHARTROOM__'

/** What kubectl and the helpers that sign in for it read: proxies, certificates, and which configuration is meant. */
const NAMES = [
  ...['KUBECONFIG', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
  ...['all_proxy', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'AWS_PROFILE', 'AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'],
  ...['CLOUDSDK_CONFIG', 'GOOGLE_APPLICATION_CREDENTIALS', 'AZURE_CONFIG_DIR'],
]

/**
 * The environment that the user's terminal has. A program that a dock or a desktop started gets a bare one on macOS and
 * Linux: no folder of kubectl on its PATH, no proxy. Null where it can't be told in `limitMs`, or needs no telling.
 */
export function loginEnvironment(
  env: Environment,
  platform: NodeJS.Platform,
  limitMs = 10_000,
): Promise<Environment | null> {
  const { SHELL, TERM } = env
  if (platform === 'win32' || TERM || !SHELL) return Promise.resolve(null)
  return new Promise(answer => {
    // Start-up files may print things of their own: what counts stands between the marks. No shell spells this otherwise.
    const say = `echo ${MARK}; env; echo ${MARK}`
    const options = { timeout: limitMs, killSignal: 'SIGKILL', maxBuffer: 10_000_000 } as const
    const shell = execFile(SHELL, ['-ilc', say], options, (_error, said) => answer(readEnvironment(said)))
    shell.stdin?.end()
  })
}

function readEnvironment(said: string): Environment | null {
  const [, printed, end] = said.split(MARK)
  if (printed === undefined || end === undefined) return null
  const lines = printed.split('\n').map(line => /^(\w+)=(.*)$/.exec(line))
  const pairs = lines.flatMap(found => (found ? [[found[1] ?? '', found[2] ?? ''] as const] : []))
  return Object.fromEntries(pairs.filter(([name]) => name === 'PATH' || NAMES.includes(name)))
}

/** What to add to `env`: the folders of both PATHs, the terminal's first, and what else `env` does not have. */
export function joinEnvironments(env: Environment, login: Environment): Record<string, string> {
  const missing = Object.entries(login).filter(([name]) => name !== 'PATH' && env[name] === undefined)
  const added = Object.fromEntries(missing.map(([name, value]) => [name, value ?? '']))
  return { ...added, PATH: joinPaths(login.PATH ?? '', env.PATH ?? '') }
}

/** Two PATHs as one: the first's folders first, none twice. */
export function joinPaths(first: string, second: string): string {
  return [...new Set([...first.split(delimiter), ...second.split(delimiter)])].filter(Boolean).join(delimiter)
}
