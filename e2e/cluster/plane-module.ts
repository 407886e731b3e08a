import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes the control plane's Go module for another Kubernetes version into `target`: the same programs, with the
 * requirements and staging modules that this version's own go.mod names.
 */
export function writePlaneModule(source: string, target: string, version: string): void {
  mkdirSync(target, { recursive: true })
  for (const name of readdirSync(source)) if (name.endsWith('.go')) cpSync(join(source, name), join(target, name))
  const own = readFileSync(goModOf(version), 'utf8')
  const staging = version.replace(/^1\./, 'v0.')
  const stagingModules = [...own.matchAll(/^\s*(?:replace\s+)?(k8s\.io\/\S+) => \.\/staging/gm)].map(match => match[1]!)
  const etcd = /go\.etcd\.io\/etcd\/(?:server|client)\/v3 (\S+)/.exec(own)?.[1]
  const go = /^go (\S+)/m.exec(own)?.[1]
  if (!stagingModules.length || !etcd || !go) throw new Error(`The go.mod of Kubernetes ${version} is not as expected`)
  const direct = ['api', 'apimachinery', 'client-go', 'component-base'].map(name => `k8s.io/${name} ${staging}`)
  const require = [`go.etcd.io/etcd/server/v3 ${etcd}`, ...direct, `k8s.io/kubernetes v${version}`]
  const replace = [...new Set(stagingModules)].sort().map(name => `${name} => ${name} ${staging}`)
  const block = (word: string, lines: readonly string[]) => `${word} (\n${lines.map(line => `\t${line}\n`).join('')})\n`
  writeFileSync(
    join(target, 'go.mod'),
    `module chartroom/control-plane\n\ngo ${go}\n\n${block('require', require)}\n${block('replace', replace)}`,
  )
  const tidied = spawnSync('go', ['mod', 'tidy'], { cwd: target, encoding: 'utf8' })
  if (tidied.status !== 0) throw new Error(`go mod tidy for Kubernetes ${version}: ${tidied.stderr}`)
}

function goModOf(version: string): string {
  const asked = spawnSync('go', ['mod', 'download', '-json', `k8s.io/kubernetes@v${version}`], { encoding: 'utf8' })
  const answer: unknown = asked.stdout ? JSON.parse(asked.stdout) : null
  if (typeof answer === 'object' && answer && 'GoMod' in answer && typeof answer.GoMod === 'string') return answer.GoMod
  throw new Error(`go mod download k8s.io/kubernetes@v${version}: ${asked.stdout}${asked.stderr}`)
}
