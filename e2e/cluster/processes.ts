import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** How many kubectl a process has at the moment. */
export function kubectlsOf(parent: number): number {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name) && isKubectlOf(name, parent)).length
}

function isKubectlOf(pid: string, parent: number): boolean {
  try {
    if (!existsSync(`/proc/${pid}/stat`)) return false
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [, name, rest = ''] = stat.match(/\((.*)\) \S (.*)/) ?? []
    return name === 'kubectl' && Number(rest.split(' ')[0]) === parent
  } catch {
    // It ended between the two looks.
    return false
  }
}
