import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { moduleFolder, runGo } from './go-tools'
import { writePlaneModule } from './plane-module'
import { kubernetesVersion, modules, type CrdSet } from './versions'

/** The programs and files of a control plane, built and kept outside the repository. */
export type PlaneParts = { readonly program: string; readonly kwok: string; readonly stages: string }

/** Where what is built is kept between runs: CHARTROOM_CACHE, or the user's cache folder. */
export function cacheFolder(): string {
  const base = process.env.CHARTROOM_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'chartroom')
  mkdirSync(base, { recursive: true })
  return base
}

/**
 * Builds the control plane where its sources changed or it was never built (six minutes on two cores the first time,
 * seconds later), and tells how far it is.
 */
export async function buildPlane(
  repository: string,
  tell: (line: string) => void,
  kubernetes: string = kubernetesVersion,
): Promise<PlaneParts> {
  const ours = join(repository, 'e2e/cluster/plane')
  const folder = join(cacheFolder(), `control-plane-${kubernetes}-${hashOf(ours)}`)
  mkdirSync(folder, { recursive: true })
  const parts = {
    program: join(folder, 'controlplane'),
    kwok: join(folder, 'kwok'),
    stages: join(folder, 'stages.yaml'),
  }
  const [major, minor] = kubernetes.split('.')
  const version = 'k8s.io/component-base/version'
  await once(parts.program, `the control plane of ${kubernetes}`, tell, (target, onPackage) => {
    const source = kubernetes === kubernetesVersion ? ours : join(folder, 'module')
    if (source !== ours) writePlaneModule(ours, source, kubernetes)
    return runGo(
      [
        'build',
        '-v',
        // Without these the server's own version is unreadable.
        `-ldflags=-s -w -X ${version}.gitVersion=v${kubernetes} -X ${version}.gitMajor=${major} -X ${version}.gitMinor=${minor}`,
        '-o',
        target,
        '.',
      ],
      { cwd: source, onPackage },
    )
  })
  const { path, version: kwokVersion } = modules.kwok
  await once(parts.kwok, 'kwok', tell, async (target, onPackage) => {
    const bin = `${target}.folder`
    await runGo(['install', '-v', `${path}/cmd/kwok@${kwokVersion}`], { env: { GOBIN: bin }, onPackage })
    renameSync(join(bin, 'kwok'), target)
  })
  if (!existsSync(parts.stages)) writeFileSync(parts.stages, kwokStages(moduleFolder(path, kwokVersion)))
  return parts
}

/** The manifests of a set of custom resource definitions, one text. */
export function crdManifests(set: CrdSet): string {
  const folder = moduleFolder(modules[set].path, modules[set].version)
  const ofController = () => yamlFilesOf(join(folder, 'config/crd/bases'))
  const files = {
    istio: () => [join(folder, 'kubernetes/customresourcedefinitions.gen.yaml')],
    'gateway-api': () =>
      yamlFilesOf(join(folder, 'config/crd/experimental')).filter(file => !/_vap_|x-k8s\.io/.test(file)),
    'argo-rollouts': () => yamlFilesOf(join(folder, 'manifests/crds')),
    'argo-cd': () => yamlFilesOf(join(folder, 'manifests/crds')),
    'cert-manager': () => yamlFilesOf(join(folder, 'deploy/crds')),
    'external-secrets': () => yamlFilesOf(join(folder, 'config/crds/bases')).filter(file => !/generators\./.test(file)),
    'flux-helm': ofController,
    'flux-kustomize': ofController,
    'flux-sources': ofController,
    'prometheus-operator': () => yamlFilesOf(join(folder, 'example/prometheus-operator-crd')),
    snapshots: () => yamlFilesOf(join(folder, 'config/crd')).filter(file => !/groupsnapshot/.test(file)),
  }[set]()
  return files.map(file => readFileSync(file, 'utf8')).join('\n---\n')
}

/** kwok plays nodes and pods by these stages, and refuses to start without any. */
function kwokStages(folder: string): string {
  const kinds = ['pod/fast', 'node/fast', 'node/heartbeat']
  return kinds
    .flatMap(kind => yamlFilesOf(join(folder, 'kustomize/stage', kind)))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n---\n')
}

function yamlFilesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml') && name !== 'kustomization.yaml')
    .sort()
    .map(name => join(folder, name))
}

function hashOf(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 12)
}

/** Makes a file under another name and moves it there when it is whole, so that a build that was cut off leaves none. */
async function once(
  target: string,
  name: string,
  tell: (line: string) => void,
  make: (target: string, onPackage: (count: number) => void) => Promise<void>,
): Promise<void> {
  if (existsSync(target)) return
  const from = Date.now()
  let told = 0
  tell(`Building ${name}, once …`)
  const unfinished = `${target}.${process.pid}`
  await make(unfinished, count => {
    if (count < told + 200) return
    told = count
    tell(`  ${name}: ${count} packages compiled, ${Math.round((Date.now() - from) / 1000)} s`)
  })
  renameSync(unfinished, target)
  tell(`Built ${name} in ${Math.round((Date.now() - from) / 1000)} s`)
}
