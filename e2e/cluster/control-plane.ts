import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildPlane, crdManifests } from './build-plane'
import { kubectl, testKubectl, type KubectlAnswer } from './kubectl'
import { logText, playedPods, podLogs } from './played-pods'
import type { CrdSet } from './versions'

const prefix = 'chartroom-plane-'

export type PlaneOptions = {
  readonly repository: string
  readonly crds?: readonly CrdSet[]
  /** Another Kubernetes version than the pinned one, with its patch number. */
  readonly kubernetes?: string
  readonly tell?: (line: string) => void
}

/**
 * A running control plane on loopback, in a temporary folder of its own. It ends with this process, however that ends:
 * its supervisor stops when its standard input closes, and the kernel ends the parts with their supervisor.
 */
export class ControlPlane {
  readonly folder: string
  /** A kubeconfig with the contexts `admin`, `reader` (may view) and `nobody` (may do nothing). */
  readonly kubeconfig: string
  readonly server: string
  readonly secondsToReady: number
  readonly #supervisor: ChildProcessWithoutNullStreams
  readonly #answers: AsyncIterator<string>
  readonly #kubectl: string
  #namespaces = 0

  private constructor(
    folder: string,
    supervisor: ChildProcessWithoutNullStreams,
    answers: AsyncIterator<string>,
    program: string,
    ready: ReadyAnswer,
  ) {
    this.folder = folder
    this.#supervisor = supervisor
    this.#answers = answers
    this.#kubectl = program
    this.kubeconfig = ready.kubeconfig
    this.server = ready.server
    this.secondsToReady = ready.seconds
  }

  /** Builds what is missing, starts the plane and waits until each part is ready. Throws with the log of the part that isn't. */
  static async start(options: PlaneOptions): Promise<ControlPlane> {
    const program = testKubectl(options.repository)
    if (!program) throw new Error('There is no kubectl for the tests: set CHARTROOM_KUBECTL to the path of one')
    const parts = await buildPlane(options.repository, options.tell ?? (() => {}), options.kubernetes)
    removeAbandoned()
    const folder = mkdtempSync(join(tmpdir(), prefix))
    writeFileSync(join(folder, 'owner.pid'), String(process.pid))
    const stages = join(folder, 'kwok.yaml')
    writeFileSync(stages, readFileSync(parts.stages, 'utf8') + playedPods(folder))
    writeFileSync(podLogs(folder).now, '')
    writeFileSync(podLogs(folder).previous, logText(['it fell over']))
    const supervisor = spawn(parts.program, ['up', '--dir', folder, '--kwok', parts.kwok, '--stages', stages])
    supervisor.stderr.resume()
    const answers = createInterface({ input: supervisor.stdout })[Symbol.asyncIterator]()
    const answer = readAnswer(await answers.next())
    if (!('ready' in answer)) {
      supervisor.stdin.end()
      throw new Error(
        `The control plane did not start: ${'failed' in answer ? answer.failed : 'it ended without a word'}`,
      )
    }
    const plane = new ControlPlane(folder, supervisor, answers, program, answer.ready)
    if (options.crds?.length) plane.#installCrds(options.crds)
    return plane
  }

  /** Runs kubectl against this plane, as `admin` unless another context is named among the arguments. */
  kubectl(args: readonly string[], stdin?: string): KubectlAnswer {
    return kubectl(this.#kubectl, this.kubeconfig, args, stdin)
  }

  /** A namespace that no other test uses, with its default service account there. */
  freshNamespace(stem = 'test'): string {
    const name = `${stem}-${process.pid}-${++this.#namespaces}`
    this.#must(['create', 'namespace', name])
    this.#must(['wait', '--for=create', 'serviceaccount/default', '-n', name, '--timeout=30s'])
    return name
  }

  /** Writes lines to the log of every container. */
  say(...lines: readonly string[]): void {
    appendFileSync(podLogs(this.folder).now, logText(lines))
  }

  /** Ends the API server as a crash would. */
  async killApiServer(): Promise<void> {
    await this.#command('kill-apiserver')
  }

  /** Starts the API server again and waits until it is ready. */
  async startApiServer(): Promise<void> {
    await this.#command('start-apiserver')
  }

  /** The end of a part's log, for a test that failed. */
  log(part: 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'kwok'): string {
    return readFileSync(join(this.folder, 'logs', `${part}.log`), 'utf8')
  }

  /** Copies all logs to where a failed run keeps them. */
  keepLogs(target: string): void {
    mkdirSync(target, { recursive: true })
    cpSync(join(this.folder, 'logs'), target, { recursive: true })
  }

  /** Ends every part and removes the folder. */
  async stop(): Promise<void> {
    const ended = new Promise<void>(resolve => this.#supervisor.once('close', () => resolve()))
    if (this.#supervisor.exitCode === null) {
      this.#supervisor.stdin.end()
      await ended
    }
    rmSync(this.folder, { recursive: true, force: true })
  }

  #installCrds(sets: readonly CrdSet[]): void {
    this.#must(['apply', '--server-side', '-f', '-'], sets.map(crdManifests).join('\n---\n'))
    this.#must(['wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s'])
  }

  #must(args: readonly string[], stdin?: string): void {
    const answer = this.kubectl(args, stdin)
    if (answer.status !== 0) throw new Error(`kubectl ${args.join(' ')} ended with ${answer.status}: ${answer.stderr}`)
  }

  async #command(line: string): Promise<void> {
    this.#supervisor.stdin.write(`${line}\n`)
    const answer = readAnswer(await this.#answers.next())
    if ('done' in answer && answer.done === line) return
    throw new Error(`${line}: ${'failed' in answer ? answer.failed : 'the control plane ended'}`)
  }
}

type ReadyAnswer = { kubeconfig: string; server: string; seconds: number }
type Answer = { ready: ReadyAnswer } | { done: string } | { failed: string }

function readAnswer(line: IteratorResult<string>): Answer {
  if (line.done) return { failed: 'the control plane ended' }
  return JSON.parse(line.value) as Answer
}

/** Folders of planes whose owner was killed before it could remove them. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = join(tmpdir(), name, 'owner.pid')
    if (!name.startsWith(prefix) || !existsSync(owner)) continue
    if (!isRunning(Number(readFileSync(owner, 'utf8')))) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
