import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import type { Forward } from '../../../shared/cluster/live-notices'
import { KubectlError } from './kubectl-error'
import { at, objectWord } from './live-object'
import type { Door } from './objects'

export type ForwardQuestion = {
  readonly id: string
  readonly ref: ClusterRef
  readonly remotePort: number
  /** 0 takes a free one. */
  readonly localPort: number
}

/** Ports of this machine that lead into a cluster, on loopback alone. Each is a kubectl that stays. */
export type Forwards = {
  /** Settles when it listens. */
  open(door: Door, question: ForwardQuestion): Promise<Forward>
  close(id: string): void
  closeAll(): void
}

/** `told` hears of all that are listed, whenever that changes. One that ended by itself stays listed until it is closed. */
export function createForwards(told: (forwards: readonly Forward[]) => void): Forwards {
  const open = new Map<string, { readonly forward: Forward; readonly controller: AbortController }>()
  /** Those that don't listen yet: on a slow way that takes a while. */
  const opening = new Map<string, AbortController>()
  const tell = (): void => told([...open.values()].map(({ forward }) => forward))
  return {
    async open(door, { id, ref, remotePort, localPort }) {
      const controller = new AbortController()
      opening.set(id, controller)
      const local = localPort === 0 ? '' : String(localPort)
      const args = [
        ...at(door, ref.namespace),
        'port-forward',
        objectWord(ref),
        `${local}:${remotePort}`,
        '--address=127.0.0.1',
      ]
      return new Promise((resolve, reject) => {
        let said = ''
        const onText = (text: string): void => {
          said += text
          const port = said.match(/Forwarding from 127\.0\.0\.1:(\d+) ->/)?.[1]
          if (port === undefined || open.has(id)) return
          const forward = { id, context: door.context, ref, remotePort, localPort: Number(port), failure: null }
          opening.delete(id)
          open.set(id, { forward, controller })
          resolve(forward)
          tell()
        }
        door.kubectl.stream(args, { signal: controller.signal, onText }).then(error => {
          const listed = open.get(id)
          const failure = error ?? endedBy(controller.signal)
          opening.delete(id)
          if (!listed) return reject(failure)
          const { code, message } = failure
          open.set(id, { controller, forward: { ...listed.forward, failure: { code, message } } })
          tell()
        }, reject)
      })
    },
    close(id) {
      opening.get(id)?.abort()
      open.get(id)?.controller.abort()
      if (open.delete(id)) tell()
    },
    closeAll() {
      for (const controller of opening.values()) controller.abort()
      for (const { controller } of open.values()) controller.abort()
      if (open.size === 0) return
      open.clear()
      tell()
    },
  }
}

function endedBy(signal: AbortSignal): KubectlError {
  return signal.aborted
    ? new KubectlError('cancelled', 'It was cancelled.')
    : new KubectlError('failed', 'The forward ended.')
}
