import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClusterBackend } from '../../electron/backend/cluster'
import type { ClusterHandlers } from '../../electron/backend/cluster'
import type { ApplyOutcome, ApplyPlan } from '../../shared/cluster/apply-plan'
import type { DesignQuestion } from '../../shared/cluster/calls'
import { designToSend, sentObject } from '../../shared/cluster/sent-objects'
import type { NoticeName, Notices } from '../../shared/host'
import { addFiles, emptyWorkspace } from '../../shared/workspace/workspace'
import type { ControlPlane } from './control-plane'
import { testKubectl } from './kubectl'

type Heard = { readonly [N in NoticeName]: { readonly name: N; readonly notice: Notices[N] } }[NoticeName]

/** The cluster's part of a host, as a window has it, on a control plane. */
export class ClusterHost {
  readonly handlers: ClusterHandlers
  readonly heard: Heard[] = []
  /** A folder that stands for an opened one. */
  readonly folder: string
  /** Nobody looks any more. */
  readonly rest: () => void
  readonly #close: () => void
  #tasks = 0

  constructor(plane: ControlPlane) {
    this.folder = mkdtempSync(join(tmpdir(), 'chartroom-cluster-'))
    process.env.CHARTROOM_KUBECTL = testKubectl(process.cwd()) ?? ''
    process.env.KUBECONFIG = plane.kubeconfig
    const { handlers, rest, close } = createClusterBackend({
      config: join(this.folder, 'config'),
      folderOf: () => this.folder,
      notify: (name, notice) => void this.heard.push(readHeard({ name, notice })),
    })
    this.handlers = handlers
    this.rest = rest
    this.#close = close
  }

  task(): string {
    return `task ${++this.#tasks}`
  }

  /** A design of these texts, on its way. */
  question(texts: readonly string[] | string, namespace = 'default', context = 'admin'): DesignQuestion {
    const files = [texts].flat().map((text, n) => ({ path: `${n}.yaml`, text }))
    const { objects, isWhole } = designToSend(addFiles(emptyWorkspace({ defaultNamespace: namespace }), files))
    return { task: this.task(), context, root: 'root', namespace, isWhole, objects: objects.map(sentObject) }
  }

  diff(texts: readonly string[] | string, namespace = 'default', context = 'admin'): Promise<ApplyPlan> {
    return this.handlers['cluster:diff'](this.question(texts, namespace, context))
  }

  apply(
    plan: ApplyPlan,
    choices: { force?: string[]; prune?: boolean; leaveOut?: string[]; confirmedLoss?: string } = {},
  ): Promise<ApplyOutcome> {
    return this.handlers['cluster:apply']({
      task: this.task(),
      plan: plan.plan,
      force: [],
      leaveOut: [],
      prune: false,
      confirmedLoss: null,
      confirmed: plan.confirmation.needs === 'nothing' ? null : plan.context,
      ...choices,
    })
  }

  undoPlan(undo: string): Promise<ApplyPlan> {
    return this.handlers['cluster:undo-plan']({ task: this.task(), undo })
  }

  close(): void {
    this.#close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** The pairs of names and notices that `notify` takes can't be told from its type alone. */
function readHeard(heard: { name: NoticeName; notice: unknown }): Heard {
  return heard as Heard
}
